const colour = String.raw`(?:[^(),;{}]|\([^()]*\))+`;

/** A custom property's colour in each scheme as CSS writes it, by the first style sheet that sets it; undefined where it is no plain colour. */
export function styleColours(property: string, ...sheets: readonly string[]) {
  const single = new RegExp(String.raw`${property}:\s*(${colour})`, "u");
  const both = new RegExp(String.raw`${property}:\s*light-dark\((${colour}),(${colour})\)`, "u");
  const plain = sheets.map((styles) => styles.replace(/\/\*[\s\S]*?\*\//gu, ""));
  const sheet = plain.find((styles) => single.test(styles)) ?? "";
  const [, one = "", other = one] = both.exec(sheet) ?? single.exec(sheet) ?? [];
  const [light, dark] = [one.trim(), other.trim()];
  return light === "" || /var\(/u.test(light + dark) ? undefined : { light, dark };
}
