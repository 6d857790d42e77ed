import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

test("Notion: a box that is not ticked hides its page, a span of days begins on its first", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const ours = await blog(context, {
    [`가 ${number}1.md`]: "# 가\n\nPublished: No\nDate: January 2, 2024 → January 5, 2024\n\n글\n",
    [`나 ${number}2.md`]:
      '# 나\n\nPublished: Yes\nDate: 2024년 3월 2일 오후 3:04\n\n<aside>\n<img src="https://www.notion.so/icons/bulb.svg" alt="" width="40px" />\n\n알림\n\n</aside>\n',
    [`표 ${number}3.csv`]: "Name,Published,Date\n가,No,\n나,Yes,\n",
    "메모.md": "제목 없는 글\n",
    [`다 ${number}4.md`]: "# 다\n\n소유자: 나\n최종 편집 일시: 2023년 4월 12일 오후 3:54\n태그: 갈, 봄\n\n말\n",
  });
  assert.equal(ours.entryOf("메모.md")?.title, "메모");
  const found = ["가", "나"].map((title) => ours.entries.find((entry) => entry.title === title));
  assert.deepEqual(
    found.map((entry) => [entry?.draft, entry?.date?.iso.slice(0, 16)]),
    [
      [true, "2024-01-02T00:00"],
      [false, "2024-03-02T15:04"],
    ],
  );
  const edited = ours.entries.find((entry) => entry.title === "다");
  assert.deepEqual([edited?.date, edited?.updated?.day, edited?.tags], [undefined, "2023-04-12", ["갈", "봄"]]);
  assert.match(ours.written(`다 ${number}4.md`), /---\n\n말\n$/u);
  assert.match(ours.written(`나 ${number}2.md`), /> \[!NOTE\]\n> 알림\n/u);
});

test("Obsidian: templates and drawings are no posts, files are links, tags stand among words", async (context) => {
  const ours = await blog(context, {
    ".obsidian/templates.json": '{"folder":"틀"}',
    "틀/일기.md": "---\ntitle: 틀글표지\n---\n틀\n",
    "그림.excalidraw.md": "---\nexcalidraw-plugin: parsed\n---\n그림글표지\n",
    "판.canvas": '{"nodes":[{"text":"판글표지"}]}',
    "문서.pdf": "%PDF-1.4\n",
    "첫.md":
      "---\ntags: [가]\n---\n#여행/제주 다녀옴 #2024 `#코드` a#b\n\n%% #비밀 %%\n\n![[문서.pdf#page=2]]\n\n```\n#블록\n```\n",
  });
  assert.deepEqual(
    ours.entries.map(({ title, tags }) => [title, tags]),
    [["첫", ["가", "여행/제주"]]],
  );
  assert.deepEqual(
    ours.report.left.map(({ file, reason }) => [file, reason]),
    [
      ["그림.excalidraw.md", "left-foreign"],
      ["판.canvas", "left-foreign"],
    ],
  );
  assert.ok(existsSync(path.join(ours.root, "public/문서.pdf")));
  assert.match(ours.written("첫.md"), /\[문서\.pdf#page=2\]\(\/문서\.pdf\)/u);
});

test("Obsidian: a picture's size in a table, and a link whose words are in brackets", async (context) => {
  const ours = await blog(context, {
    ".obsidian/app.json": "{}",
    "붙임/밭.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "글.md":
      "# 글\n\n| 가 |\n|---|\n| ![[밭.svg\\|100]] |\n\n![[밭.png]](https://a.example/b.png) [[글]](#참고) [[#긴 제목]] [[글#긴 제목|절]]\n\n## 긴 제목\n",
  });
  assert.match(ours.written("글.md"), / \[긴 제목\]\(#긴-제목\) \[절\]\(\/posts\/글\/#긴-제목\)/u);
  assert.match(ours.written("글.md"), /\| !\[\\\|100\]\(\/붙임\/밭\.svg\) \|/u);
  assert.match(ours.written("글.md"), /!\[\[밭\.png\]\]\(https:\/\/a\.example\/b\.png\) \[\[글\]\]\(#참고\)/u);
});

test("Notion: fields of a page whose title no file can have, and no table that says more than its pages", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const table = `표 ${number}3.csv`;
  const ours = await blog(context, {
    [`가 나 ${number}1.md`]:
      `# 가: 나?\n\n날짜: 2024/01/02\n\n글 [표](${encodeURIComponent(table)}) [수](%EC%88%98.csv)\n`.normalize("NFC"),
    [`비밀 ${number}2.md`]: "# 비밀\n\n공개: No\n\n글\n",
    [table]: "이름,날짜,공개\n가: 나?,2024/01/02,Yes\n비밀,,No\n",
    "수.csv": "1,2\n",
  });
  assert.match(ours.written(`가 나 ${number}1.md`), /\n---\n\n글 \[표\]/u);
  const files = globSync("public/**/*.csv", { cwd: ours.root });
  assert.deepEqual(files, ["public/수.csv"]);
});

test("Notion: an address among a row's properties names no page; a table that stays behind is told where it was linked", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const ours = await blog(context, {
    [`집 ${number}1.csv`]: "이름,작성일,URL\n가,2024년 1월 2일,https://a.kr/b\n",
    [`집 ${number}1/가 ${number}2.md`]: `# 가\n\n작성일: 2024년 1월 2일\nURL: https://a.kr/b\n\n[표](${encodeURI(`가/안 ${number}3.csv`)})\n`,
    [`집 ${number}1/가/안 ${number}3.csv`]: "이름\n하나\n",
  });
  const page = ours.page(`집 ${number}1/가 ${number}2.md`);
  assert.equal(page?.path, "/posts/가/");
  assert.match(ours.written(`집 ${number}1/가 ${number}2.md`), /^link: https:\/\/a\.kr\/b$/mu);
  assert.deepEqual(
    page.warnings.map(({ code }) => code),
    ["link-unknown"],
  );
});
