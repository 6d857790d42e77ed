/** `rtl` for a language written from right to left, else undefined; for the attribute `dir`. */
export function directionOf(lang: string | undefined): "rtl" | undefined {
  return /^(?:ar|he|iw|fa|ur|ps|yi|dv|ckb|sd|ug)(?:-|$)/iu.test(lang ?? "") ? "rtl" : undefined;
}
