import { closeSync, openSync, readSync } from "node:fs";
import type { Sign } from "./active-content.ts";
import { decoded, formOf, isLeftover, namespaces, nameSigns, tooDeep, xmlSigns } from "./file-signs.ts";
import { parsedFacts } from "./page-facts.ts";

/** Endings for which servers name a type that no browser runs. */
const known = new Set(
  `png jpg jpeg jfif gif webp avif apng bmp ico heic heif tif tiff mp4 m4v webm mov ogv mp3 m4a ogg oga opus wav flac aac
  woff woff2 ttf otf pdf zip 7z rar tgz xz bz2 epub doc docx xls xlsx ppt pptx odt ods odp hwp hwpx txt md csv tsv json
  jsonl webmanifest ics vcf vtt srt br gz zst`.split(/\s+/u),
);
/** Files that hosts and search engines ask for by these names, whatever their ending says. */
const asked = /^(?:_headers|_redirects|CNAME|LICENSE|\.nojekyll|\.well-known\/.*)$/u;
/** As browsers do before they guess a type: a byte order mark and blanks count for nothing (MIME Sniffing § 7.1). */
const markup = /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)?[\0\t\n\f\r ]*<\0?[!?/a-z]/iu;
/** A program for servers (`<?php`, `<?=`): no browser runs it, and its source is not meant for readers. */
const serverCode = /^[^<]*<\?(?!xml)/iu;

/** Bytes from which it can be told whether a file begins like markup. */
const headBytes = 1024;

export function headOf(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const head = Buffer.alloc(headBytes);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}

/** Whether a file's name says what it is; of others all bytes are needed. */
export function hasKnownName(path: string): boolean {
  return known.has(/\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "");
}

export function beginsLikeMarkup(bytes: Uint8Array): boolean {
  return markup.test(Buffer.from(bytes.subarray(0, headBytes)).toString("latin1"));
}

/** Signs in a file that is read neither as a page nor as XML by its name, from all its bytes: a server may give it another type. */
export function disguisedSigns(path: string, bytes: Uint8Array): Sign[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isMarkup =
    beginsLikeMarkup(bytes) || (!hasKnownName(path) && Object.values(namespaces).some((name) => all.includes(name)));
  const active = isMarkup ? markupSigns(bytes) : [];
  const isRead = isMarkup && !serverCode.test(all.subarray(0, headBytes).toString("latin1"));
  const isBinary = all.includes(0) || decoded(bytes).signs.length > 0;
  return isRead || isBinary || hasKnownName(path) || asked.test(path) || isLeftover(path) || bytes.length === 0
    ? active
    : [...active, { code: "unknown-text", what: path }];
}

/** Whether a file in `public/`, which is no page, style or XML, would stop a build: `path` as in `disguisedSigns`. */
export function isRefused(path: string, bytes: Uint8Array): boolean {
  return nameSigns(path).length > 0 || (formOf(path) === "other" && disguisedSigns(path, bytes).length > 0);
}

/** Read as both, since the server's type decides; an element counts also before the place where XML breaks off. */
function markupSigns(bytes: Uint8Array): Sign[] {
  const { text, signs } = decoded(bytes);
  const all = [...signs, ...parsedFacts(text).signs, ...xmlSigns(text)];
  const once = new Map(all.map((sign) => [`${sign.code} ${sign.what}`, sign]));
  return [...once.values()].filter(
    ({ code, what }) => !/^(?:xml-malformed|inline-style|data-picture)$/u.test(code) || what.endsWith(tooDeep),
  );
}
