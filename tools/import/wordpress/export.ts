import { asFolder, hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import { type Blog, plainSite, type SourcePage, type SourceSite } from "#tools/import/shared/blog.ts";
import { partOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { replyOf, type Said } from "#tools/replies/place.ts";
import { decoded } from "#model/urlize.ts";
import type { WrittenDate } from "#tools/import/shared/values.ts";

/** An article of an export, whatever wrote it. */
export interface ExportItem {
  readonly id: string;
  readonly kind: "post" | "page";
  readonly title: string | undefined;
  readonly slug: string | undefined;
  /** Its address where the export says it; `usualPath` is the one that such blogs give. */
  readonly path?: string | undefined;
  readonly usualPath?: string | undefined;
  /** Names that it had in its address. */
  readonly oldSlugs?: readonly string[] | undefined;
  readonly html: string;
  readonly date: WrittenDate | undefined;
  /** `publish` for what everybody may read. */
  readonly status: string;
  /** Further front matter. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly replies: readonly Said[];
}

/** A blog of an export's articles, each as a file of HTML of its own. */
export function exportBlog(
  tree: SourceTree,
  of: Pick<SourceSite, "kind" | "title" | "description" | "baseUrl">,
  items: readonly ExportItem[],
): Blog {
  const base = URL.parse(of.baseUrl ?? "");
  const site: SourceSite = {
    ...plainSite,
    ...of,
    baseUrl: base?.href.replace(/\/*$/u, "/"),
    basePath: `${base?.pathname ?? ""}/`.replace(/\/{2,}/gu, "/"),
  };
  const pages = items.map((item) => pageOf(item, site));
  const texts = items.map((item, index) => [pages[index]?.file ?? "", () => Buffer.from(item.html)] as const);
  return {
    site,
    pages,
    left: [],
    isBare: true,
    tree: partOf(tree, (file) => file, texts),
    folders: { published: [], content: [""], assets: ["wp-content/uploads", "uploads", "content/images", "images"] },
    steps: [],
  };
}

function pageOf(item: ExportItem, site: SourceSite): SourcePage {
  const { id, kind, status, date } = item;
  const title = item.title ?? item.slug ?? id;
  const name = decoded(item.slug ?? "") || hugoPath(title).replaceAll("/", "-") || id;
  const path = item.path && decoded(item.path);
  const local = path?.startsWith(site.basePath) ? `/${path.slice(site.basePath.length)}` : path;
  const address = asFolder(local ?? item.usualPath ?? `/posts/${name}/`);
  const above = address.path.endsWith(`/${name}/`) ? address.path.slice(0, -name.length - 1) : undefined;
  const renamed = above === undefined ? [] : (item.oldSlugs ?? []).map((slug) => `${above}${decoded(slug)}/`);
  return {
    file: `${kind}s/${id}-${safeId([name])}.html`,
    kind,
    id: safeId([name.slice(0, 80)]),
    language: site.language,
    title,
    path: address.path,
    aliases: [...address.aliases, ...renamed],
    isNewAddress: local === undefined,
    data: { ...item.fields, title, status: status === "publish" ? undefined : status },
    date,
    draft: status !== "publish",
    replies: item.replies.flatMap(replyOf),
  };
}
