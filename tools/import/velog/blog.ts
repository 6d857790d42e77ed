import type { Blog } from "#tools/import/shared/blog.ts";
import { withOurAddresses } from "#tools/import/body/body.ts";
import { inZone, writtenDate } from "#tools/import/shared/dates.ts";
import { decodeText } from "#tools/import/shared/decode.ts";
import { readSource } from "#tools/import/shared/front-matter.ts";
import { hugoPath } from "#tools/import/shared/hugo-path.ts";
import { safeId } from "#tools/import/shared/ids.ts";
import { isKorean } from "#tools/import/shared/language.ts";
import type { SourcePage, SourceSite } from "#tools/import/shared/source-page.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, headingOf, listOf, textAt, textOf, valueAt } from "#tools/import/shared/values.ts";
import { withoutVelogEmbeds } from "./embeds.ts";

const site: SourceSite = {
  kind: "velog",
  basePath: "/",
  timeZone: "Asia/Seoul",
  language: "ko",
  lineBreaks: "keep",
  emoji: false,
  math: true,
  params: {},
};

/** Reads a folder of Markdown files with front matter, as velog's backups are; undefined where none lies. */
export function markdownBlog(tree: SourceTree): Blog | undefined {
  const files = tree.files.filter(
    (file) => /\.(?:md|markdown|mdx)$/iu.test(file) && !/(?:^|\/)(?:README|LICENSE|CHANGELOG)\.md$/iu.test(file),
  );
  if (files.length === 0) return undefined;
  const folders = new Set(files.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))));
  const shared = [...folders].every((folder) => folder.startsWith("content")) ? "content/" : "";
  return {
    site,
    pages: files.map((file) => pageOf(file, tree, shared)),
    left: [],
    folders: { published: [], content: ["", "content"], assets: [] },
    convert: (body, context) => withOurAddresses(withoutVelogEmbeds(body, context), context),
  };
}

function pageOf(file: string, tree: SourceTree, shared: string): SourcePage {
  const source = readSource(decodeText(tree.bytes(file)).text);
  const { data } = source;
  const segments = file
    .slice(shared.length)
    .replace(/\.\w+$/u, "")
    .split("/");
  const isBundle = segments.length > 1 && segments.at(-1) === "index";
  const parts = isBundle ? segments.slice(0, -1) : segments;
  const name = parts.at(-1) ?? file;
  const title =
    textAt(data, "title") ??
    headingOf(source.body) ??
    name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]?/u, "").replace(/[-_]+/gu, " ");
  const keys = ["date", "released_at", "created_at", "createdAt", "pubDate", "published_at", "created", "publishedAt"];
  const date =
    keys.map((key) => writtenDate(textOf(valueAt(data, key)), site.timeZone)).find((found) => found !== undefined) ??
    writtenDate(/^\d{4}-\d{1,2}-\d{1,2}/u.exec(name)?.[0], site.timeZone);
  const slug = textAt(data, "url_slug", "slug") ?? name;
  const path = `/posts/${[...parts.slice(0, -1), slug]
    .map((part) => hugoPath(part))
    .filter((part) => part !== "")
    .join("/")}/`;
  const link = textAt(data, "link", "url", "permalink", "original_url");
  const old = link === undefined ? [] : [URL.canParse(link) ? decodeURI(new URL(link).pathname) : link];
  return {
    file,
    kind: "post",
    id: safeId(parts),
    ...(isBundle ? { bundle: file.slice(0, file.lastIndexOf("/")) } : {}),
    language: "ko",
    title,
    path,
    aliases: [...old, ...listOf(valueAt(data, "aliases", "redirect_from"))].map((alias) =>
      /\/$|\.\w+$/u.test(alias) ? alias : `${alias}/`,
    ),
    data,
    date: date && inZone(date, site.timeZone),
    draft: booleanAt(data, "draft", "is_temp", "is_private") ?? booleanAt(data, "published") === false,
    korean: isKorean(title + source.body),
  };
}
