import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { defineSite } from "#model/site.ts";
import { entryStore } from "#reading/entry-store.ts";
import { mdxOptions } from "#reading/own-markdown.ts";
import { temporaryFolder } from "../temporary.ts";

const settings = {
  language: "ko",
  lineBreaks: "keep",
  quotes: "korean",
  math: false,
  ellipsis: true,
  base: "/",
  host: "seogo.example",
} as const;

test("what is kept for MDX is read once for all files, and again when it is another", (context) => {
  const root = temporaryFolder(context);
  const put = (path: string) => {
    const table = entryStore(root).mdx;
    table.put("가.mdx", { settings, pictures: { "점.png": { file: "점.png", path } }, links: {} });
    table.save();
  };
  put("/pictures/a.png");
  const options = mdxOptions({ root, site: defineSite({}), cacheDir: root });
  const picture = () => options(pathToFileURL(join(root, "가.mdx"))).picture("점.png");
  const first = picture();
  assert.equal(first?.path, "/pictures/a.png");
  assert.equal(picture(), first);
  put("/pictures/b.png");
  assert.equal(picture()?.path, "/pictures/b.png");
  const own = options(pathToFileURL(join(root, "notes/나.mdx")));
  assert.equal(own.picture("점.png")?.path, "점.png", "left to Astro");
  for (const address of ["https://a.example/점.png", "//a.example/점.png", "C:\\점.png", "data:image/png,"])
    assert.equal(own.picture(address), undefined, address);
});
