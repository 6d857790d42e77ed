import { valueIn } from "#tools/import/shared/front-matter.ts";
import { listsOfTerms } from "#tools/import/shared/lists.ts";
import type { Blog, SourcePage, SourceSite } from "#tools/import/shared/blog.ts";
import { dataIn, folderOf, globbed, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, isMap, listOf, mapOf, textAt, valueAt } from "#tools/import/shared/values.ts";
import { hugoConfig } from "#tools/import/hugo/site.ts";
import { plainSlug } from "./address.ts";
import { jekyllPages } from "./pages.ts";
import { withoutKramdown } from "./kramdown.ts";
import { withoutLiquid } from "#tools/import/body/liquid.ts";

/** A Jekyll site's settings as far as addresses and texts depend on them. */
export type JekyllSite = ReturnType<typeof siteOf>;

const settings = /(?:^|\/)_config\.(?:ya?ml|toml)$/u;

/** The files that say that a folder holds a Jekyll site: settings and a post; a Hugo site without such posts, or one of VuePress, VitePress or Nuxt, is none. */
export function jekyllSigns({ files }: SourceTree): string[] {
  const posts = files.filter((file) => /(?:^|\/)_(?:posts|drafts)\//u.test(file)).slice(0, 1);
  const isHugo = files.some((file) => hugoConfig.test(file));
  const isVue = files.some((file) => /(?:^|\/)\.v(?:ue|ite)press\/|^nuxt\.config\./u.test(file));
  return isVue || (posts.length === 0 && isHugo) ? [] : [...files.filter((file) => settings.test(file)), ...posts];
}

function jekyllSite(tree: SourceTree) {
  const [config] = tree.files.filter((file) => settings.test(file)).sort((a, b) => a.length - b.length);
  const data = config === undefined ? {} : dataIn(tree, config);
  const root = config === undefined || folderOf(config) === "" ? "" : `${folderOf(config)}/`;
  const source = textAt(data, "source")?.replace(/^\.?\/+|\/+$/gu, "");
  const folder = source === undefined || source === "." ? root : `${root}${source}/`;
  return { ...siteOf(data, folder), data: dataFiles(tree, `${folder}_data`) };
}

function siteOf(data: Data, root: string) {
  const basePath = `/${textAt(data, "baseurl") ?? ""}/`.replace(/\/{2,}/gu, "/");
  const url = textAt(data, "url")?.replace(/\/+$/u, "");
  const keepsBreaks =
    booleanAt(data, "kramdown.hard_wrap") ?? JSON.stringify(data["commonmark"] ?? "").includes("HARDBREAKS");
  return {
    kind: "jekyll",
    title: textAt(data, "title", "name"),
    description: textAt(data, "description", "tagline"),
    author: listOf(valueAt(data, "author", "social.name")).join(", ") || undefined,
    baseUrl: url === undefined || /example\.|localhost|^$/u.test(url) ? undefined : url + basePath,
    basePath,
    timeZone: textAt(data, "timezone") ?? "Asia/Seoul",
    language: textAt(data, "lang", "locale") ?? "ko",
    lineBreaks: keepsBreaks ? "keep" : "commonmark",
    math: false,
    params: data,
    /** The folder that holds the site: `` or `docs/`. */
    root,
    permalink: textAt(data, "permalink") ?? "date",
    collections: collectionsOf(data),
    /** The folder around `_posts`, which says nothing of a post. */
    collected: textAt(data, "collections_dir")?.replace(/^\.?\/+|\/+$/gu, "") ?? "",
    defaults: defaultsOf(data),
    include: listOf(data["include"]),
    exclude: listOf(data["exclude"]).map((path) =>
      globbed(`${path.replace(/^\.?\/|\/$/gu, "").replace(/\*+/gu, "**")}{,/**}`),
    ),
  } satisfies SourceSite & Record<string, unknown>;
}

/** The collections that make pages. */
function collectionsOf({ collections }: Data) {
  return Object.entries(mapOf(collections)).flatMap(([name, value]) =>
    isMap(value) && booleanAt(value, "output") && name !== "posts"
      ? [{ name, permalink: textAt(value, "permalink") }]
      : [],
  );
}

/** Front matter by how paths begin and by kind, as `defaults` has it. */
function defaultsOf({ defaults }: Data) {
  return (Array.isArray(defaults) ? defaults : []).filter(isMap).map((entry) => {
    const path = textAt(entry, "scope.path") ?? "";
    return {
      path,
      fits: globbed(`${path}**`),
      type: textAt(entry, "scope.type"),
      values: mapOf(entry["values"]),
    };
  });
}

/** The values of the files in `_data` by folders and names. */
function dataFiles(tree: SourceTree, folder: string): Data {
  const values: Record<string, unknown> = {};
  for (const file of tree.inside(folder).toReversed()) {
    const [written = "", ...deeper] = file.slice(folder.length + 1).split("/");
    const name = written.normalize("NFC").replace(deeper.length > 0 ? "" : /\.\w+$/u, "");
    const { [name]: further } = values;
    const value = deeper.length > 0 ? undefined : valueIn(tree.text(file), file.split(".").at(-1) ?? "")?.value;
    if (deeper.length > 0) values[name] ??= dataFiles(tree, `${folder}/${written}`);
    else values[name] = isMap(value) && isMap(further) ? { ...value, ...further } : value;
  }
  return values;
}

/** Where the lists of terms that `jekyll-archives` makes, if it is there, lead with us. */
function archived(pages: readonly SourcePage[], { params }: JekyllSite) {
  const plugin = valueAt(params, "jekyll-archives");
  if (!isMap(plugin)) return listsOfTerms(pages);
  const under = (one: string) => (label: string) =>
    (textAt(plugin, `permalinks.${one}`) ?? `/${one}/:name/`).replace(":name", plainSlug(label));
  return listsOfTerms(pages, { categories: under("category"), tags: under("tag") });
}

/** Reads a Jekyll site. */
export function jekyllBlog(tree: SourceTree): Blog {
  const site = jekyllSite(tree);
  const { pages, left, lists } = jekyllPages(tree, site);
  return {
    site,
    pages,
    left,
    lists: [...lists, ...archived(pages, site)],
    folders: { published: [site.root.replace(/\/$/u, "")], content: [], assets: [] },
    steps: [withoutLiquid, withoutKramdown],
  };
}
