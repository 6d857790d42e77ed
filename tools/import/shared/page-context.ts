import { posix } from "node:path";
import { byCodePoint } from "#model/order.ts";
import { decoded } from "#model/urlize.ts";
import { conflictCopies } from "#reading/conflict-copies.ts";
import { mediaName } from "#model/media.ts";
import { pictureName } from "#reading/pictures.ts";
import type { ImportWarningCode } from "#text/messages.ts";
import { safeName } from "./addresses.ts";
import { type Blog, inBundle, type SourcePage } from "./blog.ts";
import { blogLinks } from "./blog-links.ts";
import { fileFinder } from "./files.ts";
import { brokenPictures } from "./pictures.ts";
import { type Note, placesIn } from "./report.ts";
import { folderOf, globbed, type SourceTree } from "./source-tree.ts";
import { isMap, textAt } from "./values.ts";

export type Tools = ReturnType<typeof toolsFor>;

export function toolsFor(blog: Blog, tree: SourceTree, of: { pages: readonly SourcePage[]; now: number }) {
  const taken = new Set(blog.pages.flatMap(({ path, aliases }) => [path, ...aliases]));
  const lists = (blog.lists ?? []).filter(([from]) => !taken.has(from) && !/[#?%]|\/\//u.test(from));
  return {
    tree,
    blog,
    find: fileFinder(tree, blog),
    links: blogLinks(of.pages, blog.site),
    /** Files that pages show: path under `public` → path in the source; and those of hidden pages. */
    files: new Map<string, string>(),
    heldFiles: new Map<string, string>(),
    isBroken: brokenPictures(tree),
    /** Old addresses of lists, and where they lead with us. */
    lists: new Map(lists.reverse()),
    copies: conflictCopies(of.pages),
    now: of.now,
  };
}

/** A page in work: what its conversion may ask of the rest of the blog, and where it tells its warnings. */
export class PageContext {
  readonly page: SourcePage;
  readonly tools: Tools;
  readonly notes: Note[] = [];
  /** Files that it shows: path under `public` → path in the source. */
  readonly files = new Map<string, string>();
  /** Whether most letters of the page are Hangul. */
  isKorean = true;
  private placeOf: (offset: number) => Partial<Note> = () => ({});
  private readonly told = new Map<string, typeof this.placeOf>();

  constructor(page: SourcePage, tools: Tools) {
    this.page = page;
    this.tools = tools;
  }

  get site() {
    return this.tools.blog.site;
  }

  /** The same context for warnings in a text: the body as it stands between two steps. */
  over(text: string): PageContext {
    const placeOf = placesIn(text);
    return Object.assign(new PageContext(this.page, this.tools), {
      notes: this.notes,
      told: this.told,
      files: this.files,
      isKorean: this.isKorean,
      placeOf,
    });
  }

  /** Notes a doubtful place, by offset in the text that the context is over; what an earlier step has told, where it was written, is not told again. */
  warn(code: ImportWarningCode, start: number, values: Note["values"] = {}): void {
    const key = JSON.stringify([code, values]);
    const step = this.told.get(key) ?? this.placeOf;
    if (step !== this.placeOf) return;
    this.told.set(key, step);
    this.notes.push({ ...step(start), code, values });
  }

  /** Notes what is doubtful in the whole page, or under a key of its front matter. */
  note(code: ImportWarningCode, values: Note["values"] = {}, key?: string): void {
    this.notes.push({ code, values, key });
  }

  /** How our page writes the picture that an address means (its file is then copied); undefined for another site's, a missing one, or one that is no picture. */
  picture(address: string): string | undefined {
    const { page, tools } = this;
    const local = tools.links.local(named(address, page));
    if (local === undefined) return undefined;
    const prefix = local.startsWith("/")
      ? undefined
      : textAt(page.data, "img_path", "media_subpath", "image_path_prefix");
    const prefixed = prefix === undefined ? undefined : tools.find(posix.join("/", prefix, local), page);
    const found = (local.startsWith("/") ? this.fileOfPage(local) : prefixed) ?? tools.find(local, page);
    if (found === undefined) return undefined;
    if (!mediaName.test(found.file) && (!pictureName.test(found.file) || tools.isBroken(found.file))) return undefined;
    if (found.guessed && this.site.kind !== "obsidian") this.note("picture-guessed", { address });
    if (found.at.startsWith("/")) this.files.set(found.at, found.file);
    return found.at;
  }

  /** The pictures that a glob (`images/*`) or a folder means, as our page writes them. */
  pictures(pattern: string): string[] {
    const { page, tools } = this;
    const folder = pattern.replace(/[^/]*[*?].*$/u, "").replace(/^\.?\/+|\/+$/gu, "");
    const fits = globbed(/[*?]/u.test(pattern) ? posix.basename(pattern) : "*");
    const roots = [page.bundle ?? [], tools.blog.folders.published, tools.blog.folders.assets].flat();
    const places = new Set(roots.map((root) => (folder === "" ? root : `${root}/${folder}`)));
    const files = [...places].flatMap((place) =>
      tools.tree
        .inside(place)
        .filter((file) => folderOf(file) === place && pictureName.test(file) && fits.test(posix.basename(file))),
    );
    return files.sort(byCodePoint).flatMap((file) => this.picture(inBundle(file, page) ?? `/${file}`) ?? []);
  }

  /** How our page writes a link to a page or a file of the blog; undefined for anything else. */
  link(address: string): string | undefined {
    const { page, tools } = this;
    const local = tools.links.local(address);
    if (local === undefined || local === "") return undefined;
    const meant = tools.links.pageAt(address, page);
    if (meant !== undefined) return meant.path + (/#.*$/su.exec(local)?.[0] ?? "");
    const isFile = /\.\w{2,5}(?:[?#].*)?$/u.test(local);
    const found = isFile ? (this.fileOfPage(local) ?? tools.find(local, page)) : undefined;
    if (found !== undefined) {
      const at = found.at.startsWith("/") ? found.at : page.path + found.at;
      this.files.set(at, found.file);
      return at;
    }
    const list = tools.lists.get(local.replace(/\/*$/u, "/"));
    // A file that is not here stays where it was.
    const isAway = isFile && !/\.(?:html?|php|xml)\b/iu.test(local);
    if (list !== undefined || isAway || local === address || !local.startsWith("/")) return list;
    return this.site.ownAddress === undefined || local === "/" ? local : undefined;
  }

  /** A file of a bundle, named by its page's address: `/2020/글/a.png`. */
  private fileOfPage(local: string) {
    const [, folder = "", name = ""] = /^(.+\/)([^/?#]+)/u.exec(decoded(local)) ?? [];
    const owner = folder === "" ? undefined : this.tools.links.pageAt(folder, this.page);
    const file = owner?.bundle === undefined ? undefined : this.tools.tree.find(`${owner.bundle}/${name}`);
    if (file === undefined || owner === undefined) return undefined;
    return { file, at: (owner === this.page ? "" : owner.path) + safeName(name), guessed: false };
  }

  /** The address of the page that `ref` names (`post.md`, `/post/x`, `x#글`). */
  reference(target: string): string | undefined {
    return this.tools.links.byReference(target, this.page);
  }
}

/** A bundle's resource may be called by its `name` in `resources[]`. */
function named(address: string, page: SourcePage): string {
  const { resources } = page.data;
  if (!Array.isArray(resources)) return address;
  const source: unknown = resources.filter(isMap).find(({ name }) => name === address)?.["src"];
  return typeof source === "string" && !/[*?]/u.test(source) ? source : address;
}
