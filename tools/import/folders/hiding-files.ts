import { posix } from "node:path";
import { onceEach } from "#model/once.ts";
import { decoded } from "#model/urlize.ts";
import { dataIn, dependsOn, folderOf, globbed, type SourceTree, textsOf } from "#tools/import/shared/source-tree.ts";
import { type Data, listOf, textAt, valueAt } from "#tools/import/shared/values.ts";
import type { FolderRow } from "./content-folders.ts";
import { objectIn, pathSite, pressSettings } from "./path-sites.ts";

/** Programs in which lists of files stand. */
const settings = /^(?:(?:gatsby|contentlayer|docusaurus)[.-]config|(?:[^/]+\/)?\.vitepress\/config)\.\w+$/u;

/** The files that a site's settings keep from its readers: no page is made of them, or a password is asked for. */
export function unbuiltFiles(tree: SourceTree, yaml: Data, { posts }: FolderRow): RegExp[] {
  const code = textsOf(tree, settings);
  const lists = code.matchAll(/(?:[eE]xclude|\bignore)\s*:\s*\[([^\]]*)\]/gu);
  const quotedGlobs = [...lists].flatMap(([, list = ""]) => [...list.matchAll(/["'`]([^"'`]+)["'`]/gu)]);
  const globs = [
    ...listOf(yaml["exclude"]),
    ...listOf(yaml["ignore"]),
    ...listOf(dataIn(tree, "config.toml")["ignored_content"]).map((glob) => `**/${glob}`),
    ...quotedGlobs.map(([, glob = ""]) => glob),
    ...sealedRoutes(tree),
    ...ignoredLines(tree),
    // Parts of pages of Nuxt's.
    ...(tree.files.some((file) => /^nuxt\.config\./u.test(file)) ? ["**/_*/**"] : []),
    ...calledOff(tree, /^src\/content(?:\.|\/)config\.\w+$/u, /(["'`])!(?!\()([^"'`\n]+)\1/gu),
    ...calledOff(tree, /^(?:\.eleventy|eleventy\.config)\.\w+$/u, /\bignores\.add\(\s*(["'`])([^"'`]+)\1/gu),
  ];
  const roots = [
    "",
    "source/",
    "docs/",
    "blog/",
    "src/",
    "content/",
    ...[pathSite(tree)?.root ?? "", ...posts].map((root) => `${root}/`),
  ];
  return globs.flatMap((glob) => roots.map((root) => globbed(`${root}${glob.replace(/^\/|\/$/gu, "")}{,/**}`)));
}

/** What the loaders of Astro's collections and the program of an Eleventy site leave out, wherever their folder is. */
function calledOff(tree: SourceTree, settings: RegExp, call: RegExp): string[] {
  const globs = textsOf(tree, settings).matchAll(call);
  return [...globs].map(([, , glob = ""]) => `**/${glob.replace(/^\.?\/+/u, "")}`);
}

/** What VuePress' theme Hope asks a password for: addresses, which may be the beginnings of others, or all. */
function sealedRoutes(tree: SourceTree): string[] {
  const theme = textsOf(tree, pressSettings);
  const sealed = objectIn(theme, "encrypt");
  const routes = [...sealed.matchAll(/(["'`])(\/[^\n]*?)\1\s*:/gu)].map(([, , route = ""]) => decoded(route));
  const whole = /\bglobal\s*:\s*true\b/u.test(sealed) ? ["**"] : [];
  return [...whole, ...routes.map((route) => (route.endsWith(".html") ? route.replace(/html$/u, "*") : `${route}**`))];
}

/** The lines of Eleventy's and MkDocs' lists of files, which are written as Git's. */
function ignoredLines(tree: SourceTree): string[] {
  const mkdocs = dataIn(tree, "mkdocs.yml");
  const lists = [textsOf(tree, /^\.eleventyignore$/u), textAt(mkdocs, "exclude_docs"), textAt(mkdocs, "draft_docs")];
  const lines = lists.flatMap((list) => list?.split("\n") ?? []).map((line) => line.trim().replace(/\/$/u, ""));
  return lines.filter((line) => /^[^#!]/u.test(line)).map((line) => `**/${line.replace(/^\//u, "")}`);
}

/** Whether a blog is Eleventy's, found out once though each of its posts asks. */
export const usesEleventy = onceEach((tree: SourceTree) => dependsOn(tree, "@11ty/eleventy"));

/** A post's fields below those that Eleventy's data files give to it: those of its folders and its own; of programs, what they switch on or off. */
export function withDataBeside(tree: SourceTree, file: string, fields: Data): Data {
  if (!usesEleventy(tree)) return fields;
  const names = [file.replace(/\.\w+$/u, "")];
  for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder))
    names.unshift(`${folder}/${posix.basename(folder)}`);
  const said = names.flatMap((name) => [
    ...Object.entries({ ...dataIn(tree, `${name}.json`), ...dataIn(tree, `${name}.11tydata.json`) }),
    ...["js", "cjs", "mjs", "ts"].flatMap((ending) => switchesIn(tree, `${name}.11tydata.${ending}`)),
  ]);
  const plain = said.filter(
    ([key, value]) =>
      value === false || !/^(?:layout|permalink|tags) | (?:.*\{[{%]|\[object)/su.test(`${key} ${String(value)}`),
  );
  const tags = listOf(said.flatMap(([key, value]) => (key === "tags" ? listOf(value) : [])));
  const all = [...tags.filter((tag) => !collection.test(tag)), ...listOf(valueAt(fields, "tags"), /,/u)];
  return { ...Object.fromEntries(plain), ...fields, ...(all.length > 0 ? { tags: all } : {}) };
}

/** What folders call the lists of their posts. */
const collection = /^(?:all|nav|blog|posts?|pages?|articles?|notes?)$/u;

function switchesIn(tree: SourceTree, file: string): (readonly [string, unknown])[] {
  const text = tree.has(file) ? tree.text(file) : "";
  return [...text.matchAll(/(?<![.\w])["']?(\w+)["']?\s*:\s*(true|false)\b/gu)].map(([, key = "", is]) => [
    key,
    is === "true",
  ]);
}
