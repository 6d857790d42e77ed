import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { metaPolicy, pictureSources } from "#model/content-policy.ts";
import { distOf, pageOf, recipes } from "./sites.ts";

const origins = [
  "http://blog.files.example:8080",
  "http://plain.pictures.example",
  "https://cover.pictures.example",
  "https://i.pictures.example",
] as const;
const cover = "https://cover.pictures.example/2016/%EB%B4%84.jpg";

function article(): string {
  const [file = ""] = globSync("**/남의-서버에-둔-그림/index.html", { cwd: distOf(recipes.old) });
  return pageOf(recipes.old, file);
}

test("a post shows the pictures that other sites keep for it, its cover too", () => {
  const page = article();
  const shown = [...page.slice(page.indexOf("<article")).matchAll(/<img [^>]*>/gu)].map(([tag]) => tag);
  assert.deepEqual(
    shown.map((tag) => /src="(.*?)"/u.exec(tag)?.[1]),
    [
      cover,
      "https://i.pictures.example/abc123.png",
      "http://blog.files.example:8080/20160821/a.jpg?type=w773",
      "http://plain.pictures.example/old.gif",
      "https://i.pictures.example/thumb/abc123.png",
    ],
  );
  for (const tag of shown) assert.match(tag, / referrerpolicy="no-referrer"/u);
  assert.match(page, /<figcaption>그해 여름<\/figcaption>/u);
  assert.match(page, / width="773" height="580"/u);
  assert.ok(page.includes(`<meta property="og:image" content="${cover}">`));
});

test("the policy of every page and of every host names just the sites whose pictures are shown", () => {
  for (const [recipe, shownFrom, forms] of [
    [recipes.old, origins, ["https://duckduckgo.com"]],
    [recipes.own, [], undefined],
  ] as const) {
    const dist = distOf(recipe);
    const pages = globSync("**/*.html", { cwd: dist }).filter((file) => !pageOf(recipe, file).includes('"refresh"'));
    assert.ok(pages.length > 20);
    const policy = metaPolicy(shownFrom, forms);
    for (const file of pages) assert.ok(pageOf(recipe, file).includes(`content="${policy}"`), file);
    const sources = ["img-src 'self'", ...pictureSources(shownFrom)].join(" ");
    const server = join(dist, "../.seogo/server");
    for (const file of [join(dist, "_headers"), join(server, "nginx-server.conf"), join(server, "every-answer.caddy")])
      assert.ok(readFileSync(file, "utf8").includes(`${sources};`), file);
  }
});

test("feeds carry those pictures", () => {
  const feed = pageOf(recipes.old, "feed.json");
  for (const address of [cover, "https://i.pictures.example/abc123.png"]) assert.ok(feed.includes(address), address);
});
