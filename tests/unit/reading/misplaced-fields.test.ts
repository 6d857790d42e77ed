import assert from "node:assert/strict";
import { test } from "node:test";
import { misplacedFields } from "#reading/misplaced-fields.ts";
import { brief, readPosts } from "./temporary-site.ts";

const fields = "title: 제목\ndate: 2024-03-05\ndraft: true";
const inexact = [
  "—",
  "———",
  "–––",
  "−−−",
  "- - -",
  "--",
  "----",
  " ---",
  "---\u00A0",
  "\u200B---",
  "－－－",
  "++",
  "++++",
  "===",
  "***",
  ";;;",
];

test("fields below a line that is not quite a fence are misplaced at that line", () => {
  for (const fence of inexact)
    for (const before of ["", "\n\n"]) {
      const found = misplacedFields(`${before}${fence}\n${fields}\n${fence}\n\n본문\n`);
      assert.deepEqual(found, { kind: "fence", line: before.length + 1, text: fence }, fence);
    }
  assert.equal(misplacedFields(`----\ntitle: 제목\n----\n본문`)?.kind, "fence");
  assert.equal(misplacedFields(';;;\n{"title":"글"}\n;;;\n본문')?.kind, "fence");
});

test("fields without a first line, and fields below other text, are misplaced too", () => {
  assert.deepEqual(misplacedFields(`${fields}\n---\n본문`), { kind: "missing", line: 1, text: "title: 제목" });
  assert.deepEqual(misplacedFields("\ntitle：제목\ntags: [가]\n\n본문"), {
    kind: "missing",
    line: 2,
    text: "title：제목",
  });
  assert.equal(misplacedFields("draft: true\n\n본문")?.kind, "missing");
  assert.equal(misplacedFields("비공개: true\n\n본문")?.kind, "missing");
  assert.equal(misplacedFields('{ "title": "글", \n"draft": true }\n본문')?.kind, "missing");
  assert.deepEqual(misplacedFields(`머리글\n\n---\n${fields}\n---\n본문`), { kind: "below", line: 3, text: "---" });
  assert.equal(misplacedFields("# 제목\n\ndraft: true\n\n본문")?.line, 3);
  assert.equal(misplacedFields("글\n---\ntitle: 글\ndraft: true\n\n본문")?.line, 2);
  assert.equal(misplacedFields(`<!-- 설명 -->\n---\ntags:\n  - 가\ndraft: yes\n---\n본문`)?.kind, "below");
});

test("words, lines, headings and code are nothing of the kind", () => {
  const texts = [
    "",
    "본문이다.\n\n---\n\n다음 장\n",
    "title: 하나뿐인 줄\n\n본문",
    "---- \n\n본문",
    "***\n메모: 산책\n***\n\n본문",
    "비밀: 아무도 모르는 이야기\n\nsecret: 속뜻\n",
    "저자: 김철수\n출판사: 없음\n\n본문",
    `\`\`\`yaml\n---\n${fields}\n---\n\`\`\`\n본문`,
    `이렇게 씁니다.\n\n~~~\n---\n${fields}\n---\n~~~\n`,
    `이렇게 씁니다.\n\n    ---\n    title: 제목\n    ---\n`,
    "제목\n===\n\n참고: date: 오늘\n",
    "- [ ] 할 일\n- date: 내일\n",
    "draft라는 말에 대하여\n",
    "https://a.example: 주소\n",
  ];
  for (const text of texts) assert.equal(misplacedFields(text), undefined, text);
});

const told: readonly (readonly [source: string, problem: string, corrected?: string])[] = [
  [`----\n${fields}\n---\n본문`, "error front-matter-fence 1:1", "---"],
  [`\n ---\n${fields}\n---\n본문`, "error front-matter-fence 2:1", "---"],
  [`${fields}\n---\n본문`, "error front-matter-missing 1:1", "---\ntitle: 제목"],
  [`글\n\n---\n${fields}\n---\n본문`, "error front-matter-below 3:1"],
  [`---\n${fields}\n----\n\n본문`, "error front-matter-close 5:1", "---"],
  [`---\n${fields}\n—\n\n본문\n\n---\n더`, "error front-matter-close 5:1", "---"],
  [`---\n${fields}\n---\u00A0\n\n본문\n\n---\n더`, "error front-matter-close 5:1", "---"],
  [`---\n${fields}\n\n본문`, "error front-matter-open 1:1"],
];

for (const [source, problem, corrected] of told)
  test(`${JSON.stringify(source)} is told with its line`, async (context) => {
    const reading = await readPosts(context, { "글.md": source });
    assert.deepEqual(brief(reading), [problem]);
    assert.equal(reading.problems[0]?.corrected, corrected);
    assert.deepEqual(reading.entries, []);
  });

test("what was found is shown as it is, and what cannot be seen of it by its number", async (context) => {
  for (const [fence, found] of [
    ["----", "----"],
    ["---\u00A0 -", "---U+00A0 -"],
    ["--\u200b--", "--U+200B--"],
  ] as const) {
    const reading = await readPosts(context, { "글.md": `${fence}\n${fields}\n---\n본문` });
    assert.equal(reading.problems[0]?.values?.["found"], found);
  }
});

test("what a mistake that stops the reading hides is told in the same run", async (context) => {
  const hidden = "---\ntitel: 제목\ndate: 2024-13-05\ndrfat: true\ncategories:여행\ntags: [가\n---\n본문";
  const fences = `----\n${fields}\n----\n본문`;
  const reading = await readPosts(context, { "가.md": hidden, "나.md": fences });
  assert.deepEqual(brief(reading), [
    "error key-typo 2:1",
    "error month-impossible 3:7",
    "error key-typo 4:1",
    "error yaml-colon-blank 5:1",
    "error yaml-list-open 6:1",
    "error front-matter-fence 1:1",
    "error front-matter-close 5:1",
  ]);
});

test("a second front matter is told at its line, and is an error where it hides the post", async (context) => {
  const post = "title: 제목\ndate: 2024-03-05";
  const below = (second: string) => `---\n${post}\n---\n\n---\n${second}\n---\n\n본문`;
  const reading = await readPosts(context, {
    "가.md": below(post),
    "나.md": below("title: 제목\ndraft: true"),
    "다.md": `---\n${post}\n---\n\n---\n\n본문\n\n---\n\n메모: 산책\n`,
    "라.md": `---\n${post}\n---\n\n---\n메모: 산책\n---\n`,
    "마.md": `---\n${post}\ndraft: true\n---\n\n---\ntitle: 제목\ndraft: true\n---\n\n이미 숨은 글`,
    "바.md": `---\n${post}\n---\n\ndraft: true\n\n본문`,
    "사.md": `---\n${post}\n---\n비공개: 예\n---\n본문`,
    "아.md": `---\n${post}\n---\n----\ndraft: true\n----\n본문`,
    "자.md": `---\n${post}\n---\n저자: 김철수\ndate: 오늘\n\n비밀: 아무도 모르는 이야기`,
    "차.md": `---\n${post}\ndraft: true\n---\ndraft: true`,
  });
  const told = [
    "warning front-matter-twice 6:1",
    "error front-matter-twice 6:1",
    "warning front-matter-twice 7:1",
    "error front-matter-twice 6:1",
    "error front-matter-twice 5:1",
    "error front-matter-twice 5:1",
  ];
  assert.deepEqual(brief(reading), told);
});

test("two versions that git left in a post are told once, at their first line; an example in code is text", async (context) => {
  const left = (mine: string, theirs: string) => `<<<<<<< HEAD\n${mine}\n=======\n${theirs}\n>>>>>>> 64ba3c5\n`;
  const post = "---\ntitle: 제목\ndate: 2024-03-05\n---\n\n";
  const reading = await readPosts(context, {
    "가.md": `---\n${left("title: 하나", "title: 둘")}date: 2024-03-05\n---\n\n${left("하나", "둘")}`,
    "나.md": `${post}본문\n\n${left("하나", "둘").replace("=======", "||||||| 828b95b\n처음\n=======")}`,
    "다.md": `${post}\`\`\`text\n${left("하나", "둘")}\`\`\`\n\n<<<<<<< 는 시작, ======= 은 가운데입니다.\n`,
  });
  assert.deepEqual(brief(reading), ["error conflict-left 2:1", "error conflict-left 8:1"]);
});
