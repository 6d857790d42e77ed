import { posix } from "node:path";
import { decoded, safeSlug } from "#model/urlize.ts";

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * An address as its author wrote it (`/2020/글/`, `a/b`, `/old.html`, absolute, percent-encoded) as a path of ours, in
 * its author's upper and lower case. One that ends in `.html` keeps that, `index.html` goes; one without `/` in front
 * stands beside `parent`, as in Hugo.
 */
export function writtenPath(written: string, parent: string): string {
  const bare = written.replace(/^https?:\/\/[^/]*/iu, "").replace(/[?#].*$/su, "");
  const rooted = bare.startsWith("/") || bare !== written ? bare : posix.join(parent, bare);
  const segments = decoded(rooted)
    .normalize("NFC")
    .split(/[/\\]/u)
    .map(safeSegment)
    .filter((segment) => segment !== "");
  if (/^index\.html?$/iu.test(segments.at(-1) ?? "")) segments.pop();
  const file = /\.html?$/iu.test(segments.at(-1) ?? "");
  return segments.length === 0 ? "/" : `/${segments.join("/")}${file ? "" : "/"}`;
}

/** One folder's name without what links, disks or servers cannot carry; empty for `.` and `..`. */
function safeSegment(segment: string): string {
  const clean = segment
    .toWellFormed()
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}<>:"|*\uFFFD]/gu, "")
    .replace(/[#?%]+/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[. ]+$/u, "");
  const fits = Buffer.byteLength(clean) <= 200 && !device.test(clean) && !/^\.(?:git|ht)/iu.test(clean);
  return clean === "" || fits ? clean : safeSlug(clean);
}
