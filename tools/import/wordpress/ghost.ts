import type { Blog } from "#tools/import/shared/blog.ts";
import { inZone, writtenDate } from "#tools/import/shared/dates.ts";
import { dataOf, decodeText } from "#tools/import/shared/front-matter.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { type Data, textAt, valueAt } from "#tools/import/shared/values.ts";
import { exportBlog, type ExportItem } from "./export.ts";

/** Whether a file is Ghost's own export. */
export function isGhostExport(file: string, tree: SourceTree): boolean {
  if (!/^[^/]+\.json$/iu.test(file)) return false;
  return /^\s*\{\s*"db"\s*:\s*\[/u.test(Buffer.from(tree.bytes(file)).subarray(0, 200).toString("utf8"));
}

/** Reads Ghost's export: posts and pages with their HTML; `/이름/` is the address that Ghost gives where nobody changed it. */
export function ghostBlog(tree: SourceTree): Blog | undefined {
  const file = tree.files.find((one) => isGhostExport(one, tree));
  if (file === undefined) return undefined;
  const [db] = listIn(dataOf(decodeText(tree.bytes(file)).text, "json")?.data ?? {}, "db");
  const data = (valueAt(db ?? {}, "data") ?? {}) as Data;
  const names = new Map(listIn(data, "tags").map((tag) => [tag["id"], textAt(tag, "name")]));
  const tags = Map.groupBy(listIn(data, "posts_tags"), (link) => link["post_id"]);
  const settings = new Map(listIn(data, "settings").map((one) => [one["key"], textAt(one, "value")]));
  const site = {
    kind: "ghost",
    title: settings.get("title"),
    description: settings.get("description"),
    baseUrl: undefined,
  } as const;
  return exportBlog(
    tree,
    site,
    listIn(data, "posts").map((post) =>
      itemOf(
        post,
        (tags.get(post["id"]) ?? []).flatMap((link) => names.get(link["tag_id"]) ?? []),
      ),
    ),
  );
}

function itemOf(post: Data, tags: string[]): ExportItem {
  const slug = textAt(post, "slug");
  const status = textAt(post, "status");
  const date = writtenDate(textAt(post, "published_at", "created_at"), "Asia/Seoul");
  return {
    id: textAt(post, "id") ?? slug ?? "",
    kind: textAt(post, "type") === "page" || textAt(post, "page") === "1" ? "page" : "post",
    title: textAt(post, "title"),
    slug,
    ...(slug === undefined ? {} : { usualPath: `/${slug}/` }),
    html: textAt(post, "html") ?? textAt(post, "plaintext") ?? "",
    date: date && inZone(date, "Asia/Seoul").text,
    status: status === "published" || status === undefined ? "publish" : status,
    fields: {
      description: textAt(post, "custom_excerpt"),
      tags,
      image: textAt(post, "feature_image")?.replace(/^__GHOST_URL__/u, ""),
      visibility: textAt(post, "visibility"),
      featured: textAt(post, "featured") === "true" || textAt(post, "featured") === "1" || undefined,
    },
  };
}

function listIn(data: Data, key: string): Data[] {
  const value = data[key];
  return Array.isArray(value) ? (value as Data[]) : [];
}
