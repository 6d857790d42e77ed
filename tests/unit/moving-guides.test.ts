import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { type ImportWarningCode, messageTexts } from "#text/messages.ts";
import { filled, said as saidBy } from "#text/words.ts";
import { detectedKind, importKinds } from "#tools/import/kinds.ts";
import { sourceTree } from "#tools/import/shared/source-tree.ts";
import { imported } from "./importing/imported.ts";
import { unpacked } from "./importing/unpacked.ts";

const guide = (name: string, folder = "docs") => readFileSync(`${folder}/moving/${name}.md`, "utf8");

for (const [language, folder] of [
  ["ko", "docs"],
  ["en", "docs/en"],
] as const) {
  const hugo = guide("hugo", folder);
  const said = (code: ImportWarningCode, values: Readonly<Record<string, string>>) =>
    messageTexts[code][language].map((words) => filled(words, (name) => values[name] ?? ""));

  test(`the guides in ${folder} show what an import says as it says it`, () => {
    const counts = { pages: 3, new: 6, changed: 0, same: 0, kept: 0, warnings: 8 };
    assert.ok(hugo.includes(`\n${saidBy("import-planned", counts, language)}\n`));
    const words = said("import-picture-missing", { address: "없다.png" });
    assert.ok(hugo.includes(` — ${words.join(" — ")}\n`));
  });

  test(`each warning that the guide in ${folder} explains is in an import's own words`, () => {
    const explained = [
      said("import-picture-missing", { address: "없다.png" }),
      said("embed-linked", { name: "youtube", address: "https://youtu.be/abc" }),
      said("tag-shown", { tag: "<none>" }),
      said("shortcode-unknown", { name: "chart" }),
      said("link-unknown", { address: "/2020/첫-글/" }),
    ];
    for (const [what] of explained) assert.ok(hugo.includes(`**\`${what ?? ""}\`**`), what);
  });
}

test("every option that the guides use is one that the command explains", () => {
  const used = globSync("docs/moving/*.md").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/npm run import -- ([^\n#]*)/gu)].flatMap(([, rest = ""]) =>
      rest.match(/--[\w-]+/gu),
    ),
  );
  assert.ok(used.includes("--dry-run") && used.includes("--addresses") && used.includes("--check"));
  assert.deepEqual(
    used.filter((option) => option !== null && !saidBy("import-usage", {}, "ko").includes(option)),
    [],
  );
});

test("each kind has a guide that the list of guides names", () => {
  for (const kind of importKinds) assert.ok(guide("README").includes(`](${kind}.md)`), kind);
});

const withFixtures = importKinds.filter((kind) => existsSync(`tests/fixtures/importing/${kind}.txt`));

for (const kind of withFixtures.filter((name) => name !== "velog" && name !== "tistory"))
  test(`the guide for ${kind} shows addresses as an import gives them`, async () => {
    const { root, remove } = unpacked(`${kind}.txt`);
    const ours = await imported(root);
    const rows = [...guide(kind).matchAll(/^\| `([^`]+)` \| `(\/[^`]*\/)` \|$/gmu)].map(([, file, address]) => [
      file,
      address,
    ]);
    const given = new Map(ours.report.pages.map((page) => [page.source, page.path]));
    assert.ok(rows.length > 0);
    assert.deepEqual(
      rows,
      rows.map(([file]) => [file, given.get(file ?? "")]),
    );
    const label = detectedKind(sourceTree(root))?.label ?? "";
    assert.ok(guide(kind).includes(`${label} 블로그로 읽습니다`), label);
    const english = saidBy("import-detected", { kind: label }, "en").replace(/\. If .*$/u, "");
    assert.ok(guide(kind, "docs/en").includes(`\`${english}\``), english);
    ours.remove();
    remove();
  });
