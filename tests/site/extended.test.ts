import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { imageSize } from "image-size";
import { files, settings } from "./extended-files.ts";
import { build, builtFresh, layOut, root } from "./sites.ts";
import { digests } from "./snapshot.ts";

let folder = "";

function put(site: string, path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  assert.ok(text.includes(from), `${path}: ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}

const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");

/** The integrations stand first, between and last. */
function addIntegrations(...last: readonly string[]): void {
  cpSync(join(root, "astro.config.mjs"), join(folder, "astro.config.mjs"));
  edit("astro.config.mjs", "import mdx", `import * as own from "./owner/integrations.mjs";\nimport mdx`);
  edit("astro.config.mjs", "integrations: [\n", "integrations: [\n    own.search,\n    own.components,\n");
  edit("astro.config.mjs", "    siteMap(", "    own.robots,\n    siteMap(");
  edit(
    "astro.config.mjs",
    "siteMap(built),\n",
    `siteMap(built),\n${["colophon", ...last].map((name) => `    own.${name},\n`).join("")}`,
  );
}

/** Builds what must not build; returns what was said. */
function failing(): string {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["commands/build.mjs"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  const said = `${stdout}${stderr}`;
  assert.equal(status, 1, said);
  assert.doesNotMatch(said, /unhandled|^\s+at /imu);
  return said;
}

before(() => {
  folder = layOut({ name: "extended", posts: {}, settings });
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  cpSync(join(root, "docs/pictures/home.png"), join(folder, "src/photo.png"));
  addIntegrations();
  build(folder);
});

test("a page of one's own has head, frame, styles and its line in the map", () => {
  const html = read("now/index.html");
  assert.match(html, /<title>지금 · 넓힌 집<\/title>/u);
  assert.match(html, /<link rel="canonical" href="https:\/\/user\.example\/blog\/now\/">/u);
  assert.match(html, /<h1>지금<\/h1>/u);
  assert.match(html, /<header class="top">/u);
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/blog\/([^"]+)"/gu)].map(([, file = ""]) =>
    read(file),
  );
  assert.match(sheets.join(""), /\.note\[data-astro-cid[^{]*\{color:#?\w+/u);
  const map = read("sitemap-0.xml");
  assert.ok(map.includes("<loc>https://user.example/blog/now/</loc>"), map);
  assert.ok(map.includes("<loc>https://user.example/blog/talks/2025/</loc>"), map);
  assert.ok(!map.includes(encodeURI("숨김")), map);
  assert.match(read("talks/숨김/index.html"), /<meta name="robots" content="noindex/u);
});

test("a page in Markdown or MDX that names no layout stands in the site's frame", () => {
  for (const [path, title] of [
    ["memo", "메모"],
    ["memo-mdx", "다른 메모"],
  ] as const) {
    const html = read(`${path}/index.html`);
    assert.match(html, new RegExp(`<header class="top">.*<h1>${title}</h1>.*<strong>강조\\(설명\\)</strong>을`, "su"));
    assert.match(html, /<meta name="description" content="[^"]*적어 둔 것/u);
  }
  assert.equal(read("memo-bare/index.html").match(/<header/gu), null);
});

test("a picture is resized, a component in MDX has its imports, an endpoint answers", () => {
  for (const [page, width] of [
    ["now/index.html", 40],
    ["posts/셋/index.html", 30],
  ] as const) {
    const [, file = ""] = /<img src="\/blog\/(assets\/[^"]+)"/u.exec(read(page)) ?? [];
    assert.equal(imageSize(readFileSync(join(folder, "dist", file))).width, width, page);
  }
  assert.match(read("posts/셋/index.html"), /<aside class="note"[^>]*><strong>강조.*?\(설명\)<\/strong>/u);
  assert.deepEqual(JSON.parse(read("data.json")), { answer: 42 });
});

test("a component of another framework is HTML without its script", () => {
  assert.match(read("now/index.html"), /<b>손수 만든 것<\/b>/u);
});

test("a feature of Astro's that runs script, a page without a frame and two with one title are told once each, in the owner's file", () => {
  const page = readFileSync(join(folder, "src/pages/now.astro"), "utf8");
  const router = `---\nimport { ClientRouter } from "astro:transitions";\nimport OwnPage from "#site/OwnPage.astro";\n---\n\n<OwnPage title="이동" description="다른 곳으로 갑니다.">\n  <ClientRouter />\n</OwnPage>\n`;
  put(folder, "src/pages/move.astro", router);
  put(folder, "src/pages/frag.astro", "<p>조각</p>\n");
  put(folder, "src/pages/then.astro", page.replace("요즘 하는", "그때 한"));
  edit("src/pages/now.astro", "<Mine />", `<p>{(await Astro.session?.get("a")) ?? "없음"}</p>`);
  const said = failing();
  assert.match(said, /^src\/pages\/move\.astro:7 {2}\/move\/ — .*: <ClientRouter \/> —/mu);
  assert.match(said, /^src\/pages\/frag\.astro {2}\/frag\/ — <html>이 없어/mu);
  assert.match(said, /^src\/pages\/then\.astro:9 {2}\/then\/ — .*제목이 같습니다/mu);
  assert.match(said, /^src\/pages\/now\.astro {2}서버가 .*: Astro\.session/mu);
  assert.match(said, /고쳐야 할 곳 3군데/u);
  put(folder, "src/pages/now.astro", page);
  for (const file of ["frag", "move", "then"]) rmSync(join(folder, `src/pages/${file}.astro`));
});

test("what integrations add and change is published, wherever they stand, in the second build too", () => {
  const check = () => {
    assert.ok((JSON.parse(read("search.json")) as string[]).includes("now/index.html"));
    assert.match(read("robots.txt"), /^Disallow:$/mu);
    assert.ok(existsSync(join(folder, "dist/app.webmanifest")));
    assert.equal(read("posts/하나/index.html").match(/<p>꾸민이<\/p>/gu)?.length, 1);
  };
  check();
  const first = digests(join(folder, "dist"));
  build(folder);
  check();
  assert.deepEqual(digests(join(folder, "dist")), first);
});

test("edits of content, code and pages of one's own make what a fresh build makes", () => {
  edit("src/components/ArticleTitle.astro", "</header>", "<p>{entry.path}</p></header>");
  edit("src/pages/now.astro", "쪽지입니다", "다른 쪽지입니다");
  edit("src/content/posts/셋.mdx", "width={30}", "width={20}");
  rmSync(join(folder, "src/pages/data.json.ts"));
  build(folder);
  // With the code as it is now, pages that the last build left are used again.
  edit("src/content/posts/하나.md", "첫 글", "고친 글");
  rmSync(join(folder, "src/content/posts/둘.md"));
  build(folder);
  assert.match(read("posts/하나/index.html"), /<p>\/posts\/하나\/<\/p><\/header>/u);
  assert.deepEqual(digests(join(folder, "dist")), digests(builtFresh(folder)));
});

test("a dead link, a script, a draft's words, and a component that asks for its script, on a page of one's own stop the build by its address", () => {
  const standing = digests(join(folder, "dist"));
  const raw = `{Object.values(import.meta.glob("../content/posts/*.md", { eager: true, query: "?raw", import: "default" }))}`;
  put(
    folder,
    "src/content/posts/초안.md",
    "---\ntitle: 초안\ndraft: true\n---\n\n아직 아무에게도 보이지 않으려고 적어 둔 긴 문장이다.\n",
  );
  edit("src/pages/now.astro", "쪽지입니다.", raw);
  edit("src/pages/now.astro", "/blog/posts/하나/", "/blog/posts/없음/");
  edit("src/pages/now.astro", "<p>", "<script is:inline>alert(1)</script><p>");
  edit("src/pages/now.astro", "<Mine />", "<Mine client:load />");
  const said = failing();
  assert.match(said, /^src\/pages\/now\.astro:12 {2}\/now\/ — .*: client:load —/mu);
  assert.match(said, /^src\/pages\/now\.astro:10 {2}\/now\/ — .*\/blog\/posts\/없음\//mu);
  assert.match(said, /^src\/pages\/now\.astro:10 {2}\/now\/ — .*<script>/mu);
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
  edit("astro.config.mjs", "mdx(),", "mdx({\n    optimize: true,\n    extendMarkdownConfig: false }), mdx(),");
  edit("astro.config.mjs", "vite: {", `vite: { root: "./src",`);
  const said = failing();
  assert.match(said, /astro\.config\.mjs.*\/old\/.*moves\.txt/u);
  for (const setting of ["base", "site"]) assert.match(said, new RegExp(`${setting} 값은 .* address 설정`, "u"));
  assert.match(said, /i18n 값은 .* languages 설정/u);
  assert.match(said, /prefetch 값이 false일/u);
  assert.match(said, /outDir 값이 dist일/u);
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
  assert.match(failing(), /astro\.config\.mjs +.*markdown\.remarkPlugins 값은 /u);
  addIntegrations();
});

test("astro build and then prove make the same site where a host calls Astro itself; a script and lost data stop it", () => {
  const standing = digests(join(folder, "dist"));
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8", ASTRO_TELEMETRY_DISABLED: "1" };
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  const built = run("node_modules/astro/bin/astro.mjs", "build");
  assert.equal(built.status, 0, built.stderr);
  const proved = run("commands/prove.ts", "dist");
  assert.equal(proved.status, 0, proved.stderr);
  assert.deepEqual(digests(join(folder, "dist")), standing);
  writeFileSync(join(folder, "dist/app.js"), "alert(1)");
  const refused = run("commands/prove.ts", "dist");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /app\.js/u);
  const loader =
    'import { file } from "astro/loaders";\nexport const collections = {\n  people: defineCollection({ loader: file("src/people.json") }),';
  put(folder, "src/people.json", "[{");
  edit("src/content.config.ts", "export const collections = {", loader);
  const lost = run("node_modules/astro/bin/astro.mjs", "build");
  assert.equal(lost.status, 1, lost.stdout);
  assert.match(lost.stderr, /src\/people\.json — /u);
});
