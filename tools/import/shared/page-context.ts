import { posix } from "node:path";
import { imageSize } from "image-size";
import { stillSvg } from "#reading/svg-source.ts";
import { type FoundFile, safeName } from "./blog-files.ts";
import type { BodyContext, SourcePage, Tools } from "./blog.ts";
import { type Note, placeIn } from "./report.ts";
import { globbed } from "./source-tree.ts";
import { textAt } from "./values.ts";

/** What a picture file is called. */
export const pictureName = /\.(?:a?png|jpe?g|jfif|gif|webp|avif|hei[cf]|svg|bmp|ico|tiff?|jxl)$/iu;

/** The converters' view of one page; warnings go to `notes` with the line of the text in which they stand. */
export function pageContext(page: SourcePage, tools: Tools, notes: Note[]): BodyContext {
  const over = (text: string): BodyContext => ({
    ...context,
    warn: (code, start, values = {}) => notes.push({ ...placeIn(text, start), code, values }),
  });
  const context: BodyContext = {
    page,
    site: tools.blog.site,
    picture: (address) => pictureAt(address, { page, tools, notes }),
    pictures: (pattern) => picturesLike(pattern, { page, tools, notes }),
    link: (address) => linked(address, page, tools),
    reference: (target) => tools.links.byReference(target, page),
    titleOf: (address) => tools.links.pageAt(address, page)?.title,
    hasFile: (address) => tools.find(tools.links.local(address) ?? address, page) !== undefined,
    over,
    warn: (code, _, values = {}) => notes.push({ code, values }),
  };
  return context;
}

/** A page, and where what is doubtful in it goes. */
export interface PageWork {
  readonly page: SourcePage;
  readonly tools: Tools;
  readonly notes: Note[];
}

/** How our page writes the picture that an address means; undefined for another site's, a missing one, or one that is no picture. */
export function pictureAt(address: string, at: PageWork): string | undefined {
  const { page, tools } = at;
  const local = tools.links.local(named(address, page));
  if (local === undefined) return undefined;
  const prefix = textAt(page.data, "img_path", "media_subpath", "image_path_prefix");
  const found =
    (prefix === undefined || local.startsWith("/") ? undefined : tools.find(posix.join("/", prefix, local), page)) ??
    tools.find(local, page);
  const isFilm = /\.(?:mp4|m4v|webm|mov)$/iu.test(found?.file ?? "");
  if (found === undefined || (!isFilm && !(pictureName.test(found.file) && isWhole(found.file, tools))))
    return undefined;
  if (found.guessed && tools.blog.site.kind !== "obsidian")
    at.notes.push({ code: "picture-guessed", values: { address } });
  if (found.where === "public") tools.files.set(found.at, found.file);
  return found.at;
}

/** A file of another bundle, named by that page's address: `/2020/글/a.png`. */
function fileOfPage(local: string, page: SourcePage, tools: Tools): FoundFile | undefined {
  const [, folder = "", name = ""] = /^(.+\/)([^/?#]+)/u.exec(local) ?? [];
  const owner = folder === "" ? undefined : tools.links.pageAt(folder, page);
  const file = owner?.bundle === undefined ? undefined : tools.tree.find(`${owner.bundle}/${name}`);
  if (file === undefined || owner === undefined) return undefined;
  if (owner.file === page.file) return { file, where: "beside", at: safeName(name), guessed: false };
  return { file, where: "public", at: `${owner.path}${safeName(name)}`, guessed: false };
}

/** A bundle's resource may be called by its `name` in `resources[]`. */
function named(address: string, page: SourcePage): string {
  const { resources } = page.data;
  if (!Array.isArray(resources)) return address;
  const list = resources as readonly Readonly<Record<string, unknown>>[];
  const source = list.find((resource) => resource?.["name"] === address)?.["src"];
  return typeof source === "string" && !/[*?]/u.test(source) ? source : address;
}

/** Whether a file is a picture that we can publish: its size can be read, and an SVG runs nothing. */
export function isWhole(file: string, tools: Tools): boolean {
  const known = tools.whole.get(file);
  if (known !== undefined) return known;
  const whole = readsAsPicture(tools.tree.bytes(file), file);
  tools.whole.set(file, whole);
  return whole;
}

function readsAsPicture(bytes: Uint8Array, file: string): boolean {
  if (/\.svg$/iu.test(file)) return stillSvg(Buffer.from(bytes).toString("utf8")) !== undefined;
  try {
    return imageSize(bytes).width > 0;
  } catch {
    return false;
  }
}

function linked(address: string, page: SourcePage, tools: Tools): string | undefined {
  const own = tools.links.toPage(address, page);
  if (own !== undefined) return own;
  const local = tools.links.local(address);
  if (local === undefined || local === "") return undefined;
  const found = /\.\w{2,5}(?:[?#].*)?$/u.test(local)
    ? (fileOfPage(local, page, tools) ?? tools.find(local, page))
    : undefined;
  if (found !== undefined) {
    const at = found.where === "beside" ? `${page.path}${found.at}` : found.at;
    tools.files.set(at, found.file);
    return at;
  }
  const list = tools.lists.get(`${local}/`.replace(/\/+$/u, "/"));
  if (list !== undefined || local === address || !local.startsWith("/")) return list;
  return tools.blog.site.ownAddress === undefined || local === "/" ? local : undefined;
}

function picturesLike(pattern: string, at: PageWork): string[] {
  const { page, tools } = at;
  const folder = pattern.replace(/[^/]*[*?].*$/u, "").replace(/^\.?\/+|\/+$/gu, "");
  const name = /[*?]/u.test(pattern) ? (pattern.split("/").at(-1) ?? "*") : "*";
  const fits = globbed(name);
  const roots = [
    ...(page.bundle === undefined ? [] : [page.bundle]),
    ...tools.blog.folders.published,
    ...tools.blog.folders.assets,
  ];
  const places = roots.map((root) => (folder === "" ? root : `${root}/${folder}`));
  const isIn = (file: string) =>
    places.some((place) => file.startsWith(`${place}/`) && !file.slice(place.length + 1).includes("/"));
  const files = tools.tree.files.filter(
    (file) => pictureName.test(file) && isIn(file) && fits.test(file.split("/").at(-1) ?? ""),
  );
  return files.flatMap(
    (file) =>
      pictureAt(
        page.bundle !== undefined && file.startsWith(`${page.bundle}/`)
          ? file.slice(page.bundle.length + 1)
          : `/${file}`,
        at,
      ) ?? [],
  );
}
