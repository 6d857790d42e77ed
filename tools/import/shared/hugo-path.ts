/**
 * A path as Hugo's `common/paths` sanitizes it: letters, digits, marks and `. / \ _ # + ~ - @` stay, white space becomes
 * one `-`, the rest goes; lower-cased unless the site keeps case; NFC, as servers and our own addresses are.
 */
export function hugoPath(text: string, keepCase = false): string {
  let path = "";
  let blank = false;
  for (const character of text.normalize("NFC").trimStart()) {
    const kept = /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(character);
    if (kept) {
      if (blank && character !== "-" && !path.endsWith("-")) path += "-";
      path += character;
      blank = false;
    } else if (path !== "" && /\s/u.test(character)) blank = true;
  }
  return keepCase ? path : path.toLowerCase();
}

/** An address and what else must lead there. */
export interface Address {
  /** Begins and ends in `/`, without the base path. */
  readonly path: string;
  readonly aliases: readonly string[];
}

/** An address of ours for a written path: `/x.html` and `/x` become `/x/`, with the written form as an alias. */
export function asFolder(written: string): Address {
  const clean = `/${written}`.replace(/\/{2,}/gu, "/").normalize("NFC");
  const folder = clean.replace(/\/index\.html?$/iu, "/").replace(/\.html?$/iu, "");
  const path = safe(folder.endsWith("/") ? folder : `${folder}/`);
  const aliases = /\.html?$/iu.test(clean) && !/\/index\.html?$/iu.test(clean) ? [clean] : [];
  return { path, aliases };
}

/** A path without the signs that links cannot carry; `#` is spelled where it tells names apart (`c#` → `csharp`). */
function safe(path: string): string {
  return path.replace(/(?<![a-z0-9])([a-z])#(?![a-z#])/giu, "$1sharp").replace(/[#?%\\]+/gu, "-");
}
