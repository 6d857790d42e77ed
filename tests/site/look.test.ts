import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { parse } from "parse5";
import { build, distOf, layOut, pageOf, recipes } from "./sites.ts";

const dist = distOf(recipes.own);
/** Any article with a date, whoever's posts stand here. */
const article = articleWith('class="dt-published"');

function articleWith(text: string): string {
  const found = globSync("posts/*/index.html", { cwd: dist }).find(
    (file) => pageOf(recipes.own, file).includes("e-content") && pageOf(recipes.own, file).includes(text),
  );
  assert.ok(found, text);
  return found;
}

const weight = (text: string | Buffer) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sheets = globSync("**/*.css", { cwd: dist });
const styleOf = (file: string) => readFileSync(join(dist, file), "utf8");

test("the whole site is dressed by one style sheet of at most 4.5 KB, and formulas by 116 bytes more", () => {
  const used = new Set(
    globSync("**/index.html", { cwd: dist }).flatMap((file) =>
      [...pageOf(recipes.own, file).matchAll(/<link rel="stylesheet" href="([^"]+)"/gu)].map(([, href]) => href),
    ),
  );
  const sizes = [...used].map((href) => weight(readFileSync(join(dist, href ?? "")))).sort((a, b) => a - b);
  assert.equal(sizes.length, 2);
  assert.ok(
    sizes.every((size, index) => size <= ([116, 4608][index] ?? 0)),
    String(sizes),
  );
});

test("no style says what Safari passes over whole: an underline with its thickness, a selection without its prefix", () => {
  for (const sheet of sheets) {
    assert.doesNotMatch(
      styleOf(sheet),
      /text-decoration:[^;}]*\d|(?<!-webkit-user-select:all;|-webkit-)user-select:all/u,
      sheet,
    );
  }
});

test("an owner's accent dresses neither boxes that warn nor lines taken out of code", () => {
  const accented = sheets.flatMap((sheet) => [...styleOf(sheet).matchAll(/([^{};]+)\{[^{}]*var\(--seal\)/gu)]);
  assert.deepEqual(accented.map(([, rule]) => rule).sort(), [":is(a,button):hover", ":is(a,li)[aria-current]"]);
});

test("layers win in the order that index.css states, the owner's last", () => {
  const stated = ["reset", "tokens", "base", "prose", "layout", "components", "print", "owner"];
  const sheet = sheets.map(styleOf).join("");
  const met = [...sheet.matchAll(/@layer ([a-z, ]+)/gu)].flatMap(([, names = ""]) => names.split(/[, ]+/u));
  assert.deepEqual([...new Set(met)], stated.slice(0, new Set(met).size));
});

test("no page carries style of its own", () => {
  for (const file of globSync("**/*.html", { cwd: dist })) {
    assert.doesNotMatch(pageOf(recipes.own, file), /<style|\sstyle="/u, file);
  }
});

test("an article's head and frame weigh at most 2.2 KB beyond the words they show", () => {
  const heavy = globSync("posts/**/index.html", { cwd: dist }).flatMap((file) => {
    const html = pageOf(recipes.own, file);
    const body = /<div class="prose e-content">([\s\S]*)<\/div><footer class="after">/u.exec(html)?.[1];
    if (body === undefined) return [];
    const frame = html.replace(body, "").replace(/^[\s\S]*<body>/u, "");
    const words = frame.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
    const extra = weight(html) - weight(body + words);
    return extra > 2253 ? [`${file}: ${String(extra)}`] : [];
  });
  assert.deepEqual(heavy, []);
});

test("spaces between words and marks survive the build", () => {
  const html = pageOf(recipes.own, article);
  assert.match(html, /라이선스: CC BY-SA 4\.0<\/span>/u);
});

test("words that the style sheet sets apart are apart without it, too", () => {
  for (const recipe of [recipes.own, recipes.look]) {
    for (const file of globSync("**/*.html", { cwd: distOf(recipe) })) {
      const frame = pageOf(recipe, file).replace(
        /<div class="prose[\s\S]*?<\/div>(?=<footer class="after"[^>]*>|<\/article>)|<span class="j"><\/span>/gu,
        "",
      );
      assert.doesNotMatch(frame, /.{30}<\/(?:a|span|time|small|strong)><(?:a|span|time|small|strong)[ >]/u, file);
    }
  }
});

test("a blog without posts shows no heading over nothing", () => {
  const folder = layOut({ name: "empty", posts: {} });
  build(folder);
  for (const file of globSync("**/*.html", { cwd: join(folder, "dist") })) {
    const html = readFileSync(join(folder, "dist", file), "utf8");
    assert.doesNotMatch(html, /<\/h2>(?:<ol class="lines"><\/ol>)?<(?:h2|\/main)/u, file);
    assert.doesNotMatch(html, /<nav[^>]*><ul class="row"><\/ul>/u, file);
  }
});

test("an article is an h-entry with its name, day, author, address and words", () => {
  const html = pageOf(recipes.own, article);
  for (const name of ["h-entry", "p-name", "dt-published", "p-author h-card", "u-url", "e-content", "p-category"]) {
    assert.match(html, new RegExp(`class="[^"]*${name}`, "u"), name);
  }
  assert.match(html, /<time class="dt-published" datetime="\d{4}-\d\d-\d\d[^"]*">\d{4}년 \d{1,2}월 \d{1,2}일<\/time>/u);
});

test("no page has an empty line of facts", () => {
  for (const recipe of [recipes.own, recipes.look]) {
    for (const file of globSync("**/*.html", { cwd: distOf(recipe) })) {
      assert.doesNotMatch(pageOf(recipe, file), /<p class="meta[^>]*>\s*<\/p>/u, file);
    }
  }
});

test("a sheet of paper leaves whole pixels, within a third, so that no right edge is cut", () => {
  const margin = /@page\{[^}]*margin:(?:\d+mm )?(\d+)mm/u.exec(sheets.map(styleOf).join(""))?.[1];
  const left = ((210 - 2 * Number(margin)) * 96) / 25.4;
  assert.ok(Math.ceil(left) - left < 1 / 3, String(left));
});

test("every page has one h1 and is read without a parse error", () => {
  for (const file of globSync("**/*.html", { cwd: dist })) {
    const html = pageOf(recipes.own, file);
    assert.equal(html.match(/<h1[\s>]/gu)?.length, 1, file);
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    assert.deepEqual(errors, [], file);
  }
});

test("a title keeps its particles at line ends wherever it stands", () => {
  const held = '‘두 번째 집’<span class="j"></span>에 관하여';
  const pages = {
    h1: "posts/글/앞-글/index.html",
    neighbours: "posts/글/온갖-것/index.html",
    lines: "posts/index.html",
  };
  for (const [where, file] of Object.entries(pages)) assert.ok(pageOf(recipes.look, file).includes(held), where);
});
