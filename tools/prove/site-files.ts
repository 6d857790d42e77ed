import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Failure } from "#messages/failure.ts";
import { errorOf, type Message } from "#messages/message.ts";

/** Paths of all files below a folder, relative, with `/`, sorted; a link counts as a file, unless its path `leadsToFolder`. */
export function filesIn(folder: string, leadsToFolder = (_path: string) => false): string[] {
  const files: string[] = [];
  const waiting = [""];
  // Node's own recursive walk takes several times as long over ten thousand folders.
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = below + entry.name;
      if (entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path))) waiting.push(`${path}/`);
      else files.push(path);
    }
  }
  return files.sort();
}

/**
 * The files of `public/`, which need not be there, with those that links lead to, since Astro copies them; throws a Failure
 * that names the links out of the repository, to what is hidden in it (`.env`, `.git`, the drafts in `src/content`), also
 * to what holds that, and back to where they stand.
 */
export function publicFilesIn(root: string): string[] {
  const folder = join(root, "public");
  if (!existsSync(folder)) return [];
  const strays: Message[] = [];
  const files = filesIn(folder, (path) => {
    const target = realpathSync(join(folder, path));
    const to = relative(realpathSync(root), target).replaceAll(sep, "/");
    const isStray =
      /^(?:$|\w:|\/|src(?:$|\/content(?:\/|$)))|(?:^|\/)\./u.test(to) || foldersOn(folder, path).has(target);
    if (isStray) strays.push(errorOf("public-link", { to: to || "." }, { file: `public/${path}` }));
    return !isStray && statSync(join(folder, path)).isDirectory();
  });
  if (strays.length > 0) throw new Failure(strays);
  return files;
}

/** The real folders on the way to a path below a folder, and those that hold them. */
function foldersOn(folder: string, path: string): Set<string> {
  const found = new Set<string>();
  for (let below = dirname(join(folder, path)); below.startsWith(folder); below = dirname(below))
    for (let real = realpathSync(below); !found.has(real); real = dirname(real)) found.add(real);
  return found;
}

/** Whether another file stands at a path on a disk that ignores case; asked of the folders, as Linux repeats the name it is asked for. */
export function isOtherCase(folder: string, path: string, list: (folder: string) => string[] = readdirSync): boolean {
  const names = path.normalize("NFC").split("/");
  const listed = (at: number) => list(join(folder, ...names.slice(0, at))).map((name) => name.normalize("NFC"));
  return existsSync(join(folder, path)) && names.some((name, at) => !listed(at).includes(name));
}
