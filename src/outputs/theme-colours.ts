/** The colour around the page in the browser's own bars, by scheme. */
export interface ThemeColours {
  readonly light: string;
  readonly dark: string;
}

const colour = String.raw`(?:[^(),;{}]|\([^()]*\))+`;
const both = new RegExp(String.raw`--paper:\s*light-dark\((${colour}),(${colour})\)`, "u");
const single = new RegExp(String.raw`--paper:\s*(${colour})`, "u");

/** The `--paper` of the first style sheet that sets one, `light-dark()` before what stands in for it; undefined where it is no plain colour. */
export function themeColours(...sheets: readonly string[]): ThemeColours | undefined {
  const plain = sheets.map((styles) => styles.replace(/\/\*[\s\S]*?\*\//gu, ""));
  const [sheet = ""] = plain.filter((styles) => styles.search(single) >= 0);
  const [, one = "", other = one] = both.exec(sheet) ?? single.exec(sheet) ?? [];
  const [light, dark] = [one.trim(), other.trim()];
  return light === "" || /var\(/u.test(light + dark) ? undefined : { light, dark };
}
