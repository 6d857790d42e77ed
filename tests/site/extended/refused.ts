import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { digests } from "../snapshot.ts";
import { addIntegrations, edit, failing, folder, put } from "./site.ts";

test("a feature of Astro's that runs script, a page without a frame and two with one title are told once each, in the owner's file", () => {
  const page = readFileSync(join(folder, "src/pages/now.astro"), "utf8");
  const router = `---\nimport { ClientRouter } from "astro:transitions";\nimport OwnPage from "#site/OwnPage.astro";\n---\n\n<OwnPage title="이동" description="다른 곳으로 갑니다.">\n  <ClientRouter />\n</OwnPage>\n`;
  put(folder, "src/pages/move.astro", router);
  put(folder, "src/pages/frag.astro", "<p>조각</p>\n");
  put(folder, "src/pages/bare.md", "---\ndescription: 제목이 없습니다.\n---\n\n글\n");
  put(folder, "src/pages/then.astro", page.replace("요즘 하는", "그때 한"));
  edit("src/pages/now.astro", "<Mine />", `<p>{(await Astro.session?.get("a")) ?? "없음"}</p>`);
  const said = failing();
  assert.match(said, /^src\/pages\/move\.astro:7 {2}\/move\/ — .*: <ClientRouter \/> —/mu);
  assert.match(said, /^src\/pages\/frag\.astro {2}\/frag\/ — <html>이 없어/mu);
  assert.match(said, /^src\/pages\/then\.astro:10 {2}\/then\/ — .*제목이 같습니다/mu);
  assert.match(said, /^src\/pages\/now\.astro:\d+:\d+ {2}서버가 .*: Astro\.session/mu);
  assert.match(said, /^src\/pages\/bare\.md.* {2}\/bare\/ — 페이지에 제목이 없습니다/mu);
  assert.match(said, /고쳐야 할 곳 4군데/u);
  put(folder, "src/pages/now.astro", page);
  for (const file of ["frag.astro", "move.astro", "then.astro", "bare.md"]) rmSync(join(folder, `src/pages/${file}`));
});

test("a dead link, a script, a draft's words, and a component that asks for its script, on a page of one's own stop the build by its address", () => {
  const standing = digests(join(folder, "dist"));
  const raw = `{Object.values(import.meta.glob("../content/posts/*.md", { eager: true, query: "?raw", import: "default" }))}`;
  put(
    folder,
    "src/content/posts/초안.md",
    "---\ntitle: 초안\ndraft: true\n---\n\n아직 아무에게도 보이지 않으려고 조용히 적어 둔 긴 문장이다.\n",
  );
  edit("src/pages/now.astro", "쪽지입니다.", raw);
  edit("src/pages/now.astro", "/blog/posts/하나/", "/blog/posts/없음/");
  edit("src/pages/now.astro", "<p>", "<script is:inline>alert(1)</script><p>");
  edit("src/pages/now.astro", "<Mine />", "<Mine client:load />");
  const said = failing();
  assert.match(said, /^src\/pages\/now\.astro:13 {2}\/now\/ — .*: client:load —/mu);
  assert.match(said, /^src\/pages\/now\.astro:11 {2}\/now\/ — .*\/blog\/posts\/없음\//mu);
  assert.match(said, /^src\/pages\/now\.astro:11 {2}\/now\/ — .*<script>/mu);
  assert.match(said, /^src\/content\/posts\/초안\.md:1 {2}\/now\/ — /mu);
  rmSync(join(folder, "src/content/posts/초안.md"));
  edit("src/pages/now.astro", raw, "쪽지입니다.");
  edit("src/pages/now.astro", "/blog/posts/없음/", "/blog/posts/하나/");
  edit("src/pages/now.astro", "<script is:inline>alert(1)</script>", "");
  edit("src/pages/now.astro", "<Mine client:load />", "<Mine />");
  assert.deepEqual(digests(join(folder, "dist")), standing);
});

test("a post at the address of a page of one's own is told with both files", () => {
  put(folder, "src/content/posts/넷.md", "---\ntitle: 넷\ndate: 2026-01-05\nurl: /now/\n---\n\n글\n");
  assert.match(failing(), /src\/content\/posts\/넷\.md:4:6.*src\/pages\/now\.astro/su);
  rmSync(join(folder, "src/content/posts/넷.md"));
});

test("an integration that adds script stops the build, with the file it changed, first and again", () => {
  const standing = digests(join(folder, "dist"));
  addIntegrations("script");
  for (const _ of [1, 2])
    assert.match(failing(), /astro\.config\.mjs +\/posts\/하나\/ — .*posts\/하나\/index\.html.*<script>/u);
  assert.deepEqual(digests(join(folder, "dist")), standing);
  addIntegrations();
});

test("a collection of ours that is renamed or reads otherwise, and one without a loader, are told together", () => {
  const file = "src/content.config.ts";
  const text = readFileSync(join(folder, file), "utf8");
  edit(file, "posts, schema: entrySchema", "posts, schema: entrySchema.partial()");
  edit(file, "pages: defineCollection", "leaves: defineCollection");
  edit(file, "export const collections = {", "$&\n  notes: defineCollection({} as never),");
  const said = failing();
  for (const name of ["posts", "pages"])
    assert.match(said, new RegExp(`^src/content\\.config\\.ts +${name} 컬렉션이 없거나 .*data\\.extra`, "mu"));
  assert.match(said, /^src\/content\.config\.ts +notes 컬렉션에 loader가 없어/mu);
  assert.match(said, /고쳐야 할 곳 3군데/u);
  put(folder, file, text);
});

test("settings of Astro's that others rest on are refused together, with where to change them instead", () => {
  edit(
    "astro.config.mjs",
    "integrations: [",
    `security: { csp: true, checkOrigin: false },\n  session: { driver: { entrypoint: "x" } },\n  experimental: { collectionStorage: "chunked" },\n  redirects: { "/old/": "/now/" },\n  i18n: { locales: ["ko"], defaultLocale: "ko" },\n  prefetch: true,\n  integrations: [`,
  );
  edit("astro.config.mjs", "base: basePath(site)", `base: "/other/"`);
  edit("astro.config.mjs", "new URL(site.address).origin", `"https://other.example"`);
  edit("astro.config.mjs", `outDir ?? "dist"`, `"public_html"`);
  edit("astro.config.mjs", "build: {", `build: { assetsPrefix: "https://cdn.example",`);
  edit("astro.config.mjs", "markdown: {", "markdown: { syntaxHighlight: false, shikiConfig: { wrap: true },");
  edit(
    "astro.config.mjs",
    "mdx(),",
    `mdx({\n    optimize: { ignoreElementNames: ["h1"] }, // note: 가\n    extendMarkdownConfig: false }), mdx(),`,
  );
  edit("astro.config.mjs", "vite: {", `vite: { root: "./src",`);
  const said = failing();
  assert.match(said, /astro\.config\.mjs.*\/old\/.*moves\.txt/u);
  for (const setting of ["base", "site"]) assert.match(said, new RegExp(`${setting} 값은 .* address 설정`, "u"));
  assert.match(said, /i18n 값은 .* languages 설정/u);
  assert.match(said, /prefetch 값이 false일/u);
  assert.match(said, /outDir 값이 outDir \?\? "dist"일/u);
  assert.match(said, /security\.csp는 쓸 수 없습니다.* 보안 정책/u);
  for (const feature of ["session", "security.checkOrigin"])
    assert.match(said, new RegExp(`서버가 .*: ${feature} `, "u"));
  for (const setting of ["build.assetsPrefix", "vite.root"])
    assert.match(said, new RegExp(`${setting} 값이 있으면`, "u"));
  assert.match(said, /experimental\.collectionStorage 값이 single-file일/u);
  for (const setting of ["markdown.syntaxHighlight", "markdown.shikiConfig", "mdx({ extendMarkdownConfig })"])
    assert.ok(said.includes(`${setting} 값은 서고의 글을 바꾸지 못합니다`), said);
  assert.match(said, /@astrojs\/mdx 통합이 꼭 하나/u);
  assert.match(said, /고쳐야 할 곳 16군데/u);
  assert.doesNotMatch(said, /shiki syntax/iu);
  addIntegrations();
  edit("astro.config.mjs", "markdown: {", "markdown: { remarkPlugins: [() => () => {}],");
  assert.match(failing(), /astro\.config\.mjs:\d+:15 {2}.*remarkPlugins, rehypePlugins 값은 /u);
  addIntegrations();
});
