import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import type { Sign } from "./active-content.ts";

/** Functions whose strings are addresses (CSS Values and Units 4, CSS Images 4). */
const addressing = new Set(["url", "src", "image-set", "-webkit-image-set", "image", "cross-fade"]);
const scripted = new Set(["behavior", "behaviour", "-moz-binding"]);

/** Signs in a stylesheet, read as CSS Syntax reads it: old browsers' script in styles, what comes from outside, another charset. */
export function cssSigns(css: string): Sign[] {
  const signs: Sign[] = [];
  const open: string[] = [];
  let rule = "";
  for (const token of tokenize({ css })) {
    const [type, written] = token;
    const found = (code: Sign["code"]) => signs.push({ code, what: written.slice(0, 48) });
    const named = nameOf(token);
    if (type === TokenType.AtKeyword) rule = named;
    else if (type === TokenType.Semicolon || type === TokenType.OpenCurly) rule = "";
    else if (type === TokenType.Function || type === TokenType.OpenParen) open.push(named);
    else if (type === TokenType.CloseParen) open.pop();
    else if (isAddress(type, rule, open) && isForeign(named, rule === "import")) found("style-script");
    else if (rule === "charset" && type === TokenType.String && !/^utf-?8$/iu.test(named)) found("not-utf-8");
    if (type === TokenType.Function ? named === "expression" : type === TokenType.Ident && scripted.has(named))
      found("style-script");
  }
  return signs;
}

/** What a token stands for with its escapes undone, names in lower case. */
function nameOf(token: CSSToken): string {
  const value = token[4] !== undefined && "value" in token[4] ? String(token[4].value) : "";
  return token[0] === TokenType.String || token[0] === TokenType.URL ? value : value.toLowerCase();
}

function isAddress(type: TokenType, rule: string, open: readonly string[]): boolean {
  // A namespace is a name that nobody asks for.
  if (rule === "namespace") return false;
  if (type === TokenType.URL || type === TokenType.BadURL) return true;
  return type === TokenType.String && (rule === "import" || open.some((name) => addressing.has(name)));
}

/** Whether an address leaves the site; pictures and fonts within the sheet are no foreign files, a whole sheet within it is. */
function isForeign(address: string, isSheet: boolean): boolean {
  const plain = address.replace(/^[\0-\x20]+/u, "").replace(/[\t\n\r]/gu, "");
  if (!isSheet && /^data:(?:image|font)\//iu.test(plain)) return false;
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/iu.test(plain);
}
