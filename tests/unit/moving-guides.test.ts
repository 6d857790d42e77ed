import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withParticles } from "#korean/particles.ts";
import { doubtsKo } from "#text/problems-importing.ts";
import { importText } from "#text/importing.ts";

const guide = (name: string) => readFileSync(`docs/moving/${name}.md`, "utf8");
const text = importText("ko");

test("the guides show what an import says as it says it", () => {
  const counts = { pages: 3, new: 6, changed: 0, same: 0, kept: 0, doubts: 8 };
  assert.ok(guide("hugo").includes(`\n${text.planned(counts)}\n`));
  const { what, fix } = doubtsKo["import-picture-missing"]({ address: "없다.png" });
  assert.ok(guide("hugo").includes(` — ${withParticles(`${what} — ${fix}`)}\n`));
});

test("each doubt that the guide explains is in an import's own words", () => {
  const said = [
    doubtsKo["import-picture-missing"]({ address: "없다.png" }),
    doubtsKo["embed-linked"]({ name: "youtube", address: "https://youtu.be/abc" }),
    doubtsKo["tag-shown"]({ tag: "<none>" }),
    doubtsKo["shortcode-unknown"]({ name: "chart" }),
    doubtsKo["link-unknown"]({ address: "/2020/첫-글/" }),
  ];
  for (const { what } of said) assert.ok(guide("hugo").includes(`**\`${withParticles(what)}\`**`), what);
});

test("every option that the guides use is one that the command explains", () => {
  const used = ["hugo", "jekyll", "velog", "tistory"].flatMap((name) =>
    [...guide(name).matchAll(/npm run import -- (?:\S+) ([^\n]*)/gu)].flatMap(([, rest = ""]) =>
      rest.match(/--[\w-]+/gu),
    ),
  );
  assert.ok(used.includes("--dry-run") && used.includes("--from"));
  assert.deepEqual(
    used.filter((option) => option !== null && !text.usage.includes(option)),
    [],
  );
});
