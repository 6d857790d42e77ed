import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({
  address: "https://user.example/blog/",
  discussions: "me/blog",
  webmention: "https://webmention.io/user.example/webmention",
  author: { name: "나", email: "me@user.example", fediverse: "@me@social.example", profiles: ["https://bsky.app/profile/me.example"] },
});
`;
const folder = layOut({ name: "replies", posts: {}, settings });
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");
const reply = (id: string, minute: number, more: object = {}) => ({
  id: `github:${id}`,
  name: `사람 ${id}`,
  date: `2026-03-01T15:${String(minute).padStart(2, "0")}:00.000Z`,
  html: `<p>말 ${id}</p>`,
  ...more,
});
const hostile = {
  name: "<script>alert(1)</script>\u202e",
  person: 'https://elsewhere.example/?a="><b>',
  html: '<p onclick="x()">안녕<script>alert(2)</script><img src="https://spy.example/1.png" alt="그림"><a href="javascript:x()">가</a> <a href="https://ok.example/">나</a> <a href="https://user.example/blog/posts/%EC%B4%88%EC%95%88/">초안</a></p><h1>큰 말</h1><iframe src="https://spy.example/"></iframe>',
};
const file = (id: string) => `src/content/replies/${id}.json`;

write(
  "src/content/posts/2026/봄.md",
  "---\ntitle: 봄\ndate: 2026-03-01\ndiscussion: https://social.example/@me/100\n---\n\n봄입니다.\n",
);
write("src/content/posts/여름.md", "---\ntitle: 여름\ndate: 2026-03-02\n---\n\n여름입니다.\n");
write("src/content/posts/초안-아님.md", "---\ntitle: 가을\ndate: 2026-03-03\n---\n\n가을입니다.\n");
write("src/content/posts/초안.md", "---\ntitle: 쓰는 중\ndraft: true\n---\n\n아직.\n");
write(
  file("2026/봄"),
  JSON.stringify({
    discussions: ["https://github.com/me/blog/discussions/7"],
    replies: [
      reply("넷", 4, { to: "github:셋" }),
      reply("하나", 1, { url: "https://github.com/me/blog/discussions/7#c1", person: "https://github.com/one" }),
      reply("다섯", 5, { to: "github:넷" }),
      reply("둘", 2, hostile),
      reply("셋", 3, { to: "github:하나" }),
      reply("여섯", 6, { name: "광고" }),
    ],
  }),
);
write(file("초안"), JSON.stringify({ replies: [reply("비밀", 1)] }));
write("src/content/replies/hide.txt", "# 감출 사람\n광고\n");
build(folder);
const spring = read("posts/2026/봄/index.html");
const section = /<section class="replies"[\s\S]*?<\/section>/u.exec(spring)?.[0] ?? "";

test("replies stand below their post in order, two levels deep at most, without those that are hidden", () => {
  assert.match(section, /^<section class="replies" id="Replies"><h2 class="label">댓글 5<\/h2>/u);
  const shape = section
    .replace(/<(?!\/?(?:ol|li)\b)[^>]*>/gu, "")
    .replace(/<li[^>]*>[^<]*?사람 ([^ ]+) .*?(?=<|$)/gsu, "<li>$1");
  assert.match(shape, /<ol><li>하나<ol><li>셋<ol><li>넷<\/li><li>다섯<\/li><\/ol><\/li><\/ol><\/li><li /u);
  assert.doesNotMatch(spring, /말 여섯|광고/u);
  assert.doesNotMatch(section, /<span class="u-url"/u, "without an address the day would be read as one");
  assert.match(
    section,
    /<a class="u-url" href="https:\/\/github\.com\/me\/blog\/discussions\/7#c1" rel="nofollow ugc"><time class="dt-published" datetime="2026-03-01T15:01:00\.000Z">2026년 3월 2일<\/time><\/a>/u,
  );
});

test("what a stranger wrote keeps its words and plain links alone, and a link of theirs to a draft stops no build", () => {
  assert.match(section, /<bdi class="p-name">&lt;script&gt;alert\(1\)&lt;\/script&gt;\u202e<\/bdi>/u);
  assert.match(
    section,
    /<p>안녕그림가 <a href="https:\/\/ok\.example\/" rel="nofollow ugc">나<\/a> <a href="[^"]*" rel="nofollow ugc">초안<\/a><\/p><p>큰 말<\/p>/u,
  );
  assert.doesNotMatch(section, /<script|<img|<iframe|onclick|javascript:|spy\.example\/1|<h1/u);
});

test("one line says where to answer: where the post is talked about, else where its author is", () => {
  assert.match(
    spring,
    /여기에 답하기 <a href="https:\/\/social\.example\/@me\/100">social\.example<\/a> <a href="https:\/\/github\.com\/me\/blog\/discussions\/7">GitHub<\/a><\/p>/u,
  );
  const summer = read("posts/여름/index.html");
  assert.doesNotMatch(summer, /class="replies"/u);
  const links = [...(/여기에 답하기([\s\S]*?)<\/p>/u.exec(summer)?.[1] ?? "").matchAll(/href="([^"]*)"/gu)].map(
    ([, href = ""]) => new URL(href.replaceAll("&amp;", "&")),
  );
  assert.equal(links[0]?.searchParams.get("title"), "blog/posts/여름/");
  assert.equal(links[0]?.searchParams.get("body"), "https://user.example/blog/posts/여름/");
  assert.equal(links[0]?.pathname, "/me/blog/discussions/new");
  assert.equal(
    decodeURIComponent(links[1]?.hash ?? ""),
    "#text=@me@social.example https://user.example/blog/posts/여름/",
  );
  assert.equal(links[2]?.searchParams.get("text"), "@me.example https://user.example/blog/posts/여름/");
  assert.match(summer, /<link rel="webmention" href="https:\/\/webmention\.io\/user\.example\/webmention">/u);
});

test("feeds and engines are told how many there are; nothing is told of a draft's", () => {
  const url = "https://user.example/blog/posts/2026/%EB%B4%84/";
  assert.match(
    read("rss.xml"),
    new RegExp(`<comments>${url}#Replies</comments><slash:comments>5</slash:comments>`, "u"),
  );
  assert.match(
    read("atom.xml"),
    new RegExp(
      `<link rel="replies" type="text/html" href="${url}#Replies" thr:count="5"/><thr:total>5</thr:total>`,
      "u",
    ),
  );
  assert.equal([...read("rss.xml").matchAll(/slash:comments>/gu)].length, 2);
  assert.match(spring, /"commentCount":5/u);
  assert.doesNotMatch(read("posts/여름/index.html"), /commentCount/u);
  const found = spawnSync("grep", ["-rl", "비밀", join(folder, "dist")], { encoding: "utf8" });
  assert.equal(found.stdout, "");
});

test("a reply that was fetched since the last build is in the next one, on its page and in feeds", () => {
  const stamp = () => statSync(join(folder, ".seogo/staging/posts/초안-아님/index.html")).mtimeMs;
  const before = stamp();
  write(file("여름"), JSON.stringify({ replies: [reply("새로", 9)] }));
  build(folder);
  assert.match(read("posts/여름/index.html"), /댓글 1<[\s\S]*말 새로/u);
  assert.match(read("atom.xml"), /<thr:total>1<\/thr:total>/u);
  assert.equal(stamp(), before, "other pages are not made anew");
});

test("a file that cannot be read stops the build at its line, one without a post is told, and the last site stays", () => {
  const before = read("posts/2026/봄/index.html");
  const run = () =>
    spawnSync(process.execPath, ["commands/build.mjs"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, LANG: "ko_KR.UTF-8", SOURCE_DATE_EPOCH: "1795564800" },
    });
  write(
    file("여름"),
    '{\n  "replies": [\n    { "id": "github:1", "name": "가", "date": "어제", "html": "" }\n  ]\n}\n',
  );
  write(file("없는-글"), '{ "replies": [ }\n');
  const broken = run();
  assert.equal(broken.status, 1);
  const said = broken.stdout + broken.stderr;
  assert.match(said, /src\/content\/replies\/여름\.json:3:\d+ {2}replies\.0\.date — 댓글 파일에 쓸 수 없는 값입니다/u);
  assert.match(said, /src\/content\/replies\/없는-글\.json:1:\d+ {2}JSON — JSON으로 읽을 수 없습니다/u);
  assert.equal(read("posts/2026/봄/index.html"), before);
  write(file("없는-글"), '{ "replies": [] }\n');
  rmSync(join(folder, file("여름")));
  const well = run();
  assert.equal(well.status, 0, well.stderr);
  assert.match(
    well.stdout + well.stderr,
    /src\/content\/replies\/없는-글\.json:1:1 .*이 댓글이 달린 글이 없습니다: 없는-글/u,
  );
});
