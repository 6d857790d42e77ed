import { shortHash } from "./digest.ts";
import { safeSlug } from "./urlize.ts";

export interface PostParts {
  /** NFC path under its folder without extension: `2020/초개인화`. */
  readonly id: string;
  /** `slug` as its author wrote it; takes the place of the file's name. */
  readonly slug?: string;
  readonly title: string;
  /** The author's day, `YYYY-MM-DD`. */
  readonly day?: string;
}

/**
 * A post's path by a permalink pattern as Hugo reads it. `:slug` is the author's slug, else the file's name, and keeps
 * the folders before it (`a/b.md` → `a/b`) unless the pattern files posts by date or section. `:contentbasename` is the
 * file's name alone. Without a date, neighbouring `:year`, `:month`, `:day` segments together are `undated`. `page/2` at
 * the end gets a hash, as a list's second page lives there.
 */
export function postPath(pattern: string, parts: PostParts): string {
  const values = placeholders(pattern, parts);
  const filled = (written: string, name: string) => values.get(name)?.() ?? written;
  const segments = pattern
    .split("/")
    .map((segment) => segment.replace(/:([a-z]+)/gu, filled).replace(/^undated(?:[-_.]?undated)+(?=$|[-_.])/u, undated))
    .filter((segment, position, all) => segment !== undated || all[position - 1] !== undated)
    .flatMap((segment) => segment.split("/"))
    .filter((segment) => segment !== "")
    .map((segment) => safeSlug(segment));
  const path = segments.length === 0 ? "/" : `/${segments.join("/")}/`;
  return path.replace(/\/page(?=\/\d+\/$)/u, (page) => `${page}-${shortHash(path)}`);
}

const undated = "undated";

/** What each placeholder stands for, made only where the pattern asks for it. */
function placeholders(pattern: string, parts: PostParts): ReadonlyMap<string, () => string> {
  const folders = parts.id.split("/");
  const name = folders.pop() ?? "";
  const filed = /:(?:year|month|day|section)(?![a-z])/u.test(pattern);
  const [year = undated, month = undated, day = undated] = parts.day?.split("-") ?? [];
  const own = () => safeSlug(parts.slug?.trim() ? parts.slug : name);
  const below = () => safeSlug([...folders.map((folder) => safeSlug(folder)), own()].join("/"));
  const values = {
    slug: filed || folders.length === 0 ? own : below,
    contentbasename: () => safeSlug(name),
    title: () => safeSlug(parts.title.trim() === "" ? name : parts.title),
    section: () => "posts",
    year: () => year,
    month: () => month,
    day: () => day,
  };
  return new Map(Object.entries(values));
}
