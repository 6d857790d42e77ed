import { withOurAddresses } from "#tools/import/body/body.ts";
import { type Blog, plainSite, type SourcePage, type SourceSite } from "#tools/import/shared/blog.ts";
import { writtenDate } from "#tools/import/shared/dates.ts";
import { asFolder, hugoPath, safeId } from "#tools/import/shared/addresses.ts";
import { isKorean } from "#tools/import/shared/pages.ts";
import { partOf, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { replyOf, type Said } from "#tools/replies/place.ts";
import { decoded } from "#model/urlize.ts";

/** An article of an export, whatever wrote it. */
export interface ExportItem {
  readonly id: string;
  readonly kind: "post" | "page";
  readonly title: string | undefined;
  readonly slug: string | undefined;
  /** Its address where the export says it; `usualPath` is the one that such blogs give. */
  readonly path?: string | undefined;
  readonly usualPath?: string;
  readonly html: string;
  readonly date: string | undefined;
  /** `publish` for what everybody may read. */
  readonly status: string;
  /** Further front matter; undefined and empty values go. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly replies?: readonly Said[];
}

/** A blog of an export's articles, each as a file of HTML of its own. */
export function exportBlog(
  tree: SourceTree,
  of: Pick<SourceSite, "title" | "description" | "baseUrl"> & { kind: "wordpress" | "ghost" },
  items: readonly ExportItem[],
): Blog | undefined {
  const base = URL.parse(of.baseUrl ?? "");
  const site: SourceSite = {
    ...plainSite,
    ...of,
    baseUrl: base === null ? undefined : base.href.replace(/\/*$/u, "/"),
    basePath: `${base?.pathname ?? ""}/`.replace(/\/{2,}/gu, "/"),
  };
  const texts = new Map<string, Uint8Array>();
  const pages = items.map((item) => {
    const page = pageOf(item, site);
    texts.set(page.file, Buffer.from(item.html));
    return page;
  });
  if (pages.length === 0) return undefined;
  return {
    site,
    pages,
    left: [],
    isBare: true,
    tree: partOf(tree, () => true, texts),
    folders: { published: [], content: [""], assets: ["wp-content/uploads", "uploads", "content/images", "images"] },
    convert: withOurAddresses,
  };
}

function pageOf(item: ExportItem, site: SourceSite): SourcePage {
  const title = item.title ?? item.slug ?? item.id;
  const name = decoded(item.slug ?? "") || hugoPath(title).replaceAll("/", "-") || item.id;
  const date = writtenDate(item.date, site.timeZone);
  const path = item.path && decoded(item.path);
  const local = path?.startsWith(site.basePath) ? `/${path.slice(site.basePath.length)}` : path;
  const address = asFolder(local ?? item.usualPath ?? `/posts/${name}/`);
  const fields = Object.entries(item.fields).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return {
    file: `${item.kind}s/${item.id}-${safeId([name])}.html`,
    kind: item.kind,
    id: safeId([name.slice(0, 80)]),
    language: site.language,
    title,
    path: address.path,
    isNewAddress: local === undefined,
    aliases: address.aliases,
    data: { ...Object.fromEntries(fields), title, ...(item.status === "publish" ? {} : { status: item.status }) },
    date,
    draft: item.status !== "publish",
    korean: isKorean(title + item.html),
    replies: item.replies?.flatMap(replyOf) ?? [],
  };
}
