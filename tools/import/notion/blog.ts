import { withOurAddresses } from "#tools/import/body/body.ts";
import { quoted } from "#tools/import/body/shortcode-callouts.ts";
import { rowsOf } from "#tools/import/shared/front-matter.ts";
import { type Blog, plainSite, type SourcePage, type SourceSite } from "#tools/import/shared/blog.ts";
import { writtenDate } from "#tools/import/shared/dates.ts";
import { hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";

const name = /^(.*?)[ _-]?([0-9a-f]{32})(?:_all)?(\.(?:md|csv))?$/u;
const site: SourceSite = { ...plainSite, kind: "notion", math: true };

/** Our keys for the properties that people give their databases. */
const keys: readonly (readonly [RegExp, string])[] = [
  [/^(?:date|날짜|작성일|작성 일자|게시일|발행일|published(?: (?:at|on|date))?)$/iu, "date"],
  [/^(?:created(?: (?:time|at))?|생성일|생성 일시|만든 날짜)$/iu, "created"],
  [/^(?:updated(?: at)?|last edited(?: time)?|수정일|최종 편집 일시|마지막 편집)$/iu, "updated"],
  [/^(?:tags?|태그|키워드|다중 선택)$/iu, "tags"],
  [/^(?:categor(?:y|ies)|카테고리|분류|선택)$/iu, "categories"],
  [/^(?:series|시리즈|연재)$/iu, "series"],
  [/^(?:description|summary|설명|요약|소개)$/iu, "description"],
  [/^(?:slug|url|주소)$/iu, "slug"],
];

/** Whether a file is a page of Notion's Markdown export: its name ends in the page's number. */
export function isNotionFile(file: string): boolean {
  return /[0-9a-f]{32}\.md$/u.test(file);
}

/** Reads a Notion export (Markdown and CSV, its folder or its archive): numbers off the names, properties as front matter. */
export function notionBlog(tree: SourceTree): Blog | undefined {
  const files = tree.files.filter((file) => /\.md$/iu.test(file));
  const rows = rowsByTitle(tree);
  const pages = files.map((file) => {
    const { title, data, body } = partsOf(tree.text(file), rows, file);
    const fields = { ...fieldsOf(rows.get(title) ?? {}), ...fieldsOf(data) };
    return pageOf(file, { title, fields, body }, tree);
  });
  if (pages.length === 0) return undefined;
  return {
    site,
    pages,
    left: [],
    isBare: true,
    folders: { published: [], content: [""], assets: [] },
    convert: (body, context) => withOurAddresses(withCallouts(partsOf(body, rows, context.page.file).body), context),
  };
}

interface Parts {
  readonly title: string;
  readonly fields: Record<string, string | string[]>;
  readonly body: string;
}

function pageOf(file: string, of: Parts, tree: SourceTree): SourcePage {
  const parts = file
    .replace(/\.md$/iu, "")
    .split("/")
    .map((part) => name.exec(part)?.[1]?.trim() || part);
  const date = writtenDate(of.fields["date"] ?? of.fields["created"], site.timeZone);
  const slug = typeof of.fields["slug"] === "string" ? of.fields["slug"] : (parts.at(-1) ?? of.title);
  return {
    file,
    kind: "post",
    id: safeId(parts.slice(-1)),
    bundle: bundleOf(file, tree),
    language: "ko",
    title: of.title,
    path: `/posts/${hugoPath(slug).replaceAll("/", "-")}/`,
    isNewAddress: true,
    aliases: [],
    data: of.fields,
    date,
    draft: false,
    korean: isKorean(of.title + of.body),
  };
}

/** The folder of a page's pictures, with its number or, in newer exports, without. */
function bundleOf(file: string, tree: SourceTree): string | undefined {
  const stem = file.replace(/\.md$/iu, "");
  const folders = [stem, stem.replace(/[ _-]?[0-9a-f]{32}$/u, "")];
  return folders.find((folder) =>
    tree.files.some((one) => one.startsWith(`${folder}/`) && !/\.(?:md|csv)$/iu.test(one)),
  );
}

type Rows = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A page's heading, the lines of `name: value` under it where it is a row of a database, and the rest. */
function partsOf(
  text: string,
  rows: Rows,
  file: string,
): { title: string; data: Record<string, string>; body: string } {
  const base = file.split("/").at(-1) ?? file;
  const [head = "", written = ""] = /^\s*# ([^\n]*)\n*/u.exec(text) ?? [];
  const title = written.trim() || (name.exec(base)?.[1] ?? base);
  const rest = text.slice(head.length).replace(/^\n+/u, "");
  const names = Object.keys(rows.get(title) ?? {});
  const lines = rest.split("\n");
  const end = lines.findIndex((line) => !names.some((key) => line.startsWith(`${key}: `)));
  const data = lines
    .slice(0, Math.max(0, end))
    .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]);
  return {
    title,
    data: Object.fromEntries(data) as Record<string, string>,
    body: lines.slice(Math.max(0, end)).join("\n").replace(/^\n+/u, ""),
  };
}

/** Properties under our names; others keep theirs. */
function fieldsOf(data: Readonly<Record<string, string>>): Record<string, string | string[]> {
  const entries = Object.entries(data).filter(([, value]) => value.trim() !== "");
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const meant = keys.find(([names]) => names.test(key.trim()))?.[1];
      // `Published` is a day in some databases, a box to tick in others.
      const isAnswer = meant === "date" && writtenDate(value, site.timeZone) === undefined;
      const ours = meant === undefined || isAnswer ? key.trim() : meant;
      return [ours, /^(?:tags|categories)$/u.test(ours) ? value.split(/,\s*/u) : value.trim()];
    }),
  );
}

/** The rows of all databases by what their first column says. */
function rowsByTitle(tree: SourceTree): Rows {
  const tables = tree.files.filter((file) => /\.csv$/iu.test(file));
  const rows = tables.flatMap((file) => rowsOf(tree.text(file), ","));
  return new Map(rows.map((row) => [Object.values(row)[0] ?? "", row]));
}

/** Notion's callouts, which it exports as `<aside>` with an emoji before the words. */
function withCallouts(body: string): string {
  return body.replace(/^<aside>\n([\s\S]*?)\n<\/aside>[ \t]*$/gmu, (_, inside: string) =>
    quoted(
      `[!NOTE]\n${inside.trim().replace(/^(?:\p{Extended_Pictographic}\uFE0F?|<img src="[^"]*\/icons\/[^>]*>)\s*/u, "")}`,
    ),
  );
}
