import { jekyllData } from "./data.ts";
import type { Blog, SourceSite } from "#tools/import/shared/blog.ts";
import { dataIn, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, isMap, listOf, textAt, valueAt } from "#tools/import/shared/values.ts";
import { withOurAddresses } from "#tools/import/body/body.ts";
import { jekyllPages } from "./pages.ts";
import { withoutKramdown } from "./kramdown.ts";
import { withoutLiquid } from "#tools/import/body/liquid.ts";

/** A collection of a Jekyll site that makes pages. */
interface Collection {
  readonly name: string;
  readonly permalink?: string | undefined;
}

/** A Jekyll site's settings as far as addresses and texts depend on them. */
export interface JekyllSite extends SourceSite {
  /** The folder that holds the site: `` or `docs/`. */
  readonly root: string;
  readonly permalink: string;
  readonly collections: readonly Collection[];
  /** Front matter by folder and kind, as `defaults` has it. */
  readonly defaults: readonly { readonly path: string; readonly type?: string | undefined; readonly values: Data }[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Reads `_config.yml`; undefined for a folder that holds no Jekyll site. */
function jekyllSite(tree: SourceTree): JekyllSite | undefined {
  const config = tree.files
    .filter((file) => /(?:^|\/)_config\.(?:ya?ml|toml)$/u.test(file))
    .sort((a, b) => a.length - b.length)[0];
  const posts = tree.files.some((file) => /(?:^|\/)_(?:posts|drafts)\//u.test(file));
  const isHugo = tree.files.some((file) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\//u.test(file));
  if ((config === undefined && !posts) || (isHugo && !posts)) return undefined;
  const data = config === undefined ? {} : dataIn(tree, config);
  const root = config === undefined ? "" : config.slice(0, config.lastIndexOf("/") + 1);
  const source = textAt(data, "source")?.replace(/^\.?\/+|\/+$/gu, "");
  const folder = source === undefined || source === "." ? root : `${root}${source}/`;
  return { ...siteOf(data, folder), dataAt: jekyllData(tree, folder) };
}

function siteOf(data: Data, root: string): JekyllSite {
  const basePath = `/${textAt(data, "baseurl") ?? ""}/`.replace(/\/{2,}/gu, "/");
  const url = textAt(data, "url")?.replace(/\/+$/u, "");
  const title = textAt(data, "title", "name");
  const description = textAt(data, "description", "tagline");
  const author = listOf(valueAt(data, "author") ?? valueAt(data, "social.name")).join(", ");
  return {
    kind: "jekyll",
    title,
    description,
    ...(author === "" ? {} : { author }),
    ...(url === undefined || /example\.|localhost|^$/u.test(url) ? {} : { baseUrl: url + basePath }),
    basePath,
    timeZone: textAt(data, "timezone") ?? "Asia/Seoul",
    language: textAt(data, "lang", "locale") ?? "ko",
    lineBreaks:
      (booleanAt(data, "kramdown.hard_wrap") ?? JSON.stringify(data["commonmark"] ?? "").includes("HARDBREAKS"))
        ? "keep"
        : "commonmark",
    math: ["mathjax", "use_math", "math", "katex"].some(
      (key) => booleanAt(data, key) ?? booleanAt(data, `${key}.enable`),
    ),
    params: data,
    root,
    permalink: textAt(data, "permalink") ?? "date",
    collections: collectionsOf(data),
    defaults: defaultsOf(data),
    include: listOf(data["include"]),
    exclude: listOf(data["exclude"]).map((path) => path.replace(/^\.?\/|\/$/gu, "")),
  };
}

function collectionsOf(data: Data): Collection[] {
  const { collections } = data;
  const own = isMap(collections) ? Object.entries(collections) : [];
  return own.flatMap(([name, value]) => {
    const permalink = isMap(value) ? textAt(value, "permalink") : undefined;
    const output = isMap(value) && booleanAt(value, "output");
    return output && name !== "posts" ? [{ name, permalink }] : [];
  });
}

function defaultsOf(data: Data): JekyllSite["defaults"] {
  const { defaults } = data;
  return (Array.isArray(defaults) ? defaults : []).filter(isMap).map((entry) => {
    const type = textAt(entry, "scope.type");
    const values = entry["values"];
    return {
      path: (textAt(entry, "scope.path") ?? "").replace(/^\/|\/$/gu, ""),
      type,
      values: isMap(values) ? values : {},
    };
  });
}

/** Reads a Jekyll site; undefined for a folder that holds none. */
export function jekyllBlog(tree: SourceTree): Blog | undefined {
  const site = jekyllSite(tree);
  if (site === undefined) return undefined;
  const root = site.root.replace(/\/$/u, "");
  return {
    site,
    ...jekyllPages(tree, site),
    folders: { published: [root], content: [], assets: [] },
    convert: (body, context) => withOurAddresses(withoutKramdown(withoutLiquid(body, context.over(body))), context),
  };
}
