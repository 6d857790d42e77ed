import { escapedText } from "#model/escape.ts";
import { escapedHtml } from "#tools/import/body/shortcode-use.ts";
import type { Blog } from "#tools/import/shared/blog.ts";
import { dataIn, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, inZone, mapOf, textAt, writtenDate } from "#tools/import/shared/values.ts";
import { listAt, type Said } from "#tools/replies/place.ts";
import { wordsInFields } from "./article.ts";
import { exportBlog, type ExportItem } from "./export.ts";
import cards from "./lexical-cards.json" with { type: "json" };
import { valueIn } from "#tools/import/shared/front-matter.ts";
import { termLists } from "#tools/import/shared/lists.ts";

export function isGhostExport(file: string, tree: SourceTree): boolean {
  if (!/^[^/]+\.json$/iu.test(file)) return false;
  return /^\s*\{\s*"db"\s*:\s*\[/u.test(Buffer.from(tree.bytes(file)).subarray(0, 200).toString("utf8"));
}

/** Reads Ghost's export: posts and pages with their HTML; `/이름/` is the address that Ghost gives where nobody changed it. */
export function ghostBlog(tree: SourceTree): Blog | undefined {
  const file = tree.files.find((one) => isGhostExport(one, tree));
  if (file === undefined) return undefined;
  const [db] = listAt(dataIn(tree, file), "db");
  const data = mapOf(db?.["data"]);
  const more = new Map(listAt(data, "posts_meta").map((meta) => [meta["post_id"], meta]));
  const [tagsOf, authorsOf] = [named(data, "tag", "tags"), named(data, "author", "users")];
  const comments = Map.groupBy(listAt(data, "comments"), (comment) => comment["post_id"]);
  const members = new Map(listAt(data, "members").map((member) => [member["id"], member]));
  const settings = new Map(listAt(data, "settings").map((one) => [one["key"], textAt(one, "value")]));
  const [title, description] = [settings.get("title"), settings.get("description")];
  const posts = listAt(data, "posts").map((post) => {
    const tags = tagsOf(post).filter((tag) => tag["visibility"] !== "internal");
    const author = authorsOf(post).flatMap((user) => textAt(user, "name") ?? []);
    const replies = (comments.get(post["id"]) ?? []).flatMap((comment) => replyIn(comment, members));
    return { tags, item: itemOf({ author: author.join(", "), ...more.get(post["id"]), ...post }, tags, replies) };
  });
  const lists = posts
    .flatMap(({ tags }) => tags)
    .flatMap((tag) => termLists(["tags", textAt(tag, "name") ?? ""], `/tag/${textAt(tag, "slug") ?? ""}/`, "rss/"));
  const items = posts.map(({ item }) => item);
  return { ...exportBlog(tree, { kind: "ghost", title, description }, items), lists };
}

/** Finds the rows of a table that a post names by a table of links, in the post's order, or by itself as one author once was. */
function named(data: Data, name: string, rows: string): (post: Data) => Data[] {
  const byId = new Map(listAt(data, rows).map((row) => [row["id"], row]));
  const links = listAt(data, `posts_${name}s`).sort((a, b) => Number(a["sort_order"]) - Number(b["sort_order"]));
  const byPost = Map.groupBy(links, (link) => link["post_id"]);
  return (post) =>
    (byPost.get(post["id"]) ?? [post]).flatMap((link): Data[] => [byId.get(link[`${name}_id`]) ?? []].flat());
}

/** A comment, where the export was asked for them; its author has a name where the members were asked for too. */
function replyIn(comment: Data, members: ReadonlyMap<unknown, Data>): Said[] {
  if (comment["status"] !== "published") return [];
  const to = textAt(comment, "in_reply_to_id", "parent_id");
  return [
    {
      id: `ghost:${textAt(comment, "id") ?? ""}`,
      to: to && `ghost:${to}`,
      name: textAt(members.get(comment["member_id"]) ?? {}, "name") ?? "",
      person: "",
      url: "",
      date: textAt(comment, "created_at") ?? "",
      html: textAt(comment, "html") ?? "",
    },
  ];
}

function itemOf(post: Data, tags: readonly Data[], replies: Said[]) {
  const slug = textAt(post, "slug");
  const status = textAt(post, "status") ?? "published";
  const visibility = textAt(post, "visibility");
  const at = textAt(post, "published_at", "created_at") ?? "";
  // Before Ghost 1.0 in milliseconds.
  const date = writtenDate(/^\d{11,14}$/u.test(at) ? new Date(Number(at)).toISOString() : at, "Asia/Seoul");
  const plain = escapedText(textAt(post, "plaintext") ?? "").replaceAll("\n", "<br>");
  return {
    id: textAt(post, "id") ?? slug ?? "",
    kind: textAt(post, "type") === "page" || textAt(post, "page") === "1" ? "page" : "post",
    title: textAt(post, "title"),
    replies,
    slug,
    usualPath: slug && `/${slug}/`,
    html: (textAt(post, "html") ?? (lexicalHtml(post) || plain)).replaceAll("__GHOST_URL__", ""),
    date: date && inZone(date, "Asia/Seoul"),
    status: status === "published" ? "publish" : status,
    fields: {
      description: textAt(post, "custom_excerpt", "meta_description"),
      tags: tags.flatMap((tag) => textAt(tag, "name") ?? []),
      author: textAt(post, "author"),
      image: textAt(post, "feature_image", "image")?.replace(/^__GHOST_URL__/u, ""),
      imageAlt: textAt(post, "feature_image_alt"),
      visibility: /kg-gated-block:begin [^>]*nonMember:false|"nonMember":false/u.test(
        textAt(post, "html", "lexical") ?? "",
      )
        ? "members"
        : visibility,
      featured: booleanAt(post, "featured") || undefined,
    },
  } satisfies ExportItem;
}

/** What a post says in the form of Ghost's editor (Lexical), of which some have no HTML. */
function lexicalHtml(post: Data): string {
  const { root } = mapOf(valueIn(textAt(post, "lexical") ?? "", "json")?.value);
  return listAt(root, "children")
    .map((node) => `<div>${nodeHtml(node)}</div>`)
    .join("\n");
}

const formats = "strong em s u code sub sup mark".split(" ");

/** A text, a block or a card of Ghost's editor as HTML; one of an unknown kind by the words in its fields. */
function nodeHtml(node: Data): string {
  const kind = String(node["type"]).replace(/^extended-/u, "");
  const pictures = listAt(node, "images").map((picture) => ({ ...picture, type: "image" }));
  const inside = [...listAt(node, "children"), ...pictures].map(nodeHtml).join("");
  const known = new Map(Object.entries(cards)).get(kind);
  if (known !== undefined)
    return known.replace(/\{(=?)([\w.]+)\}/gu, (_, isText: string, name: string) => {
      const value = textAt({ ...node, inside }, name) ?? "";
      return isText ? escapedHtml(value.replaceAll("&", "&amp;")) : value;
    });
  if (typeof node["text"] !== "string")
    return (
      inside ||
      wordsInFields(node)
        .map(([, words]) => `<p>${words}</p>`)
        .join("")
    );
  const tags = formats.filter((_, bit) => Number(node["format"]) & (1 << bit));
  return tags.reduce((html, tag) => `<${tag}>${html}</${tag}>`, escapedText(node["text"]));
}
