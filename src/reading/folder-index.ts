import { once, onceEach } from "#model/once.ts";
import { contentRoot, entriesIn } from "./walk.ts";

/** Finds files by NFC name whatever form the disk keeps, never through symbolic links, never outside its root. */
export interface FolderIndex {
  /** Path from the root as on disk, for an NFC path from the root; undefined where no plain file is there. */
  readonly find: (path: string) => string | undefined;
  /** A file whose name differs only by upper and lower case. */
  readonly findLoosely: (path: string) => string | undefined;
  /** The one file of a name anywhere in the content; undefined where there is none, or more than one. */
  readonly named: (name: string) => string | undefined;
}

interface Listing {
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, string>;
}

/** An index over the folder `root`; each folder is listed once. */
export function folderIndex(root: string): FolderIndex {
  const listing = onceEach((folder: string) => listed(folder === "" ? root : `${root}/${folder}`));
  const search = (path: string, same: (names: ReadonlyMap<string, string>, name: string) => string | undefined) => {
    const segments = path.normalize("NFC").split("/");
    const name = segments.pop() ?? "";
    let folder = "";
    for (const segment of segments) {
      const found = same(listing(folder).folders, segment);
      if (found === undefined) return undefined;
      folder = folder === "" ? found : `${folder}/${found}`;
    }
    const file = same(listing(folder).files, name);
    return file === undefined ? undefined : folder === "" ? file : `${folder}/${file}`;
  };
  const byName = once(() => {
    const found = new Map<string, string | undefined>();
    const visit = (folder: string) => {
      const { files, folders } = listing(folder);
      for (const [name, onDisk] of files) found.set(name, found.has(name) ? undefined : `${folder}/${onDisk}`);
      for (const onDisk of folders.values()) visit(`${folder}/${onDisk}`);
    };
    visit(contentRoot(root));
    return found;
  });
  return {
    named: (name) => byName().get(name.normalize("NFC")),
    find: (path) => search(path, (names, name) => names.get(name)),
    findLoosely: (path) => search(path, looseName),
  };
}

function looseName(names: ReadonlyMap<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [known, onDisk] of names) if (known.toLowerCase() === wanted) return onDisk;
  return undefined;
}

function listed(folder: string): Listing {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const entry of entriesIn(folder)) {
    if (entry.isFile()) files.set(entry.name.normalize("NFC"), entry.name);
    if (entry.isDirectory()) folders.set(entry.name.normalize("NFC"), entry.name);
  }
  return { files, folders };
}
