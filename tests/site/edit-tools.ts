import { existsSync, globSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pngFile } from "../../bench/png.ts";

export type Random = () => number;

/** Changes files under a folder and says what it did; `–` where there was nothing to change. */
export type Edit = (folder: string, random: Random) => string;

/** A change that leaves a file's size and date as they were. */
export function keepingTimes(file: string, change: () => void): void {
  const { size, atime, mtime } = statSync(file);
  change();
  if (statSync(file).size !== size) throw new Error(`${file} has another size`);
  utimesSync(file, atime, mtime);
}

/** Does something to any post, but never to the last two. */
export function withPost(folder: string, random: Random, act: (file: string) => void): string {
  const posts = globSync("src/content/posts/**/*.md", { cwd: folder }).sort();
  const file = posts[number(random, posts.length)];
  if (file === undefined || posts.length < 3) return "–";
  act(join(folder, file));
  return file;
}

/** Replaces the first match in any post. */
export function inPost(folder: string, random: Random, [pattern, text]: readonly [RegExp, string]): string {
  return withPost(folder, random, (file) => changeText(file, (before) => before.replace(pattern, text)));
}

/** Writes a field of any post's front matter in place of what it had; without a value the field goes. */
export function setField(key: string, value?: (random: Random) => string): Edit {
  return (folder, random) => {
    const line = value === undefined ? "" : `${key}: ${value(random)}\n`;
    const own = new RegExp(`^${key}:.*\\r?\\n`, "gmu");
    const file = withPost(folder, random, (path) =>
      changeText(path, (text) => text.replace(own, "").replace(/^(\uFEFF?---\r?\n)/u, (head) => head + line)),
    );
    return `${file} ${line.trim()}`;
  };
}

/** Replaces the first match in one file. */
export function inFile(folder: string, path: string, [pattern, text]: readonly [RegExp, string]): string {
  changeText(join(folder, path), (before) => before.replace(pattern, text));
  return text;
}

/** Writes a file with the folders above it. */
export function write(folder: string, path: string, bytes: string | Uint8Array): string {
  const file = join(folder, path);
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return path;
}

/** Changes the text of a file. */
export function changeText(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** A PNG of `size` × `size` pixels of one grey; its length goes by its size alone. */
export function png(size: number, grey = 128): Uint8Array {
  const rows = Buffer.alloc(size * (size + 1), grey);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  return pngFile({ width: size, height: size, colourType: 0, rows });
}

/** A whole number from 0 to one below. */
export function number(random: Random, below: number): number {
  return Math.floor(random() * below);
}
