import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { anchors } from "#model/anchor.ts";

const guides = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md", ...globSync("docs/**/*.md").sort()];
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("every relative link and picture of the guides leads to a file, and every fragment to a heading", () => {
  assert.ok(guides.length > 10);
  const dead = guides.flatMap((guide) => linksOf(guide).filter((link) => !leadsSomewhere(link, guide)));
  assert.deepEqual(dead, []);
});

test("every script that the guides tell readers to run exists", () => {
  const told = guides.flatMap((guide) =>
    [...readFileSync(guide, "utf8").matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/gu)].map(
      ([, run, bare]) => [guide, run ?? bare ?? ""] as const,
    ),
  );
  assert.ok(told.some(([, name]) => name === "import"));
  assert.deepEqual(
    told.filter(([, name]) => scripts[name] === undefined),
    [],
  );
});

test("every file of the project that the guides name stands", () => {
  const named = guides.flatMap((guide) =>
    [
      ...readFileSync(guide, "utf8").matchAll(
        /(?:`|node )((?:bench|commands|deploy|docs|src|tests|tools)\/[\w./-]*\w)/gu,
      ),
    ].map(([, path = ""]) => [guide, path] as const),
  );
  assert.ok(named.some(([, path]) => path === "src/site.config.ts"));
  assert.deepEqual(
    named.filter(([, path]) => !elsewhere.test(path) && !existsSync(path)),
    [],
  );
});

/** The guides' examples name posts of an owner, and folders of the Astro sites that people come from. */
const elsewhere = /^src\/(?:content\/|data\b|assets\b)/u;

function linksOf(guide: string): string[] {
  const prose = proseOf(guide);
  const written = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/gu)].map(([, address = ""]) => address);
  return written.filter((address) => !/^[a-z][a-z+.-]*:/iu.test(address));
}

function leadsSomewhere(link: string, guide: string): boolean {
  const [path = "", fragment] = decodeURIComponent(link).split("#");
  const file = path === "" ? guide : join(dirname(guide), path);
  return existsSync(file) && (fragment === undefined || headingIds(file).has(fragment));
}

function headingIds(file: string): Set<string> {
  const { idOf } = anchors();
  const headings = proseOf(file).matchAll(/^#{1,6} +(.+?) *$/gmu);
  return new Set([...headings].map(([, title = ""]) => idOf(title)));
}

/** A guide without its examples. */
function proseOf(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/^(`{3,}).*\n[\s\S]*?^\1$/gmu, "")
    .replace(/`[^`\n]+`/gu, "");
}
