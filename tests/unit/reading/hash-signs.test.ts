import assert from "node:assert/strict";
import { test } from "node:test";
import { brief, post, readPosts } from "./temporary-site.ts";

const tags: readonly (readonly [lines: string, tags: readonly string[]])[] = [
  ["tags: #가 #나", ["가", "나"]],
  ["tags: #가, #나", ["가", "나"]],
  ["tags: #가", ["가"]],
  ["tags: [#가, #나]", ["가", "나"]],
  ["tags:\n  - #가\n  - 나\n  - # 주석\n", ["가", "나"]],
  ['tags: ["#가", "C#", "F#"]', ["가", "C#", "F#"]],
  ["tags: [“가”, ‘나’]", ["가", "나"]],
  ["tags: [가] # 주석", ["가"]],
];

for (const [lines, expected] of tags)
  test(`tags of ${JSON.stringify(lines)}`, async (context) => {
    const reading = await readPosts(context, { "글.md": post(lines) });
    assert.deepEqual(brief(reading), []);
    assert.deepEqual(reading.entries[0]?.tags, expected);
  });

test("a sign before a word is part of a text, and told; one before a blank begins a comment", async (context) => {
  const reading = await readPosts(context, { "글.md": post("series: 연재 #2\ndescription: 진짜 # 주석") });
  assert.deepEqual(brief(reading), ["warning yaml-comment 4:1"]);
  assert.equal(reading.problems[0]?.corrected, 'series: "연재 #2"');
  assert.equal(reading.entries[0]?.series, "연재 #2");
  assert.equal(reading.entries[0]?.description, "진짜");
});

test("a title that begins with a sign before a word is that title", async (context) => {
  const reading = await readPosts(context, {
    "글.md": "---\ntitle: #봄 나들이\ndate: 2024-03-05\nslug: # 주석\n---\n",
  });
  assert.deepEqual(brief(reading), ["warning yaml-comment 2:1"]);
  assert.equal(reading.problems[0]?.corrected, 'title: "#봄 나들이"');
  assert.equal(reading.entries[0]?.title, "#봄 나들이");
});

test("an item without the blank after its dash is one of the list, and told; under a name with a value it is text", async (context) => {
  for (const lines of ["태그:\n-봄\n- 꽃", "tags:\n  - 봄\n  -꽃"]) {
    const reading = await readPosts(context, { "글.md": post(lines) });
    assert.deepEqual(reading.entries[0]?.tags, ["봄", "꽃"]);
    assert.deepEqual(
      reading.problems.map(({ code }) => code),
      ["yaml-item-blank"],
    );
    assert.match(reading.problems[0]?.corrected ?? "", /^ *- [봄꽃]$/u);
  }
  const reading = await readPosts(context, { "글.md": post("description: 하나\n  -둘\nweight: -3") });
  assert.deepEqual(brief(reading), []);
  assert.equal(reading.entries[0]?.description, "하나 -둘");
});

test("aliases that are names are told and are no addresses", async (context) => {
  const reading = await readPosts(context, { "글.md": post("aliases: [옛 이름, 이름, /옛 주소/, old.html, a/b]") });
  assert.deepEqual(brief(reading), ["warning alias-name 4:10", "warning alias-name 4:10"]);
  assert.deepEqual(reading.entries[0]?.aliases, ["/옛 주소/", "/posts/old.html", "/posts/a/b/"]);
});

test("an old address with a sign that servers or disks cannot tell apart is told, not quietly another one", async (context) => {
  const lost = ["/view.php?no=12", "/wiki/분류:서울/", "/100%/", "/옛%3F/", "/태그/c#/", '/"말"/', "/👩‍💻/"];
  const kept = ["https://old.example:8080/글/", "/%EA%B8%80/", "/$가격;{a}(b)/"];
  const reading = await readPosts(context, { "글.md": post(`aliases: ${JSON.stringify([...lost, ...kept])}`) });
  assert.deepEqual(
    reading.problems.map(({ code, values }) => [code, values?.["alias"]]).sort(),
    lost.map((alias) => ["alias-signs", alias]).sort(),
  );
});

test("a date in curly quotes is shown in straight ones", async (context) => {
  const reading = await readPosts(context, { "글.md": "---\ntitle: 글\ndate: “2024-03-05”\n---\n" });
  assert.deepEqual(brief(reading), ["error date-unreadable 3:7"]);
  assert.equal(reading.problems[0]?.corrected, 'date: "2024-03-05"');
});

test("half of a character is an error at its line", async (context) => {
  const reading = await readPosts(context, {
    "글.md": '---\ntitle: "가\\ud800나"\ndate: 2024-03-05\ntags: ["\\udc00"]\n---\n',
  });
  assert.deepEqual(brief(reading), ["error half-character 2:8", "error half-character 4:7"]);
});
