import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { hexoRule } from "#tools/import/folders/rules.ts";
import { blogOfKind, detectedKind } from "#tools/import/kinds.ts";
import { type SourceTree, sourceTree } from "#tools/import/shared/source-tree.ts";
import { writtenDate } from "#tools/import/shared/values.ts";
import { unpacked } from "./unpacked.ts";

test("a day without a time counts from midnight in Hexo's addresses", () => {
  const tree = { has: () => true, text: () => "permalink: :year/:hour:minute/:title/\n" } as unknown as SourceTree;
  const post = { parts: ["글"], isIndex: false, data: {}, title: "글", date: writtenDate("2020-01-02", "Asia/Seoul") };
  assert.equal(hexoRule(tree)?.(post), "/2020/0000/글/");
});

/** Settings of Hexo, and the files that Hexo 8 built with them from the fixture, in Korea. */
const hexoSettings: readonly (readonly [settings: string, built: string])[] = [
  [
    "permalink: :category/:name.html\npost_asset_folder: false\ncategory_map:\n  밥상: table\n",
    "Notes/hello-World_2.html table/봄/봄-나물.html uncategorized/C++와 감.html uncategorized/감 따기.html 기록/여름-국수.html",
  ],
  [
    "permalink: p/:i_month-:i_day/:post_title/\nfilename_case: 1\n",
    "p/10-9/감-따기/ p/2-2/c-와-감/ p/3-3/hello/ p/3-5/봄-나물/ p/7-1/여름-국수/",
  ],
  ["permalink: :title\nnew_post_name: :year-:title.md\n", "C-와-감/ hello-World-2/ 가을-감-따기/ 봄-나물/ 여름-국수/"],
];

for (const [settings, built] of hexoSettings)
  test(`Hexo's own addresses with ${settings.split("\n")[0] ?? ""}`, () => {
    const { root, remove } = unpacked("hexo.txt");
    const config = readFileSync(path.join(root, "_config.yml"), "utf8");
    const keys = settings.match(/^\w+/gmu) ?? [];
    const rest = config.split("\n").filter((line) => !keys.some((key) => line.startsWith(`${key}:`)));
    writeFileSync(path.join(root, "_config.yml"), `${rest.join("\n")}${settings}`);
    const tree = sourceTree(root);
    const kind = detectedKind(tree) ?? assert.fail();
    const pages = (blogOfKind(tree, kind)?.pages ?? []).filter(({ kind: what, draft }) => what === "post" && !draft);
    const addresses = new Set(pages.flatMap((page) => [page.path, ...page.aliases]));
    const missing = built.split(/ (?=\S+\/)/u).filter((file) => !addresses.has(`/${file}`));
    assert.deepEqual(missing, []);
    remove();
  });
