import { relative } from "node:path";
import type { Message } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";

const codes: Readonly<Record<string, Code>> = {
  EACCES: "no-permission",
  EPERM: "no-permission",
  EROFS: "disk-read-only",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "file-limit",
  EMFILE: "open-limit",
  ENFILE: "open-limit",
  ENOENT: "file-missing",
  EEXIST: "file-in-the-way",
  ENOTDIR: "file-in-the-way",
  EISDIR: "file-in-the-way",
  ENOTEMPTY: "file-in-the-way",
  EBUSY: "file-busy",
  ETXTBSY: "file-busy",
  ENAMETOOLONG: "name-too-long",
};

/** What the system refused, with the path it named; undefined for any other error. */
export function systemMessage({ message }: Error, root: string): Message | undefined {
  // Some steps pass an error on as text: the system's own words are the same in both.
  const found = /\b(E[A-Z]{2,}): (.*?)(?:, (\w+)(?: '([^']*)')?(?: -> '([^']*)')?)?$/mu.exec(message);
  if (found === null) return undefined;
  const [, code = "", reason = "", call = "", path, target] = found;
  if (code === "EADDRINUSE") return { severity: "error", code: "port-taken", values: { port: portIn(message) } };
  if (call === "" && codes[code] === undefined) return undefined;
  const file = target ?? path;
  return {
    severity: "error",
    code: codes[code] ?? "disk-trouble",
    values: { message: `${code}: ${reason}` },
    ...(file === undefined ? {} : { file: shownPath(root, file) }),
  };
}

function portIn(message: string): string {
  return /:(\d+)\s*$/mu.exec(message)?.[1] ?? "";
}

/** A path as an author knows it: from the repository's root where it lies below that. */
export function shownPath(root: string, path: string): string {
  const below = relative(root, path);
  return below === "" || below.startsWith("..") ? path : below.replaceAll("\\", "/");
}
