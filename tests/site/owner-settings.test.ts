import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({
  address: "https://mine.example/",
  title: "느린 개발 이야기",
  authors: [{ name: "박손님", bio: "가끔 씁니다.", picture: "/손님.svg", profiles: ["https://guest.example/"] }],
  author: { name: "김느린", bio: "천천히 만드는 사람", profiles: ["https://www.example.social/@slow", { label: "깃허브", url: "https://github.com/slow" }] },
  words: { tags: "꼬리표", minutes: "{1}분이면 읽습니다" },
  mark: "느린",
  menu: ["tags", { label: "할인", href: "https://shop.example/" }],
  footer: { text: "천천히 씁니다." },
  home: { featured: false, summaries: 0, byYear: false, categories: false },
  outputs: { feeds: ["rss"], sources: false, tagFeeds: false },
  newsletter: "https://letter.example/",
});
`;
const slot = (props: string, body: string) => `---\n${props}\n---\n\n${body}\n`;
const folder = layOut({ name: "owner-settings", posts: { 글: "tests/fixtures/look" }, settings });
const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");
const owner = (name: string, text: string) => writeFileSync(join(folder, "src/owner", name), text);

writeFileSync(
  join(folder, "src/content/posts/글/손님-글.md"),
  "---\ntitle: 손님 글\ndate: 2026-02-03\nauthor: 박손님\n---\n\n손님이 썼습니다.\n",
);
for (const name of [".DS_Store", "._손님.svg", "Thumbs.db"])
  writeFileSync(join(folder, "public", name), Uint8Array.of(0, 1));
writeFileSync(join(folder, "public/손님.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
owner("HeadEnd.astro", slot("const { page } = Astro.props;", '<meta name="test-kind" content={page.kind} />'));
owner("AfterPost.astro", slot("const { entry } = Astro.props;", "<p>잘 읽으셨나요: {entry.title}</p>"));
owner("Footer.astro", "<p>사업자 번호 없음</p>\n");
owner("HomeTop.astro", slot("const { site } = Astro.props;", "<p>어서 오세요, {site.title}입니다.</p>"));
writeFileSync(
  join(folder, "src/styles/owner.css"),
  ":root { --paper: light-dark(#eefaf7, #0a1a18); --seal: #0a7d6b; }\n",
);
const moved = "<!doctype html><title>옛 소개</title>옮기지 않은 소개\n";
mkdirSync(join(folder, "public/옛-소개"));
writeFileSync(join(folder, "public/옛-소개/index.html"), moved);
mkdirSync(join(folder, "src/pages/own"), { recursive: true });
writeFileSync(join(folder, "src/pages/own/words.txt.ts"), 'export const GET = () => new Response("내 말");\n');
writeFileSync(
  join(folder, "src/content/moves.txt"),
  ["/옛-소개/", "/own/words.txt", "/정말-옛-글/"].map((from) => `${from} /posts/글/손님-글/\n`).join(""),
);
build(folder);
const files = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" });
const post = files.find((path) => /^posts\/.+\/index\.html$/u.test(path) && !path.includes("page/")) ?? "";

test("what systems leave in public/ is not published", () => {
  assert.deepEqual(
    files.filter((path) => /(?:^|\/)(?:\.|Thumbs)/u.test(path)),
    [],
  );
});

test("no move leads away from a file or page of the owner's own", () => {
  assert.equal(read("옛-소개/index.html"), moved);
  assert.equal(read("own/words.txt"), "내 말");
  const rules = decodeURI(read("_redirects"));
  assert.match(rules, /^\/정말-옛-글\/ \/posts\/글\/손님-글\/ 301$/mu);
  assert.doesNotMatch(rules, /옛-소개|words/u);
});

test("menu, footer, words, licence and colours are the owner's", () => {
  const home = read("index.html");
  assert.match(
    home,
    /<nav aria-label="주요 메뉴"><a href="\/tags\/">꼬리표<\/a> <a href="https:\/\/shop\.example\/">할인<\/a> <\/nav>/u,
  );
  assert.match(home, /<p>천천히 씁니다\.<\/p>/u);
  assert.match(home, /<a href="https:\/\/www\.example\.social\/@slow" rel="me">\s*example\.social\s*<\/a>/u);
  assert.match(home, /rel="me">\s*깃허브\s*<\/a>/u);
  assert.match(home, /© \d{4} 김느린\s+· 모든 권리 보유/u);
  assert.doesNotMatch(home + read(post), /rel="license"|creativecommons/u);
  assert.match(home, /content="#eefaf7" media="\(prefers-color-scheme: light\)"/u);
  assert.match(read(post), /\d분이면 읽습니다/u);
  assert.match(read("subscribe/index.html"), /<a href="https:\/\/letter\.example\/">뉴스레터 신청<\/a>/u);
});

test("the mark is the owner's letters, in the header and in the tab", () => {
  const home = read("index.html");
  assert.match(home, /rel="home"[^>]*><img src="\/mark\.svg" width="32" height="32" alt(?:="")?>/u);
  assert.match(home, /<link rel="icon" href="\/mark\.svg"/u);
  assert.doesNotMatch(home, /favicon|apple-touch-icon\.png/u);
  assert.match(
    read("mark.svg"),
    /^<svg[^>]+><path fill="#0a7d6b" d="M0 0h32v32h-32z"\/><path fill="#faf7f0" d="[^"]+"\/><\/svg>$/mu,
  );
  assert.deepEqual([...readFileSync(join(folder, "dist/mark.png")).subarray(16, 24)], [0, 0, 0, 180, 0, 0, 0, 180]);
});

test("every author has a line below their posts; each of several has a page and a feed", () => {
  assert.match(read(post), /<strong>김느린<\/strong> <span>천천히 만드는 사람<\/span>/u);
  const guest = read("posts/글/손님-글/index.html");
  assert.match(guest, /<a class="p-author h-card" href="\/authors\/박손님\/">\s*박손님\s*<\/a>/u);
  assert.match(
    guest,
    /<img src="\/손님\.svg"[^>]*><p><a href="\/authors\/박손님\/">박손님<\/a> <span>가끔 씁니다\.<\/span>/u,
  );
  const list = read("authors/박손님/index.html");
  assert.match(list, /<title>박손님 · 글쓴이 · 느린 개발 이야기<\/title>/u);
  assert.match(list, /<meta name="description" content="가끔 씁니다\.">/u);
  assert.match(list, /<a href="https:\/\/guest\.example\/" rel="me">/u);
  assert.match(list, /href="\/posts\/글\/손님-글\/"/u);
  const feed = read("authors/박손님/rss.xml");
  assert.equal([...feed.matchAll(/<item>/gu)].length, 1);
  assert.match(read("subscribe/index.html"), /href="\/authors\/박손님\/rss\.xml"/u);
  assert.match(read("sitemap-0.xml"), /\/authors\/%EB%B0%95/u);
  assert.ok(!files.some((path) => path.startsWith("authors/김느린")));
});

test("slots stand in their places", () => {
  assert.match(read("index.html"), /<meta name="test-kind" content="home">[\s\S]*<\/head>/u);
  assert.match(read("index.html"), /<p>어서 오세요, 느린 개발 이야기입니다\.<\/p>/u);
  assert.doesNotMatch(read("archive/index.html"), /어서 오세요/u);
  assert.match(read(post), /<p>잘 읽으셨나요: [^<]+<\/p>\s*<\/footer>/u);
  assert.match(read("404.html"), /<p>사업자 번호 없음<\/p>\s*<\/footer>/u);
});

test("the home page shows what its settings leave", () => {
  const home = read("index.html");
  assert.doesNotMatch(home, /class="featured|class="year"|class="terms/u);
  assert.match(home, /<ol class="lines">/u);
});

test("only the wanted outputs are made, and nothing names the others", () => {
  assert.ok(existsSync(join(folder, "dist/rss.xml")));
  const others = files.filter((path) => /atom\.xml$|feed\.json$|index\.md$|^tags\/.+\/rss\.xml$/u.test(path));
  assert.deepEqual(others, []);
  for (const path of files.filter((file) => /\.(?:html|xml|txt)$/u.test(file)))
    assert.doesNotMatch(read(path), /atom\.xml|feed\.json|index\.md|\/tags\/[^"\s]*rss\.xml/u, path);
});
