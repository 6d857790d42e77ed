import { fixedPaths } from "#model/address.ts";
import { escapedPattern } from "#model/escape.ts";
import { dayPart } from "#tools/import/shared/addresses.ts";
import type { ListRedirect, SourcePage } from "#tools/import/shared/blog.ts";
import { termLists } from "#tools/import/shared/lists.ts";
import { dataIn, type SourceTree, textsOf } from "#tools/import/shared/source-tree.ts";
import { type Data, listOf, mapOf, textAt, textOf, valueAt, type WrittenDate } from "#tools/import/shared/values.ts";

/** A post as rules of addresses ask for it. */
export interface RulePost {
  /** Its path under the folder of posts without extension; a lone `index` is left out. */
  readonly parts: readonly string[];
  readonly isIndex: boolean;
  readonly data: Data;
  readonly title: string;
  readonly date?: WrittenDate | undefined;
}

/** The address that a site gives a post, as its own files say; undefined for a site or a post of which they do not say it. */
export type Rule = ((post: RulePost) => string | undefined) | undefined;

/** Hexo: `permalink` of `_config.yml`, by default `:year/:month/:day/:title/`; `_drafts` and pages have none. */
export function hexoRule(tree: SourceTree): Rule {
  const config = dataIn(tree, "_config.yml");
  const pattern = textAt(config, "permalink") ?? ":year/:month/:day/:title/";
  const names = new RegExp(`^${namePattern(textAt(config, "new_post_name") ?? ":title.md")}$`, "u");
  const withFolder = textAt(config, "post_asset_folder") === "true";
  return (post) => {
    const { data, title, date } = post;
    const stem = post.parts.join("/");
    const slug = names.exec(stem)?.groups?.["title"] ?? slugized(stem);
    const categories = hexoCategories(valueAt(data, "categories", "category"), config);
    const values: Readonly<Record<string, string | undefined>> = {
      title: slug,
      name: slug.split("/").at(-1),
      post_title: slugized(title, true),
      category: categories ?? textAt(config, "default_category") ?? "uncategorized",
      timestamp: date && String(Math.floor(date.epochMs / 1000)),
      hour: date?.iso.slice(11, 13),
      minute: date?.iso.slice(14, 16),
      second: date?.iso.slice(17, 19),
    };
    const own = filled(pattern, values, post);
    const usual = filled(own, mapOf(config["permalink_defaults"]));
    const whole = textAt(data, "permalink") ?? usual;
    if (/:\w/u.test(whole)) return undefined;
    return withFolder && !/\/$|\.html$/u.test(whole) ? `/${whole}/` : `/${whole}`;
  };
}

/** A pattern of addresses with its `:name`s as the values, the day and the fields of a post have them. */
export function filled(pattern: string, values: Data, { date, data = {} }: Partial<RulePost> = {}): string {
  return pattern.replace(
    /:(\w+)/gu,
    (written, name: string) =>
      textOf(values[name]) ?? (date && dayPart(name, date.day)) ?? textAt(data, name) ?? written,
  );
}

/** `:year-:month-:day-:title.md` as a pattern over a file's path. */
function namePattern(name: string): string {
  const [two, few] = ["\\d{2}", "\\d{1,2}"];
  const digits: Data = { year: "\\d{4}", month: two, day: two, i_month: few, i_day: few, hash: "[0-9a-f]{12}" };
  return name.replace(/\.\w+$/u, "").replace(/[.+*?^${}()|[\]\\]|:(\w+)/gu, (sign, key: string | undefined) => {
    if (key === undefined) return `\\${sign}`;
    return key === "title" ? "(?<title>.+?)" : String(digits[key] ?? "(?:.+?)");
  });
}

/** The last category with those above it, as Hexo writes it into addresses. */
function hexoCategories(value: unknown, config: Data): string | undefined {
  const last = Array.isArray(value) && value.some(Array.isArray) ? value.at(-1) : value;
  const lower = textAt(config, "filename_case") === "1";
  const names = listOf(last).map((name) => slugized(textAt(config, `category_map.${name}`) ?? name, lower));
  return names.length === 0 ? undefined : names.join("/");
}

/** Where Hexo's lists of terms and of months lead with us. */
export function hexoLists(tree: SourceTree, pages: readonly SourcePage[]): ListRedirect[] {
  const config = dataIn(tree, "_config.yml");
  const folder = (key: string, usual: string) => `/${textAt(config, key) ?? usual}/`;
  const [tagsAt, categoriesAt] = [folder("tag_dir", "tags"), folder("category_dir", "categories")];
  return pages.flatMap(({ data, date }) => {
    const value = valueAt(data, "categories", "category");
    const chains = Array.isArray(value) && value.some(Array.isArray) ? value : [value];
    const days = date === undefined ? [] : ["", date.day.slice(0, 5), date.day.slice(0, 8)];
    return [
      ...chains.flatMap((chain) =>
        listOf(chain).flatMap((label, index, labels) =>
          termLists(["categories", label], `${categoriesAt}${hexoCategories(labels.slice(0, index + 1), config)}/`),
        ),
      ),
      ...listOf(data["tags"]).flatMap((tag) =>
        termLists(["tags", tag], `${tagsAt}${slugized(textAt(config, `tag_map.${tag}`) ?? tag)}/`),
      ),
      ...days.map((day) => [folder("archive_dir", "archives") + day.replaceAll("-", "/"), fixedPaths.archive] as const),
    ];
  });
}

/** Hexo's `slugize`: signs and blanks as single hyphens. */
export function slugized(text: string, lower = false): string {
  const slug = text
    .replace(/[\0-\x1f]/gu, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return lower ? slug.toLowerCase() : slug;
}

/** Gatsby: what `gatsby-node` makes of a file: its path (`createFilePath`), or a field of the front matter. */
export function gatsbyRule(tree: SourceTree): Rule {
  const text = textsOf(tree, /^(?:src\/)?gatsby-node\.\w+$|^gatsby\/[\w/-]+\.[jt]s$/u);
  const field = /frontmatter\s*\??\.\s*(slug|path|permalink|url)\b/u.exec(text)?.[1];
  const made = slugMade(text);
  if (field === undefined && made === undefined) return undefined;
  const above = /\bpath\s*:\s*`([^`$]*)\$\{[\w.?]*\bslug\}`/u.exec(text)?.[1] ?? "";
  return ({ parts, data }) =>
    `/${above}/${(field && textAt(data, field)) ?? (made ?? whole)(parts)}`.replace(/\/{2,}/gu, "/");
}

/** How a program makes the field of a page's slug of its path: the whole or its last part; undefined where it does otherwise. */
function slugMade(text: string): ((parts: readonly string[]) => string) | undefined {
  const path = /\b(\w+)\s*=\s*createFilePath\(/u.exec(text)?.[1];
  if (path === undefined) return /createFilePath|fields\s*\??\.\s*slug/u.test(text) ? whole : undefined;
  const [, given = path] =
    /createNodeField\(\s*\{[^;]*?\bvalue\s*:\s*(\w+\b(?![.(])|[^\n]+?)[\s,})]*;?\n/u.exec(text) ?? [];
  const named = new RegExp(`\\b(?:const|let|var)\\s+${escapedPattern(given)}\\s*=\\s*([^\\n;]+)`, "u").exec(text)?.[1];
  const shown = (given === path ? given : (named ?? given)).trim();
  const [, above = "", how] = new RegExp(`^(?:\`([^\`$]*)\\$\\{)?${path}\\b(.*?)(?:\\}/?\`)?$`, "u").exec(shown) ?? [];
  const isLast = /^\.split\(.\/.\)(?:\.filter\(\w+\))?\.(?:reverse\(\)\[1\]|at\(-[12]\)|pop\(\))$/u.test(how ?? "");
  return how === "" || isLast ? (parts) => `${above}/${whole(isLast ? parts.slice(-1) : parts)}` : undefined;
}

const whole = (parts: readonly string[]) => `${parts.join("/")}/`;

/** The settings of a vault that Quartz publishes; undefined where none are. */
export function quartzConfig(tree: SourceTree): string | undefined {
  return textsOf(tree, /^quartz\.config\.\w+$/u) || undefined;
}

/** Quartz: a note's path with hyphens for blanks; its home page, and vaults that Quartz does not publish, have no rule. */
export function quartzRule(tree: SourceTree): Rule {
  if (quartzConfig(tree) === undefined) return undefined;
  return ({ parts }) => {
    const path = parts.join("/").replace(/\s/gu, "-").replace(/[?#]/gu, "");
    return path === "index" ? undefined : `/${path.replaceAll("&", "-and-").replaceAll("%", "-percent")}/`;
  };
}

const lists =
  /(?:^|\/|\[)(?:tags?|categor\w*|archives?|series|authors?|page|search|lang|locale|og)(?:\/|\]|$)|\.(?:xml|png|json)\./iu;
const dynamic = /^(?:src\/)?(?:pages|app)\/(.*?)\[(\.{3})?(\w+)\](?:\/(?:index|page))?\.(?:astro|jsx?|tsx?|mdx)$/u;

/** Folders whose files are pages themselves, and where they open: `app/(blog)/글/page.mdx` at `/글/`. */
export const routes = /(?:^|\/)(?:pages|app)$/u;
const fileRule: Rule = ({ parts }) =>
  parts.join() === "index" ? undefined : `/${parts.filter((part) => !/^\(.*\)$/u.test(part)).join("/")}/`;

/** Astro and Next: the one route whose `[slug]` is filled from a collection or a folder; Astro slugs the file's path, and in Next a slug is the last part where addresses have folders. */
export function routeRule(tree: SourceTree, folder: string): Rule {
  if (routes.test(folder)) return fileRule;
  const name = folder.split("/").at(-1) ?? "";
  const dynamicFiles = tree.files.flatMap((file) => {
    const [, above = "", rest, key = ""] = dynamic.exec(file) ?? [];
    if (!dynamic.test(file) || lists.test(file) || /\[|^api\//u.test(above)) return [];
    return [{ file, above: above.replace(/\([^)]*\)\//gu, ""), whole: rest !== undefined, key }];
  });
  const quoted = new RegExp(`(["'])${escapedPattern(name)}\\1`, "u");
  const named = dynamicFiles.filter(({ file }) => quoted.test(tree.text(file)));
  const [route, ...others] = named.length > 0 ? named : dynamicFiles;
  if (route === undefined || others.length > 0) return undefined;
  const isAstro = tree.files.some((file) => /^astro\.config\./u.test(file));
  return ({ parts, data }) => {
    const slug = textAt(data, isAstro ? "slug" : route.key, "slug")?.replace(/^\/+|\/+$/gu, "");
    const own = isAstro ? parts.map(githubSlug).filter((part) => !part.startsWith("_")) : parts;
    const shown = slug ? [...(isAstro || slug.includes("/") ? [] : own.slice(0, -1)), ...slug.split("/")] : own;
    return shown.length === 0 ? undefined : `/${route.above}${(route.whole ? shown : shown.slice(-1)).join("/")}/`;
  };
}

/** `github-slugger`, by which Astro names entries: letters, digits, hyphens and `_`. */
export function githubSlug(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
