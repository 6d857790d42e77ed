import assert from "node:assert/strict";
import { test } from "node:test";
import { rendered } from "./setting.ts";

const repeated: readonly string[] = [
  ...["<T> ", "<title> ", "</head> ", "<style> ", "<style>\n\n", "<h2>가 ", "<h2>가\n\n", "<details>", "<pre>\n"],
  ...["[^a]: x\n", "[^a]: x\n\n", "말[^a] ", "[a]: b\n", "[a] ", "[[가]] ", "](a b ", "![a](b c", "![](a.png) "],
  ...["**[`~<\"'{ ", "<?", "<? ", "{% ", "{{< ", "http://가가를 ", "> > 가\n", "<!-- ", "|`", "# {: ", "# 가 {#a "],
  ...[":::note\n", "^a ", "%% a\n", "```a\n", "- ", ":smile: ", "<center>**가**</center> ", "가 {a}\n---\n"],
  ...["$a ", "==가 ", "'가\" ", "{漢|", "~가", "|가\n|-\n|1|2\n"],
];
const grown: readonly (readonly [name: string, make: (characters: number) => string])[] = [
  ...repeated.map((piece) => [piece, (n: number) => piece.repeat(n / piece.length)] as const),
  ["a wide head", (n) => `|${"가|".repeat(n / 4)}\n|${"-|".repeat(n / 4)}\n${"|1\n".repeat(n / 6)}`],
  ["runs of ticks", (n) => Array.from({ length: Math.sqrt(n) }, (_, at) => "`".repeat(at + 1)).join(" ")],
  ["brackets", (n) => `](${"(".repeat(n)}`],
  ["blanks", (n) => `](a${" ".repeat(n)}`],
  ["attributes", (n) => `<a b${' c="d"'.repeat(n / 6)}`],
];

for (const [name, make] of grown) {
  test(`what is made of a text doubles with it: ${JSON.stringify(name)}`, async () => {
    const [half, whole] = [await rendered(make(10_000)), await rendered(make(20_000))];
    assert.ok(whole.html.length < 2.2 * half.html.length + 2000, `${half.html.length} → ${whole.html.length}`);
    assert.ok(whole.html.length < 5_000_000, String(whole.html.length));
    const kinds = Map.groupBy(whole.warnings, ({ code }) => code);
    for (const [code, found] of kinds) assert.ok(found.length <= 100, `${code}: ${String(found.length)}`);
  });
}

test("however many addresses stand without blanks between, each is a link", async () => {
  const { html } = await rendered("https://a.kr/(".repeat(9000));
  assert.equal(html.split('<a href="https://a.kr/(">').length, 9001);
});

test("of one kind a hundred places are told, and how many more there are", async () => {
  const { warnings } = await rendered(Array.from({ length: 150 }, (_, at) => `[^a${String(at)}]: x\n\n`).join(""));
  assert.deepEqual(warnings.at(-1), { code: "more-of-kind", line: 199, column: 1, values: { count: 50 } });
  assert.equal(warnings.length, 101);
});

test("of what says the same three places are told, and how many more there are", async () => {
  const coloured = '<span style="color:red">빨강</span>과 <font color="red">빨강</font>\n\n'.repeat(40);
  const { warnings } = await rendered(`${coloured}<b onclick="x()">굵게</b>`);
  const told = warnings.map(
    ({ code, values, line }) => `${String(line)} ${code} ${String(values["written"] ?? values["count"])}`,
  );
  assert.deepEqual(told.sort(), [
    '1 html-removed color="…"',
    '1 html-removed style="…"',
    '3 html-removed color="…"',
    '3 html-removed style="…"',
    '5 html-removed color="…"',
    '5 html-removed style="…"',
    "5 more-of-kind 37",
    "5 more-of-kind 37",
    '81 html-removed onclick="…"',
  ]);
});
