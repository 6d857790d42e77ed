import { url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { safeLine, safeText } from "./safe-text.ts";
import { withoutComments } from "./without-comments.ts";

/**
 * A post for machines that read Markdown: the fields its page shows too, then its body (Markdown as written, or HTML
 * where the source is a program). Comments and fields of the author's own stay out.
 */
export function markdownSource(entry: Entry, body: string, { site }: Pick<Catalogue, "site">): string {
  const fields: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ["title", safeLine(entry.title)],
    ["url", url(site, entry.path)],
    ["date", entry.date?.iso],
    ["updated", entry.updated?.iso],
    ["description", entry.description && safeLine(entry.description)],
    ["categories", entry.categories.map(safeLine)],
    ["tags", entry.tags.map(safeLine)],
    ["series", entry.series && safeLine(entry.series)],
    ["author", safeLine(entry.author ?? site.author.name)],
    ["license", entry.license ? safeLine(entry.license) : (site.license || undefined)?.url],
    ["language", entry.lang ?? site.language],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value.length === 0 ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  const text = safeText(body);
  return ["---", ...lines, "---", "", entry.format === "md" ? withoutComments(text).trim() : text.trim(), ""].join(
    "\n",
  );
}

/** The Markdown source's path of a post: `/posts/글/index.md`. */
export function markdownPath(path: string): string {
  return `${path}index.md`;
}
