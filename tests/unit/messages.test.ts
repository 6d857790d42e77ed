import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Message } from "#messages/message.ts";
import { report } from "#messages/report.ts";
import { wordNames } from "#text/interface.ts";
import markdown from "#text/markdown.json" with { type: "json" };
import { messageTexts } from "#text/messages.ts";
import outputs from "#text/outputs.json" with { type: "json" };
import lists from "#text/pages.json" with { type: "json" };
import { said, words } from "#text/words.ts";
import setup from "#text/words/setup.json" with { type: "json" };

const dead: Message = {
  severity: "warning",
  code: "dead-link",
  values: { address: "/없음/" },
  page: "/posts/가/",
  file: "src/content/posts/가.md",
  line: 6,
};
const lost: Message = {
  severity: "error",
  code: "address-moved",
  values: { path: "/옛/", to: "/새/" },
  page: "/옛/",
  file: "src/content/posts/새.md",
  line: 2,
  corrected: 'aliases: ["/옛/"]',
};

test("a report counts, and names file, line, page, what is wrong and how to fix it", () => {
  assert.equal(
    report([dead, lost], "error", "ko"),
    `고쳐야 할 곳 1군데
src/content/posts/새.md:2  /옛/ — 공개했던 주소 /옛/ 페이지가 사라졌습니다. /새/ 글이 그 글로 보입니다 — 아주 지운 글이면 npm run remove -- "/옛/"을 실행하고, 옮긴 글이면 그 글의 글 정보(front matter)에 다음 줄을 넣으세요
    aliases: ["/옛/"]`,
  );
  assert.match(
    report([dead], "warning", "en"),
    /^1 to look at\n.+:6 {2}\/posts\/가\/ — A link that leads nowhere: \/없음\/ — An address/u,
  );
  assert.equal(report([dead], "error", "ko"), "");
});

test("one kind of message in one file is shown a hundred times and counted; another file has its own hundred", () => {
  const many = Array.from({ length: 133 }, (_, index) => ({ ...dead, line: index + 1 }));
  const lines = report([...many, ...many, { ...dead, file: "src/content/posts/나.md" }], "warning", "ko").split("\n");
  assert.equal(lines.length, 1 + 100 + 1 + 1);
  assert.equal(lines[0], "살펴볼 곳 134군데");
  assert.match(lines.at(-1) ?? "", /가\.md.+33군데 더.+이어지는 곳이 없는 링크/u);
  const { file: _, line: __, ...nowhere } = dead;
  const everywhere = Array.from({ length: 150 }, (_, index) => ({ ...nowhere, page: `/posts/${index}/` }));
  assert.equal(report(everywhere, "warning", "ko").split("\n").length, 102);
});

test("every message speaks, in both languages, and English names nothing that Korean does not", () => {
  const named = (words: readonly string[]) => new Set(words.join(" ").match(/\{\w+\}/gu));
  for (const [code, texts] of Object.entries(messageTexts)) {
    assert.deepEqual(Object.keys(texts), ["ko", "en"], code);
    for (const [language, [what = "", fix = "no mend", ...more]] of Object.entries(texts)) {
      assert.ok(what.length > 5 && fix.length > 3, code);
      assert.deepEqual(more, [], code);
      assert.doesNotMatch(`${what}${fix}`, /\$\{|undefined/u, code);
      assert.equal(/\p{Script=Hangul}/u.test(what), language === "ko", code);
      if (language === "en") assert.doesNotMatch(fix, /\p{Script=Hangul}/u, code);
    }
    assert.deepEqual(
      [...named(texts.en)].filter((name) => !named(texts.ko).has(name)),
      [],
      code,
    );
  }
});

test("what commands say is said in both languages, with the same values", () => {
  const named = (line: string) => [...new Set(line.match(/\{\w+\}/gu))].sort();
  for (const [word, texts] of Object.entries({ ...words, ...setup })) {
    assert.deepEqual(Object.keys(texts), ["ko", "en"], word);
    const [ko = "", en = ""] = [texts.ko, texts.en].map((lines) => [lines].flat().join("\n"));
    assert.ok(/\p{Script=Hangul}/u.test(ko) && en.trim() !== "" && !/\$\{|undefined/u.test(ko + en), word);
    // An import's usage gives a Korean address as its example, and a new site's settings know no zone but Korea's.
    assert.doesNotMatch(en, /\p{Script=Hangul}/u, word);
    if (word !== "site-settings") assert.deepEqual(named(en), named(ko), word);
  }
  assert.equal(said("upgrade-done", { version: "0.4.0" }, "ko").split(" ")[0], "0.4.0으로");
  assert.equal(
    said("rolled-back", { release: 3 }, "en"),
    "Back to release 3. Until you publish again, --due publishes nothing.",
  );
});

test("no message or word stands under a name twice, since one would take the other's place unseen", () => {
  for (const [folder, kept] of Object.entries({ messages: messageTexts, words: { ...words, ...setup } })) {
    const files = globSync(`src/text/${folder}/*.json`);
    const names = files.flatMap((file) => readFileSync(file, "utf8").match(/^ {2}"[\w-]+(?=":)/gmu) ?? []);
    assert.equal(names.length, Object.keys(kept).length, folder);
  }
});

test("every message and word is said somewhere", () => {
  const files = globSync("{src,tools,commands,tests/setup}/**/*.{ts,mjs,astro,json}").filter(
    (file) => !/^src\/text\/.*json$/u.test(file),
  );
  const code = [...files, "tests/run.ts"].map((file) => readFileSync(file, "utf8")).join("\n");
  const whole = new Set([...code.matchAll(/["'`]([\w-]+)["'`]/gu)].map(([, name]) => name));
  const made = [...code.matchAll(/`([\w-]*)\$\{[^`]*?\}([\w-]*)`/gu)].filter(
    ([, head, tail]) => `${head}${tail}`.length > 2,
  );
  const patterns = made.map(([, head = "", tail = ""]) => new RegExp(`^${head}[\\w-]+${tail}$`, "u"));
  const isSaid = (name: string) => whole.has(name) || patterns.some((pattern) => pattern.test(name));
  const isAsked = (name: string) => new RegExp(`(?:[.{,] ?|")${name}\\b`, "u").test(code);
  const pages = [...wordNames, ...[outputs, markdown, lists].flatMap(({ ko }) => Object.keys(ko))];
  const unused = [
    ...Object.keys({ ...messageTexts, ...words, ...setup }).filter((name) => !isSaid(name)),
    ...pages.filter((name) => !isAsked(name)),
  ];
  assert.deepEqual(unused, []);
});

test("an author's value can neither forge a line, colour it nor turn it round", () => {
  const values = { address: "/a\n가짜.md:1:1 \u001b[31m\u202e\u2067/" };
  const hostile = { ...dead, values, page: "/\r/", file: "a\u202e.md", corrected: "title: \u0007\n둘" };
  const text = report([hostile], "warning", "ko");
  assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u2028\u202a-\u202e\u2066-\u2069]/u);
  assert.equal(text.split("\n").length, 4);
  assert.match(text, /\/a\\u\{a\}가짜\.md:1:1 \\u\{1b\}\[31m\\u\{202e\}/u);
});

test("no command says Korean of its own: its words stand in src/text, in both languages", () => {
  const own = globSync("commands/**/*.{ts,mjs}");
  assert.ok(own.length > 20);
  // Comments, what a reader may answer, and the mark of a new site may be Korean.
  const said = (file: string) =>
    readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|\/\^.*\$\/iu|'mark: "글"'/gu, "");
  assert.deepEqual(
    own.filter((file) => /[가-힣]/u.test(said(file))),
    [],
  );
});

test("a particle behind a value agrees with any value", () => {
  // What is counted, and a fence, end the same whatever they are.
  const bare =
    /\{(?!fence\b)\w+\}["’”>/)\] ]*(?:\(\{\w+\}\p{L}*\))?(?:을|를|이|가|은|는|과|와|로|으로|라는|이라는)(?![\p{L}\p{N}_(])/gu;
  const files = globSync("src/text/**/*.json");
  assert.ok(files.length > 10);
  for (const file of files)
    assert.deepEqual(
      readFileSync(file, "utf8")
        .replace(/\p{L}\(\{\w+\}\)/gu, "")
        .replaceAll("\\", "")
        .match(bare),
      null,
      file,
    );
  const told = (code: Message["code"], values: Message["values"]) =>
    report([{ severity: "error", code, values }], "error", "ko");
  assert.match(told("verify-status", { status: 500 }), /500으로 답합니다/u);
  assert.match(told("tag-joined", { spelling: "핀테크", count: 3, label: "FinTech" }), /‘핀테크’\(3번\)를 ‘FinTech’/u);
});
