import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { anchors } from "#model/anchor.ts";

const english = (file: string) => join("docs/en", relative("docs", file));
const guides = [...globSync("docs/*.md"), ...globSync("docs/moving/*.md")].sort();

test("every guide has an English one, and no English one stands alone", () => {
  assert.ok(guides.length >= 19);
  assert.deepEqual(globSync("docs/en/**/*.md").sort(), [...guides.map(english), "docs/en/README.md"].sort());
});

test("the English settings are the Korean ones, with the same defaults", () => {
  const rows = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/^\| (`\w+`) \| (`.*?`|없음|none) \| \S/gmu)].map(
      ([, name, value]) => `${name} ${value?.replace("없음", "none")}`,
    );
  assert.ok(rows("docs/settings.md").length > 25);
  assert.deepEqual(rows("docs/en/settings.md"), rows("docs/settings.md"));
});

test("no English guide keeps Korean sentences", () => {
  for (const file of guides.filter((guide) => existsSync(english(guide)))) {
    const prose = lines(readFileSync(english(file), "utf8").replace(/`[^`\n]+`/gu, "")).join("\n");
    assert.deepEqual(prose.match(/[가-힣].*/gu) ?? [], [], english(file));
  }
});

for (const file of guides.filter((guide) => existsSync(english(guide)))) {
  const [ko, en] = [file, english(file)].map((path) => readFileSync(path, "utf8")) as [string, string];

  test(`${file} and its English guide have the same headings, lists and tables`, () => {
    assert.deepEqual(shapeOf(en), shapeOf(ko));
  });

  test(`${file} and its English guide show the same code and commands`, () => {
    const [inKorean, inEnglish] = [codeOf(ko), codeOf(en)];
    const only = without(inKorean, inEnglish);
    assert.deepEqual(
      only.filter((code) => !hangul.test(code)),
      [],
    );
    assert.equal(without(inEnglish, inKorean).length, only.length, without(inEnglish, inKorean).join("\n"));
    assert.deepEqual(commandsOf(en), commandsOf(ko));
  });

  test(`${file} and its English guide lead to the same places`, () => {
    assert.deepEqual(linksOf(english(file), en), linksOf(file, ko));
  });
}

const hangul = /[가-힣]/u;
const fences = /^(`{3,})(.*)\n([\s\S]*?)^\1$/gmu;

/** Lines outside the examples. */
const lines = (text: string) => text.replace(fences, "").split("\n");

/** Levels of headings, items of lists and cells of tables, in order. */
function shapeOf(text: string): string[] {
  return lines(text).flatMap((line) => {
    const [mark] = /^(?:#+|- |\d+\. )/u.exec(line) ?? [];
    if (mark !== undefined) return [mark];
    return line.startsWith("|") ? [`| ${line.split(/(?<!\\)\|/u).length}`] : [];
  });
}

/** Code spans, and the lines of fences without their comments and the words between quotes. */
function codeOf(text: string): string[] {
  const examples = [...text.matchAll(fences)].flatMap(([, , info = "", body = ""]) => [
    `fence ${info}`,
    ...body.split("\n").map((line) => line.replace(/(?:^|\s)(?:#(?!#) .*|←.*)$/u, "").trimEnd()),
  ]);
  const spans = [
    ...lines(text)
      .join("\n")
      .matchAll(/(`+) ?(.+?) ?\1(?!`)/gu),
  ].map(([, , span = ""]) => span);
  return [...spans, ...examples].sort();
}

/** What `all` has more of than `other`. */
function without(all: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return all.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The scripts and options of each command, which a name in Korean may stand between. */
const commandsOf = (text: string) =>
  [...text.matchAll(/npm (?:run )?[\w:]+[^\n`#]*/gu)].map(([command]) =>
    (command.match(/npm (?:run )?[\w:]+|--[\w-]+/gu) ?? []).join(" "),
  );

/** Where links lead: the file (the Korean guide for an English one) and the number of the heading. */
function linksOf(guide: string, text: string): string[] {
  const prose = lines(text)
    .join("\n")
    .replace(/`[^`\n]+`/gu, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, address = ""]) => {
    if (/^[a-z]+:/u.test(address)) return address;
    const [path = "", fragment] = decodeURIComponent(address).split("#");
    const target = path === "" ? guide : join(dirname(guide), path);
    const at = fragment === undefined ? "" : `#${headingNumber(target, fragment)}`;
    return target.replace(/^docs\/en\//u, "docs/") + at;
  });
}

function headingNumber(file: string, fragment: string): number {
  const { idOf } = anchors();
  const headings = lines(readFileSync(file, "utf8")).flatMap((line) => /^#+ +(.+)$/u.exec(line)?.[1] ?? []);
  const number = headings.map((title) => idOf(title)).indexOf(fragment);
  assert.ok(number >= 0, `${file} has no heading for #${fragment}`);
  return number;
}
