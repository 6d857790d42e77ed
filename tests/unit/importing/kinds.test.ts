import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceTree } from "#tools/import/shared/source-tree.ts";
import { detectedKind } from "#tools/import/kinds.ts";
import { imported } from "./imported.ts";
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
