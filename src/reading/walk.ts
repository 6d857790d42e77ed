import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path/posix";
import { onceEach } from "#model/once.ts";
import { byCodePoint } from "#model/order.ts";
import { type FileMessage, wholeFile } from "#messages/message.ts";
import { hidingCascade, sectionFile } from "./cascade.ts";

export interface ContentFile {
  /** `page` under pages/, `post` under posts/ of the content's root. */
  readonly kind: "post" | "page";
  /** Path from the repository's root, as on disk. */
  readonly file: string;
  /** NFC path under its folder, with extension. */
  readonly name: string;
}

/** Folders of the owner's content, from the repository's root. */
export const contentFolders = { post: "src/content/posts", page: "src/content/pages" } as const;

export const contentRoots = ["src/content", "examples"] as const;

/** Where the content lies: our examples as long as nothing of the owner's is in `src/content/`; a ledger of addresses counts too, as a site whose posts are gone shows none of ours. */
export function contentRoot(root: string): (typeof contentRoots)[number] {
  const isOwners = filesUnder(root, "src/content").next().done !== true || !existsSync(`${root}/examples`);
  return isOwners ? "src/content" : "examples";
}

/** The root that a file of the content lies below. */
export function contentRootOf(file: string): (typeof contentRoots)[number] {
  return file.startsWith("examples/") ? "examples" : "src/content";
}

/** What may lie elsewhere, behind a link: an editor's vault, a drive that is kept in step. */
const linkable: ReadonlySet<string> = new Set(Object.values(contentFolders));

const leftOut = /^(?:[_.]|~\$)/u;
const leftOutButSections = /^(?:\.|~\$|_(?!index\.(?:md|markdown|mdx)$))/iu;

/** What the names of files that are read as posts and pages end in. */
export const sourceName = /\.(?:md|markdown|mdx)$/iu;

/** Every source file of posts and pages, by NFC name in code point order, without names that begin with `_`, `.` or `~$`; symbolic links are errors. */
export function contentFiles(root: string): { files: ContentFile[]; problems: FileMessage[] } {
  const files: ContentFile[] = [];
  const problems: FileMessage[] = [];
  const base = contentRoot(root);
  for (const kind of ["post", "page"] as const) {
    const folder = `${base}/${kind}s`;
    for (const entry of filesUnder(root, folder, leftOutButSections)) {
      if ("file" in entry && sectionFile.test(entry.file)) {
        problems.push(...hidingCascade(root, entry.file));
      } else if ("link" in entry) {
        problems.push({ severity: "error", code: "symbolic-link", file: entry.link, ...wholeFile, values: {} });
      } else if (sourceName.test(entry.file)) {
        files.push({ kind, file: entry.file, name: entry.file.slice(folder.length + 1).normalize("NFC") });
      } else if (isSourceAsText(`${root}/${entry.file}`)) {
        problems.push({ severity: "warning", code: "source-as-text", file: entry.file, ...wholeFile, values: {} });
      }
    }
  }
  for (const name of base === "src/content" && existsSync(`${root}/${base}`) ? readdirSync(`${root}/${base}`) : [])
    if (sourceName.test(name) && !leftOut.test(name))
      problems.push({ severity: "warning", code: "source-outside", file: `${base}/${name}`, ...wholeFile, values: {} });
  const order = (a: ContentFile, b: ContentFile) =>
    byCodePoint(a.kind + a.name, b.kind + b.name) || byCodePoint(a.file, b.file);
  return { files: files.sort(order), problems };
}

/** What Windows shows as `글.md` and is `글.md.txt`, or a text with front matter. */
function isSourceAsText(path: string): boolean {
  const [, stem] = /^(.*)\.txt$/isu.exec(path) ?? [];
  if (stem === undefined) return false;
  return sourceName.test(stem) || /^[^ -~]*(?:-\0?){3}\r?\0?\n/u.test(readFileSync(path, "latin1"));
}

/** The files of a folder and those below it, and symbolic links; by default names that begin with `_`, `.` or `~$` are left out. */
export function* filesUnder(
  root: string,
  folder: string,
  without = leftOut,
): Generator<{ file: string } | { link: string }> {
  const path = `${root}/${folder}`;
  for (const entry of existsSync(path) ? readdirSync(path, { withFileTypes: true }) : []) {
    const file = `${folder}/${entry.name}`;
    if (without.test(entry.name)) continue;
    if (linkable.has(file)) yield* filesUnder(root, file, without);
    else if (entry.isSymbolicLink()) yield { link: file };
    else if (entry.isDirectory()) yield* filesUnder(root, file, without);
    else if (entry.isFile()) yield { file };
  }
}

/** An index over the files that content may name. */
export type FolderIndex = ReturnType<typeof folderIndex>;

/** Finds files of public/ and of the content by NFC name whatever the disk keeps, never through links; each folder is listed once, when first asked for. */
export function folderIndex(root: string) {
  const content = contentRoot(root);
  const listing = onceEach((folder: string) => listed(root, folder));
  const around = (path: string) => listing(path.startsWith("public/") ? "public" : content);
  return {
    /** Path from the root as on disk, for an NFC path from the root; undefined where no plain file is there. */
    find: (path: string) => around(path).exact.get(path.normalize("NFC")),
    /** A file whose path differs only by upper and lower case. */
    findLoosely: (path: string) => around(path).loose.get(path.normalize("NFC").toLowerCase()),
    /** The one file of a name anywhere in the content; undefined where there is none, or more than one. */
    named: (name: string) => {
      const [file, ...others] = listing(content).named.get(name.normalize("NFC")) ?? [];
      return others.length === 0 ? file : undefined;
    },
  };
}

function listed(root: string, folder: string) {
  const files = Array.from(filesUnder(root, folder, /^$/u)).flatMap((one) => ("file" in one ? one.file : []));
  return {
    exact: new Map(files.map((file) => [file.normalize("NFC"), file])),
    loose: new Map(files.map((file) => [file.normalize("NFC").toLowerCase(), file])),
    named: Map.groupBy(files, (file) => basename(file).normalize("NFC")),
  };
}

export function routeFiles(root: string): string[] {
  return globSync("**/*.{astro,md,mdx,html,ts,js}", { cwd: `${root}/src/pages` }).map((file) =>
    file.replaceAll("\\", "/"),
  );
}
