import { type Address, asFolder, dayPart } from "#tools/import/shared/addresses.ts";

/** What a Jekyll address is made of. */
export interface JekyllParts {
  /** The file's name without date and extension, in its own case. */
  readonly name: string;
  readonly slug?: string | undefined;
  readonly categories: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  /** Folders and name under the collection, for `:path`. */
  readonly path: string;
  readonly collection: string;
}

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  weekdate: "/:categories/:year/W:week/:short_day/:title.html",
  none: "/:categories/:title.html",
};

/** The address that Jekyll gives by a permalink pattern or the name of one; `/x` without an end is served as `/x.html` too. */
export function jekyllAddress(pattern: string, parts: JekyllParts): Address {
  const { slug, name, categories, day = "", ...more } = parts;
  const values: Readonly<Record<string, string>> = {
    ...more,
    title: prettySlug(slug ?? name),
    slug: plainSlug(slug ?? name),
    name: prettySlug(name),
    basename: name,
    categories: [...new Set(categories.map((category) => category.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(categories.map(plainSlug))].join("/"),
    output_ext: ".html",
  };
  const template = styles[pattern.trim()] ?? pattern;
  const filled = template.replace(
    /:([a-z_]+)/gu,
    (written, key: string) => values[key] ?? dayPart(key, day) ?? written,
  );
  const path = `/${filled}`.replace(/\/{2,}/gu, "/");
  const address = asFolder(path);
  const bare = /\/$|\.\w+$/u.test(path) ? [] : [`${path}.html`];
  return { path: address.path, aliases: [...address.aliases, ...bare] };
}

/** Jekyll's `slugify` in its `pretty` mode, case kept: `Spring (1)` → `Spring-(1)`. */
function prettySlug(text: string): string {
  return hyphened(text, /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu);
}

/** Jekyll's `slugify` as it is usual: letters and digits with hyphens, in lower case. */
export function plainSlug(text: string): string {
  return hyphened(text, /[^\p{M}\p{L}\p{Nd}]+/gu).toLowerCase();
}

function hyphened(text: string, gone: RegExp): string {
  return text.normalize("NFC").replace(gone, "-").replace(/^-|-$/gu, "");
}
