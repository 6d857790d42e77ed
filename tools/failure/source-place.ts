import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "#messages/message.ts";
import { shownPath } from "./system-errors.ts";

/** A place in a source file. */
export type Place = Pick<Message, "file" | "line" | "column">;

const framePattern = /(?:file:\/\/)?(\/[^\s()]+?|[A-Z]:[^\s()]+?)(?:\?[^:]*)?:(\d+):(\d+)\)?$/gmu;

/** The first place in the site's own code that an error's stack names: not in packages, not in what runs the build. */
export function sourcePlace({ stack = "" }: Error, root: string): Place | undefined {
  for (const [, written = "", line, column] of stack.matchAll(framePattern)) {
    const path = decodeURI(written);
    const file = shownPath(root, path);
    const place = /\.prerender\/.*\.mjs$/u.test(path)
      ? placeInBundle(path, Number(line), root)
      : { file, line: Number(line), column: Number(column) };
    const isOwn = place !== undefined && /^(?:src\/|[^/]+$)/u.test(place.file);
    if (isOwn) return place;
  }
  return undefined;
}

/** A module in a bundle has its name in a comment above its code, or in a string at its end (Astro's); a line has its own words. */
function placeInBundle(bundle: string, line: number, root: string): (Place & { file: string }) | undefined {
  if (!existsSync(bundle)) return undefined;
  const lines = readFileSync(bundle, "utf8").split("\n");
  const above = lines.slice(0, line).flatMap((one) => /^\/\/(?:#region)? (\S+\.\w+)(?:\?\S*)?$/u.exec(one)?.[1] ?? []);
  const below = lines.slice(line).flatMap((one) => /["'/](src\/[^"']+\.astro)["']/u.exec(one)?.[1] ?? []);
  const file = [above.at(-1), below[0]].find((one) => one?.startsWith("src/") && existsSync(join(root, one)));
  if (file === undefined) return undefined;
  const words = lines[line - 1]?.trim().replace(/[;,]$/u, "") ?? "";
  const source = readFileSync(join(root, file), "utf8").split("\n");
  const index = source.findIndex((one) => words !== "" && one.includes(words));
  return index === -1 ? { file } : { file, line: index + 1, column: (source[index]?.indexOf(words) ?? 0) + 1 };
}
