import { basename } from "node:path/posix";
import { onceEach } from "#model/once.ts";
import { contentRoot, filesUnder } from "./walk.ts";

/** An index over the files that content may name. */
export type FolderIndex = ReturnType<typeof folderIndex>;

/**
 * Finds files of public/ and of the content by NFC name whatever form the disk keeps, never through symbolic links; each
 * of the two folders is listed once, when it is first asked for.
 */
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
