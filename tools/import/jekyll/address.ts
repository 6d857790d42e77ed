import { type Address, asFolder } from "#tools/import/shared/hugo-path.ts";

/** What a Jekyll address is made of. */
export interface JekyllParts {
  /** The file's name without date and extension, in its own case. */
  readonly name: string;
  readonly slug?: string;
  readonly categories: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day?: string;
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
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const longMonths = "January February March April May June July August September October November December".split(" ");

/** The address that Jekyll gives by a permalink pattern or the name of one; `/x` without an end is served as `/x.html` too. */
export function jekyllAddress(pattern: string, parts: JekyllParts): Address {
  const template = styles[pattern.trim()] ?? pattern;
  const filled = template.replace(/:([a-z_]+)/gu, (written, name: string) => valueFor(name, parts) ?? written);
  const path = `/${filled}`.replace(/\/{2,}/gu, "/");
  const address = asFolder(path);
  const bare = /\/$|\.\w+$/u.test(path) ? [] : [`${path}.html`];
  return { path: address.path, aliases: [...address.aliases, ...bare] };
}

function valueFor(name: string, parts: JekyllParts): string | undefined {
  const [year = "", month = "", date = ""] = parts.day?.split("-") ?? [];
  const at = new Date(`${parts.day ?? "2000-01-01"}T00:00:00Z`);
  const values: Readonly<Record<string, () => string>> = {
    year: () => year,
    short_year: () => year.slice(2),
    month: () => month,
    i_month: () => String(Number(month)),
    short_month: () => months[Number(month) - 1] ?? "",
    long_month: () => longMonths[Number(month) - 1] ?? "",
    day: () => date,
    i_day: () => String(Number(date)),
    y_day: () => String(Math.floor((at.getTime() - Date.UTC(Number(year), 0, 1)) / 86_400_000) + 1).padStart(3, "0"),
    title: () => prettySlug(parts.slug ?? parts.name),
    slug: () => plainSlug(parts.slug ?? parts.name),
    name: () => prettySlug(parts.name),
    basename: () => parts.name,
    path: () => parts.path,
    collection: () => parts.collection,
    categories: () => [...new Set(parts.categories.map((category) => category.toLowerCase()))].join("/"),
    slugified_categories: () => [...new Set(parts.categories.map(plainSlug))].join("/"),
    output_ext: () => ".html",
  };
  return values[name]?.();
}

/** Jekyll's `slugify` in its `pretty` mode, case kept: `Spring (1)` → `Spring-(1)`. */
function prettySlug(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-")
    .replace(/^-|-$/gu, "");
}

function plainSlug(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .toLowerCase();
}
