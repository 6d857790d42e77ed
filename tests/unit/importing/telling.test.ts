import assert from "node:assert/strict";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onePost } from "./one-post.ts";
import { test } from "node:test";
import { detectedKind, importKinds } from "#tools/import/kinds.ts";
import { checkedSite, oldAddresses } from "#tools/import/shared/old-site.ts";
import { sourceTree } from "#tools/import/shared/source-tree.ts";
import { temporaryFolder } from "../temporary.ts";
import { command, post, text } from "./command.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

test("a folder of no kind that we know ends with the list of kinds, and nothing is written", (context) => {
  const { root, remove } = sourceOf({ "메모.txt": "글", "글.md": "# 제목\n\n글\n" });
  const target = path.join(temporaryFolder(context), "새 집");
  const run = command([root, "--to", target]);
  assert.equal(run.status, 1);
  assert.equal(run.stderr.trim(), text("import-no-blog", { folder: root, kinds: importKinds.join(", ") }));
  assert.equal(existsSync(target), false);
  assert.equal(
    command([root, "--kind", "naver", "--to", target]).stderr.trim(),
    text("import-no-kind", { kind: "naver", kinds: importKinds.join(", ") }),
  );
  const empty = command([root, "--kind", "hexo", "--to", target]);
  assert.equal(empty.status, 1);
  assert.ok(empty.stderr.includes(text("import-no-content", { folder: root, kind: "Hexo" })) && !existsSync(target));
  const asked = command([root, "--kind", "markdown", "--to", target]);
  assert.deepEqual([asked.status, existsSync(path.join(target, "src/content/posts/글.md"))], [0, true]);
  assert.ok(asked.stderr.includes(text("import-detected", { kind: "Markdown" })));
  remove();
});

test("files that the next build would refuse stay behind, and are told", async () => {
  const { root, remove } = sourceOf({
    "hugo.toml": "",
    "content/posts/글.md": post("글", "[코드](/files/a.py) [자료](/files/a.csv)"),
    "static/files/a.py": "print(1)\n",
    "static/files/a.csv": "a,b\n",
    "static/files/a.csv.gz": "x",
    "static/files/b.conf": "x = 1\n",
    "static/CNAME": "blog.example\n",
  });
  const ours = await imported(root);
  assert.deepEqual(
    ours.report.asides.map(({ file, reason }) => [file, reason]),
    ["a.csv.gz", "a.py", "b.conf"].map((name) => [`static/files/${name}`, "left-refused"]),
  );
  const there = ["CNAME", "files/a.csv"].map((name) => existsSync(path.join(ours.root, "public", name)));
  assert.deepEqual(there, [true, true]);
  ours.remove();
  remove();
});

test("each kind is told by its surest sign", () => {
  const told = (files: Record<string, string>) => {
    const { root, remove } = sourceOf(files);
    const kind = detectedKind(sourceTree(root));
    remove();
    return [kind?.name, kind?.reasons[0]];
  };
  const hexo = {
    "_config.yml": "",
    "source/_posts/글.md": post("글"),
    "package.json": '{"dependencies":{"hexo":"1"}}',
  };
  assert.deepEqual(told(hexo), ["hexo", "package.json: hexo"]);
  assert.deepEqual(told({ "_config.yml": "", "_posts/2020-01-01-글.md": post("글") }), ["jekyll", "_config.yml"]);
  assert.deepEqual(told({ "hugo.toml": "", "content/post/글.md": post("글") }), ["hugo", "hugo.toml"]);
  assert.deepEqual(told({ "글/글.md": "---\ntitle: 글\nis_private: true\n---\n" }), ["velog", "글/글.md"]);
  assert.deepEqual(told({ "글.md": post("글") }), ["markdown", "글.md"]);
  assert.deepEqual(told({ "글.md": "# 글\n" }), [undefined, undefined]);
});

test("posts get their old addresses by a map or a feed: by name, by title, by a day that only one has", async () => {
  const { root, remove } = sourceOf({
    "감자 심기.md": post("감자"),
    "b.md": "---\ntitle: 제목으로 찾기\ndate: 2020-02-02\n---\n글\n",
    "c.md": "---\ntitle: 날짜로 찾기\ndate: 2020-03-03\n---\n글\n",
    "d.md": "---\ntitle: 못 찾는 글\ndate: 2020-04-04\n---\n글\n",
  });
  const map =
    "<urlset><url><loc>https://x.kr/blog/%EA%B0%90%EC%9E%90-%EC%8B%AC%EA%B8%B0.html</loc></url><url><loc>https://x.kr/gone/</loc></url></urlset>";
  const feed =
    "<rss><item><title><![CDATA[제목으로 찾기]]></title><link>https://x.kr/2/</link></item><item><title>다른 제목</title><link>https://x.kr/3/</link><pubDate>Tue, 03 Mar 2020 01:00:00 GMT</pubDate></item></rss>";
  const ours = await imported(root, { addresses: [...oldAddresses(map), ...oldAddresses(feed)] });
  const found = ours.report.pages.map(({ path: address, isNewAddress }) => [address, isNewAddress]);
  assert.deepEqual(found, [
    ["/2/", false],
    ["/3/", false],
    ["/posts/d/", true],
    ["/blog/감자-심기/", false],
  ]);
  assert.deepEqual(ours.report.lost, ["/gone/"]);
  assert.deepEqual(ours.entryOf("감자 심기.md")?.aliases, ["/blog/감자-심기.html"]);
  ours.remove();
  remove();
});

test("the built site is compared with the old one: opened, led on, lost, and words that are missing", async (context) => {
  const root = temporaryFolder(context);
  const files = {
    "old/글/index.html": "<nav>차림표</nav><article>봄나물 여름국수 가을감</article>",
    "old/옛/index.html": "<p>옛글</p>",
    "old/없음.html": "<p>없음</p>",
    "dist/글/index.html": "<main>봄나물 여름국수</main>",
    "dist/_redirects": "/옛/ /글/ 301\n/없음.html /404.html 410\n",
  };
  for (const [file, html] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), html);
  }
  const found = await checkedSite(path.join(root, "old"), path.join(root, "dist"));
  assert.deepEqual(found, { all: 3, led: ["/옛/"], lost: ["/없음.html"], lacking: [["/글/", ["가을감"]]] });
});

test("links out of the folder are not followed, and names of Korean Windows are read", async (context) => {
  const outside = path.join(temporaryFolder(context), "비밀.md");
  writeFileSync(outside, post("남의 비밀"));
  const { root, remove } = sourceOf({ "안.md": post("안") });
  symlinkSync(outside, path.join(root, "밖.md"));
  symlinkSync("안.md", path.join(root, "또.md"));
  symlinkSync(path.dirname(outside), path.join(root, "폴더"));
  const cp949 = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]), Buffer.from(".md")]);
  writeFileSync(cp949, post("옛 이름"));
  const ours = await imported(root);
  assert.deepEqual(ours.report.pages.map(({ source }) => source).sort(), ["또.md", "안.md", "한글.md"]);
  const left = ours.report.asides.filter(({ reason }) => reason === "left-link").map(({ file }) => file);
  assert.deepEqual(left.sort(), ["밖.md", "폴더"]);
  ours.remove();
  remove();
});

test("settings that cannot be read are told, and the posts come", async () => {
  for (const files of [
    { "hugo.toml": 'title = "밭\nbaseURL = "https://bat.example/"\n', "content/posts/글.md": post("글") },
    { "_config.yml": "- url: https://bat.example\n- title: 밭\n", "_posts/2020-01-03-글.md": post("글") },
  ]) {
    const { root, remove } = sourceOf(files);
    const ours = await imported(root);
    assert.deepEqual(ours.report.asides, [{ file: Object.keys(files)[0], reason: "left-unread" }]);
    assert.equal(ours.report.pages.length, 1);
    ours.remove();
    remove();
  }
});

test("aliases of aliases in YAML and HTML too deep to walk end in a message, and the other posts come", async () => {
  const bomb = "abcdefgh"
    .split("")
    .map((name, index) => `${"bcdefghi"[index]}: &${"bcdefghi"[index]} [${Array(9).fill(`*${name}`).join(",")}]`);
  const { root, remove } = sourceOf({
    "_config.yml": "title: 밭\n",
    "_posts/2020-01-01-bomb.md": `---\ntitle: 폭탄\na: &a [x,x,x,x,x,x,x,x,x]\n${bomb.join("\n")}\n---\n글\n`,
    "_posts/2020-01-02-deep.html": `---\ntitle: 깊음\n---\n${"<div>".repeat(9000)}글${"</div>".repeat(9000)}`,
    "_posts/2020-01-03-글.md": post("글"),
  });
  const ours = await imported(root);
  assert.deepEqual(
    ours.report.pages.map(({ source, warnings }) => [source.slice(18, 22), warnings[0]?.code]),
    [
      ["bomb", "front-matter-repaired"],
      ["deep", "body-unconverted"],
      ["글.md", undefined],
    ],
  );
  ours.remove();
  remove();
});

test("a folder inside a blog, and one that holds an archive, are told which to name", async () => {
  const { root, remove } = sourceOf({
    "블로그/hugo.toml": 'baseURL = "https://a.test/"\n',
    "블로그/content/post/가.md": post("가"),
    "받은 것/글.zip": "",
  });
  const blog = path.join(root, "블로그");
  const part = text("import-part", { file: path.join(blog, "hugo.toml"), folder: blog });
  const run = (name: string) => command([path.join(root, name), "--dry-run", "--to", path.join(root, "서고")]).stderr;
  const said = [run("블로그"), run("블로그/content"), run("블로그/content/post"), run("받은 것")];
  remove();
  assert.deepEqual(
    said.map((words) => words.includes(part)),
    [false, true, true, false],
  );
  assert.ok(said[3]?.includes(text("import-archive", { file: path.join(root, "받은 것/글.zip") })));
});

test("a picture that a shortcode shows and that is not there is told once, at its line", async () => {
  const { warnings } = await onePost(
    '말\n\n{{< figure src="없다.png" >}}\n\n{{< youtube abc >}} 뒤\n\n![또](없다.png)\n\n![둘](둘.png)\n\n![둘](둘.png)\n',
  );
  assert.deepEqual(warnings, [
    "7 import-picture-missing",
    "9 embed-linked",
    "13 import-picture-missing",
    "15 import-picture-missing",
  ]);
});
