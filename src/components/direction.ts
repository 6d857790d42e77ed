import { escaped } from "#model/escape.ts";

/** The attributes ` lang` and ` dir` of words in another language than the site's, as HTML; empty for the site's own. */
export function langAttributes(lang: string | undefined, site: { readonly language: string }): string {
  if (lang === undefined || lang === site.language) return "";
  return ` lang="${escaped(lang)}"${directionOf(lang) ? ' dir="rtl"' : ""}`;
}

/** `rtl` for a language written from right to left, else undefined; for the attribute `dir`. */
export function directionOf(lang: string | undefined): "rtl" | undefined {
  return /^(?:ar|he|iw|fa|ur|ps|yi|dv|ckb|sd|ug)(?:-|$)/iu.test(lang ?? "") ? "rtl" : undefined;
}
