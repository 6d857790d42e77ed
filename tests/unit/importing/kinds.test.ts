import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceTree } from "#tools/import/shared/source-tree.ts";
import { blogOfKind, detectedKind } from "#tools/import/kinds.ts";
import { imported } from "./imported.ts";
import { blog } from "./odd-blog.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";

/** Words that stand in what each fixture's author kept from readers: drafts, models of posts, comments. */
const kept =
  /초안글표지|감춘글표지|잠근글표지|비밀글표지|밑줄글표지|틀글표지|버린글표지|혼자글표지|회원글표지|예약글표지|차림표표지|문서글표지|숨은말표지/u;

interface Expected {
  readonly kind: string;
  /** The addresses of what readers see: for Hexo, Gatsby and Astro those that the program itself built from the fixture. */
  readonly addresses: readonly string[];
  readonly drafts: number;
  readonly pictures: number;
}

const fixtures: readonly Expected[] = [
  {
    kind: "hexo",
    addresses: [
      "/2021/03/05/봄-나물/",
      "/2021/07/01/여름-국수/",
      "/2021/10/09/가을/감 따기/",
      "/2022/02/02/C++와 감/",
      "/2022/03/03/hello-World_2/",
      "/about/",
      "/winter/first-snow/",
    ],
    drafts: 3,
    pictures: 3,
  },
  {
    kind: "gatsby",
    addresses: [
      "/Upper-Case/",
      "/development/C++와 Node.js/",
      "/development/ES6-정리/",
      "/development/typed/",
      "/깊은/더/깊은 곳/",
      "/첫 글/",
    ],
    drafts: 1,
    pictures: 1,
  },
  {
    kind: "astro",
    addresses: [
      "/posts/hello-world/",
      "/posts/my/own-slug/",
      "/posts/ünïcode_밑줄/",
      "/posts/깊은/c와-net/",
      "/posts/날짜/2024-01-01-새해/",
      "/posts/둘째-글/",
      "/posts/묶음/",
    ],
    drafts: 2,
    pictures: 3,
  },
  { kind: "next", addresses: ["/blog/nested/route/둘째/", "/blog/첫-글/"], drafts: 1, pictures: 1 },
  { kind: "obsidian", addresses: ["/posts/글/감자-심기/", "/posts/글/텃밭-일기/"], drafts: 1, pictures: 1 },
  { kind: "notion", addresses: ["/posts/여행-이야기/", "/posts/혼자-선-글/"], drafts: 1, pictures: 1 },
  { kind: "markdown", addresses: ["/posts/글/첫-글/"], drafts: 1, pictures: 1 },
  { kind: "ghost", addresses: ["/about/", "/ghost-글/"], drafts: 2, pictures: 1 },
  {
    kind: "wordpress",
    addresses: ["/2020/01/02/block-글/", "/about/", "/archives/2/"],
    drafts: 4,
    pictures: 2,
  },
];

for (const { kind, addresses, drafts, pictures } of fixtures)
  test(`${kind}: told by its files, at its own addresses, with its pictures, and nothing that was hidden`, async () => {
    const { root, remove } = unpacked(`${kind}.txt`);
    assert.equal(detectedKind(sourceTree(root))?.name, kind);
    const ours = await imported(root);
    const shown = ours.entries.filter(({ draft }) => !draft);
    assert.deepEqual(shown.map((entry) => entry.path).sort(), [...addresses].sort());
    assert.equal(ours.entries.length - shown.length, drafts);
    const html = shown.map((entry) => ours.body(entry).html).join("\n");
    assert.doesNotMatch(html, kept);
    assert.doesNotMatch(html.replace(/<code>.*?<\/code>/gu, ""), /\{%|%\}|%%|<!-- tab|\[caption|wp:|:title=/u);
    assert.equal(shown.flatMap((entry) => ours.body(entry).pictures).length, pictures, html);
    assert.deepEqual(
      ours.problems.filter(({ severity }) => severity === "error"),
      [],
    );
    ours.remove();
    remove();
  });

test("VuePress keeps posts in a folder that Jekyll has too", () => {
  const { root, remove } = sourceOf({
    "package.json": '{"devDependencies":{"vuepress":"^1.9.0"}}',
    "docs/.vuepress/config.js": "module.exports = {}",
    "docs/_posts/2020-01-02-첫.md": "---\ntitle: 첫\n---\n글\n",
  });
  const tree = sourceTree(root);
  const kind = detectedKind(tree);
  assert.equal(kind?.name, "markdown");
  const [page] = blogOfKind(tree, kind)?.pages ?? [];
  assert.deepEqual([page?.path, page?.date?.day, page?.isNewAddress], ["/_posts/2020-01-02-첫/", "2020-01-02", false]);
  remove();
});

test("Zola's settings are no Hugo's: its posts get new addresses, and its links lead to them", async (context) => {
  const ours = await blog(context, {
    "config.toml": 'base_url = "https://z.test"\n',
    "content/글/첫.md": '+++\ntitle = "첫"\ndate = 2020-01-02\n+++\n[둘째](@/글/2020-01-03-둘째.md)\n',
    "content/글/2020-01-03-둘째.md": '+++\ntitle = "둘째"\n+++\n글\n',
  });
  assert.equal(ours.report.site.kind, "markdown");
  assert.ok(ours.report.pages.every((page) => page.isNewAddress && page.warnings.length === 0));
  const first = ours.entries.find(({ title }) => title === "첫");
  assert.match(first === undefined ? "" : ours.body(first).html, /href="\/posts\/글\/2020-01-03-둘째\/"/u);
});

test("Nikola writes a post's fields into a comment: a private one stays so", async (context) => {
  const fields =
    ".. title: 혼자: 볼 글\n.. slug: own\n.. date: 2020-01-02 08:30:00 UTC+09:00\n.. tags: 봄, 여름\n.. status: private\n";
  const ours = await blog(context, { "conf.py": "", "posts/글.md": `<!--\n${fields}-->\n\n말\n` });
  const [entry] = ours.entries;
  assert.deepEqual(
    [entry?.title, entry?.date?.day, entry?.tags, entry?.draft],
    ["혼자: 볼 글", "2020-01-02", ["봄", "여름"], true],
  );
});

test("files of Astro and Next that are pages by where they lie keep their addresses; without a day they are pages", async (context) => {
  const post = "---\ntitle: 글\ndate: 2020-01-01\n---\n글\n";
  const told = 'export const metadata = {\n  title: "쓴 글",\n  date: \'2020-01-02\',\n  tags: ["가"],\n};\n\n글\n';
  const blogs = {
    astro: { "src/pages/posts/첫 글.md": post, "src/pages/about.md": "---\ntitle: 소개\n---\n글\n" },
    next: {
      "app/(글)/blog/쓴-글/page.mdx": told,
      "app/(글)/blog/쓴-글/page.tsx": "",
      "app/about/page.mdx": "# 소개\n",
    },
    nextra: { "pages/posts/첫-글.mdx": post, "pages/tags/[tag].mdx": "# 틀\n", "pages/about.mdx": "# 소개\n" },
  };
  const found = await Promise.all(
    Object.entries(blogs).map(async ([kind, files]) => {
      const name = kind === "nextra" ? "next" : kind;
      const ours = await blog(context, { ...files, "package.json": `{"dependencies":{"${name}":"1"}}` });
      const entries = ours.entries.map((entry) => [entry.kind, entry.path, entry.title, entry.date?.day, entry.tags]);
      assert.deepEqual(ours.report.lost, []);
      return entries.sort();
    }),
  );
  const about = ["page", "/about/", "소개", undefined, []];
  assert.deepEqual(found, [
    [about, ["post", "/posts/첫 글/", "글", "2020-01-01", []]],
    [about, ["post", "/blog/쓴-글/", "쓴 글", "2020-01-02", ["가"]]],
    [about, ["post", "/posts/첫-글/", "글", "2020-01-01", []]],
  ]);
});

test("texts in forms that are not read are told, not left out in silence", async (context) => {
  const head = "---\ntitle: 글\ndate: 2020-01-01\n---\n";
  const ours = await blog(context, {
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "source/_posts/가.md": `${head}글\n`,
    "source/_posts/나.html": `${head}<p>글</p>\n`,
    "source/_posts/다.org": "글\n",
    "source/_posts/가/자료.html": "<p>자료</p>\n",
  });
  assert.deepEqual(
    ours.report.left.map(({ file, reason }) => `${file} ${reason}`),
    ["source/_posts/나.html left-foreign", "source/_posts/다.org left-foreign"],
  );
});
