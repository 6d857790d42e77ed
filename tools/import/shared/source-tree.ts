import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { escapedPattern } from "#model/escape.ts";
import { once } from "#model/once.ts";
import { byCodePoint } from "#model/order.ts";
import { tried } from "#model/tried.ts";
import { unzipped } from "#reading/archive.ts";
import { textIn } from "#reading/source-text.ts";
import { dataOf, decodeText } from "./front-matter.ts";
import { type Data, valueAt } from "./values.ts";

/** The files of a blog's folder, read only: paths are relative to it with `/`, as on disk. */
export interface SourceTree {
  /** In code point order. */
  readonly files: readonly string[];
  readonly has: (file: string) => boolean;
  readonly inside: (folder: string) => readonly string[];
  /** The file that is meant by a path whose Unicode form or letter case differs; the exact one first. */
  readonly find: (file: string) => string | undefined;
  readonly bytes: (file: string) => Uint8Array;
  /** A file as text, in whatever encoding it is. */
  readonly text: (file: string) => string;
  /** Links that were not followed: they lead out of the folder, or to a folder. */
  readonly strayLinks: readonly string[];
  /** Files of settings or data that were asked for and say nothing that can be read. */
  readonly unread: Set<string>;
}

const skipped =
  /^(?:node_modules|__MACOSX|\.(?:git|github|jekyll-cache|hugo_build\.lock|DS_Store|vscode|idea|cache|astro|next))$/u;
/** What builders make, at the root of a site; `public` is told by the kind of blog. */
const builtAtRoot = new Set("resources _site archetypes vendor .sass-cache docs-dist dist out".split(" "));

type Files = Iterable<readonly [file: string, read: () => Uint8Array]>;

/** Lists a blog's folder, an archive of one (`.zip`) or a single file; what builders made is left out, and of themes all but their files. */
export function sourceTree(source: string): SourceTree {
  const strayLinks: string[] = [];
  if (statSync(source).isDirectory())
    return treeOf(listed(Buffer.from(source), "", { root: realpathSync(source), strayLinks }), { strayLinks });
  const bytes = readFileSync(source);
  return treeOf(/\.zip$/iu.test(source) ? unzipped(bytes) : [[path.basename(source), () => bytes]]);
}

/** A file of settings or data as a map; empty where there is none, or none that can be read. */
export function dataIn(tree: SourceTree, file: string): Data {
  if (!tree.has(file)) return {};
  const { data } = dataOf(tree.text(file), file.split(".").at(-1) ?? "") ?? {};
  if (data === undefined) tree.unread.add(file);
  return data ?? {};
}

/** Whether a site depends on a package, also where it only builds with it. */
export function dependsOn(tree: SourceTree, name: string): boolean {
  return valueAt(dataIn(tree, "package.json"), `dependencies.${name}`, `devDependencies.${name}`) !== undefined;
}

/** A tree of some files, where `place` puts them (undefined leaves one out), and of those that are `added`. */
export function partOf(tree: SourceTree, place: (file: string) => string | undefined, added: Files = []): SourceTree {
  const files = tree.files.map((file) => [place(file) ?? "", () => tree.bytes(file)] as const);
  return treeOf([...files.filter(([at]) => at !== ""), ...added], tree);
}

function treeOf(all: Files, { strayLinks = [], unread = new Set() }: Partial<SourceTree> = {}): SourceTree {
  const readers = new Map(all);
  const files = [...readers.keys()].sort(byCodePoint);
  const loose = new Map(files.toReversed().map((file) => [looseKey(file), file]));
  const byFolder = once(() => {
    const found = new Map<string, string[]>();
    for (const file of files)
      for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder)) {
        if (!found.has(folder)) found.set(folder, []);
        found.get(folder)?.push(file);
      }
    return found;
  });
  const bytes = (file: string) => {
    const read = readers.get(file);
    if (read === undefined) throw new Error(`${file}: not in the source`);
    return read();
  };
  return {
    files,
    has: (file) => readers.has(file),
    inside: (folder) => (folder === "" ? files : (byFolder().get(folder) ?? [])),
    find: (file) => (readers.has(file) ? file : loose.get(looseKey(file))),
    bytes,
    text: (file) => decodeText(bytes(file)).text,
    strayLinks,
    unread,
  };
}

/** The files of a folder on disk, whose names may be in CP949, as disks of Korean Windows have them; a link is followed only to a file inside the folder. */
function* listed(
  folder: Buffer,
  above: string,
  of: { readonly root: string; readonly strayLinks: string[] },
): Generator<[string, read: () => Uint8Array]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, encoding: "buffer" })) {
    const name = textIn(entry.name).text;
    if (skipped.test(name) || (above === "" && builtAtRoot.has(name))) continue;
    const file = above === "" ? name : `${above}/${name}`;
    if (/^themes\/[^/]+\/(?!(?:static|assets)(?:\/|$))/u.test(file)) continue;
    const place = Buffer.concat([folder, Buffer.from("/"), entry.name]);
    if (entry.isDirectory()) yield* listed(place, file, of);
    else if (entry.isFile() || (entry.isSymbolicLink() && isInside(place, of.root)))
      yield [file, () => readFileSync(place)];
    else if (entry.isSymbolicLink()) of.strayLinks.push(file);
  }
}

function isInside(link: Buffer, root: string): boolean {
  const real = tried(() => realpathSync(link, { encoding: "utf8" }));
  return real?.startsWith(root + path.sep) === true && statSync(real).isFile();
}

/** The folder that a path of the source lies in, `` at the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

/** The path of a file from a folder on (`` is the whole tree); undefined for a file that lies elsewhere. */
export function below(file: string, folder: string): string | undefined {
  if (folder === "") return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

/** What is the same of names on disks that differ in Unicode form or letter case. */
export function looseKey(file: string): string {
  return file.normalize("NFC").toLowerCase();
}

/** A pattern over paths (`*`, `**`, `?`, `{a,b}`, letter case aside) as a regular expression; a slash at its start, or at that of a choice where a name begins, says nothing. */
export function globbed(pattern: string): RegExp {
  const rootless = pattern.replace(/^\/|(?<=(?:^|\/)\{(?:[^{}]*,)?)\//gu, "");
  return new RegExp(`^${sourceOfGlob(rootless)}$`, "iu");
}

const signs: Readonly<Record<string, string>> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };

function sourceOfGlob(glob: string): string {
  const parts = glob.split(/(\*\*\/|\*{1,2}|\?|\{[^{}]*\})/u).map((part) => {
    const [, choices] = /^\{(.*)\}$/su.exec(part) ?? [];
    if (choices === undefined) return signs[part] ?? escapedPattern(part);
    return `(?:${choices.split(",").map(sourceOfGlob).join("|")})`;
  });
  return parts.join("");
}

/** The texts of the files that fit, one after the other. */
export function textsOf(tree: SourceTree, name: RegExp): string {
  return tree.files.flatMap((file) => (name.test(file) ? tree.text(file) : [])).join("\n");
}
