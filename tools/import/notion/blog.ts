import { posix } from "node:path";
import { quoted } from "#tools/import/body/shortcode-blocks.ts";
import { hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import { type Blog, plainSite, type SourcePage, type SourceSite } from "#tools/import/shared/blog.ts";
import { rowsOf } from "#tools/import/shared/front-matter.ts";
import names from "#tools/import/shared/field-names.json" with { type: "json" };
import { partOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { writtenDate } from "#tools/import/shared/values.ts";

const number = /[ _-]?[0-9a-f]{32}$/u;
const site: SourceSite = { ...plainSite, kind: "notion", math: true };

/** Our keys for the properties that people give their databases. */
const keys = Object.entries(names.notion).map(([key, words]) => [new RegExp(`^(?:${words})$`, "iu"), key] as const);

type Row = Readonly<Record<string, string>>;

/** Whether a file is a page of Notion's Markdown export: its name ends in the page's number. */
export function isNotionFile(file: string): boolean {
  return /[0-9a-f]{32}\.md$/u.test(file);
}

/** Reads a Notion export (Markdown and CSV, its folder or its archive): numbers off the names, properties as front matter. */
export function notionBlog(tree: SourceTree): Blog {
  const tables = tree.files.filter((file) => /\.csv$/iu.test(file)).map((file) => rowsOf(tree.text(file), ","));
  const rows = new Map(tables.flat().map((row) => [Object.values(row)[0] ?? "", row]));
  return {
    site,
    pages: tree.files.filter((file) => /\.md$/iu.test(file)).map((file) => pageOf(file, tree, rows)),
    left: [],
    isBare: true,
    folders: { published: [], content: [""], assets: [] },
    // A table says what stands in every row, also of pages that are hidden.
    tree: partOf(tree, (file) => (/[0-9a-f]{32}(?:_all)?\.csv$/u.test(file) ? undefined : file)),
    steps: [(text, { page }) => partsOf(text, page, rows).body, withCallouts],
  };
}

function pageOf(file: string, tree: SourceTree, rows: ReadonlyMap<string, Row>): SourcePage {
  const { title, fields } = partsOf(tree.text(file), { file, title: undefined }, rows);
  const stem = file.replace(/\.md$/iu, "");
  // A page's pictures lie in a folder of its name, in newer exports without the number.
  const holdsFiles = (folder: string) => tree.inside(folder).some((one) => !/\.(?:md|csv)$/iu.test(one));
  return {
    file,
    kind: "post",
    id: safeId([nameOf(file)]),
    bundle: [stem, stem.replace(number, "")].find(holdsFiles),
    language: "ko",
    title,
    path: `/posts/${hugoPath(String(fields["slug"] ?? nameOf(file))).replaceAll("/", "-")}/`,
    isNewAddress: true,
    aliases: [],
    data: fields,
    date: writtenDate(fields["date"] ?? fields["created"], site.timeZone),
    draft: false,
  };
}

/** A page's name without its number. */
function nameOf(file: string): string {
  const name = posix.basename(file).replace(/\.md$/iu, "");
  return name.replace(number, "").trim() || name;
}

/** A page's heading, unless its title is known, its fields (from the lines of `name: value` under it where it is a row of a database) and the rest. */
function partsOf(text: string, page: { file: string; title: string | undefined }, rows: ReadonlyMap<string, Row>) {
  const [head = "", written = ""] = /^\s*# ([^\n]*)\n*/u.exec(text) ?? [];
  const title = page.title ?? (written.trim() || nameOf(page.file));
  const row = rows.get(title) ?? {};
  const lines = text.slice(head.length).replace(/^\n+/u, "").split("\n");
  const saidIn = (some: readonly string[]) =>
    fieldsOf(Object.fromEntries(some.map((line) => /^(.*?): (.*)$/u.exec(line)?.slice(1) ?? [])) as Row);
  // A page that is exported by itself has no table: its first lines are properties where they tell its day.
  const first = lines.slice(0, Math.max(0, lines.indexOf("")));
  const { date, created, updated } = first.every((line) => /^[^:]+: \S/u.test(line)) ? saidIn(first) : {};
  const isAlone = !rows.has(title) && writtenDate(date ?? created ?? updated, site.timeZone) !== undefined;
  const ends = (line: string) => !Object.keys(row).some((key) => line.startsWith(`${key}: `));
  const end = isAlone ? first.length : Math.max(0, lines.findIndex(ends));
  const fields = { ...fieldsOf(row), ...saidIn(lines.slice(0, end)) };
  return { title, fields, body: lines.slice(end).join("\n").replace(/^\n+/u, "") };
}

/** Properties under our names; others keep theirs. */
function fieldsOf(row: Row): Record<string, string | string[]> {
  const written = Object.entries(row).filter(([, value]) => value.trim() !== "");
  const fields = written.map(([key, value]) => {
    const meant = keys.find(([names]) => names.test(key.trim()))?.[1];
    // `Published` is a day in some databases, a box to tick in others; `URL` often leads to another site.
    const isAnswer = meant === "date" && writtenDate(value, site.timeZone) === undefined;
    const isLink = meant === "slug" && /^\w+:\/\//u.test(value);
    const ours = isLink ? "link" : meant === undefined || isAnswer ? key.trim() : meant;
    return [ours, /^(?:tags|categories)$/u.test(ours) ? value.split(/,\s*/u) : value.trim()];
  });
  return Object.fromEntries(fields) as Record<string, string | string[]>;
}

/** Notion's callouts, which it exports as `<aside>` with an emoji before the words. */
function withCallouts(body: string): string {
  return body.replace(/^<aside>\n([\s\S]*?)\n<\/aside>[ \t]*$/gmu, (_, inside: string) =>
    quoted(
      `[!NOTE]\n${inside.trim().replace(/^(?:\p{Extended_Pictographic}\uFE0F?|<img src="[^"]*\/icons\/[^>]*>)\s*/u, "")}`,
    ),
  );
}
