import { dayPart } from "#tools/import/shared/day-parts.ts";
import { hugoPath } from "#tools/import/shared/hugo-path.ts";

/** What a permalink pattern may ask of a page. */
export interface PermalinkParts {
  /** Folders under the content folder, the bundle's own left out. */
  readonly folders: readonly string[];
  /** The file's or the bundle folder's name, without extension and language. */
  readonly name: string;
  readonly slug?: string | undefined;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly keepCase: boolean;
}

/** Fills a Hugo pattern (`/:year/:month/:slug/`, `:sections[1:]`); a token that is not known stays. */
export function permalink(pattern: string, parts: PermalinkParts): string {
  const filled = pattern.replace(
    /:([a-z0-9]+)(\[[^\]]*\])?/giu,
    (written, name: string, range: string | undefined) => tokenValue(name.toLowerCase(), range, parts) ?? written,
  );
  return withoutPlus(filled).replace(/\/{2,}/gu, "/");
}

/** Hugo reads a filled pattern as a query, where `+` is a blank: `c++-시작` → `c-시작`. */
function withoutPlus(path: string): string {
  return path.replace(/-?\+[+-]*/gu, "-");
}

function tokenValue(name: string, range: string | undefined, parts: PermalinkParts): string | undefined {
  const path = (text: string) => hugoPath(text, parts.keepCase).replace(/^([^#]*)#$/u, "$1");
  if (name === "sections") return sliced(parts.folders, range).map(path).join("/");
  const texts: Readonly<Record<string, string>> = {
    slug: parts.slug ?? parts.title,
    title: parts.title,
    filename: parts.name,
    contentbasename: parts.name,
    slugorfilename: parts.slug ?? parts.name,
    slugorcontentbasename: parts.slug ?? parts.name,
    section: parts.folders[0] ?? "",
  };
  const text = texts[name] ?? dayPart(name, parts.day ?? "0001-01-01");
  return text === undefined ? undefined : path(text);
}

function sliced(folders: readonly string[], range: string | undefined): readonly string[] {
  if (range === undefined) return folders;
  const at = (text: string, usual: number) =>
    text === "" ? usual : text === "last" ? folders.length - 1 : Number(text);
  const [from = "", to] = range.slice(1, -1).split(":");
  if (to === undefined) return folders.slice(at(from, 0), at(from, 0) + 1);
  return folders.slice(at(from, 0), to === "last" ? folders.length - 1 : at(to, folders.length));
}
