import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import { activeSigns, addressAsRead, isOtherCharset, schemeOf, type Sign } from "./active-content.ts";
import { SaxesParser } from "saxes";
import { textIn } from "#reading/source-text.ts";

const programs = new Set("js mjs cjs wasm swf htc hta xsl xslt mht mhtml svgz shtml shtm xht xhtml".split(" "));

/** What operating systems leave in a folder that somebody opened: nobody's file. */
export const systemFile = /(?:^|\/)(?:\.DS_Store|\._[^/]*|\.localized|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/iu;
/** Hidden files (Git's, secrets, editors' swap files) but for those that hosts ask for, editors' copies and marks of who edits, a disk station's thumbnails. */
const leftover =
  /(?:^|\/)(?:\.(?!well-known\/|nojekyll$)|~\$|@eaDir\/)|(?:~|\.(?:bak|orig|swp|tmp|part|crdownload))$/iu;

/** Whether a file's name says that it lies there by accident. */
export function isLeftover(path: string): boolean {
  return systemFile.test(path) || leftover.test(path);
}

/** What a file's name alone says: a program or a page in disguise, or a file that nobody means to publish. `path` is relative to the site, with `/`. */
export function nameSigns(path: string): Sign[] {
  const extension = path.split("/").at(-1)?.toLowerCase().split(".").slice(1).at(-1);
  if (/\.(?:br|gz|zst)$/iu.test(path)) return [{ code: "packed-copy", what: path }];
  const left: Sign[] = isLeftover(path) ? [{ code: "leftover-file", what: path }] : [];
  return extension !== undefined && programs.has(extension) ? [{ code: "script-file", what: path }, ...left] : left;
}

/** Kind of reading a built file needs. */
export function formOf(path: string): "html" | "xml" | "css" | "other" {
  const lower = path.toLowerCase();
  if (/\.html?$/u.test(lower)) return "html";
  if (/\.(?:svg|xml|rss|atom|rdf|opml|mathml|mml)$/u.test(lower)) return "xml";
  return lower.endsWith(".css") ? "css" : "other";
}

/** Before they parse, browsers look for a charset in a page's first bytes, also within what is only text (HTML § 13.2.3.2); undefined where none is there. */
export function firstCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return /<meta[^>]*?charset\s*=\s*["']?\s*([^\s"'>;/]+)/iu.exec(head)?.[1];
}

/** Decodes a file's bytes as browsers would be told to: UTF-8 alone; anything else is a sign. */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly signs: readonly Sign[] } {
  const { text, encoding } = textIn(bytes);
  const what = encoding === "broken" ? "?" : encoding.toUpperCase();
  const signs = encoding === "utf-8" ? [] : [{ code: "not-utf-8" as const, what }];
  return { text: text.replace(/^\uFEFF/u, ""), signs };
}

/** Functions whose strings are addresses (CSS Values and Units 4, CSS Images 4). */
const addressing = new Set(["url", "src", "image-set", "-webkit-image-set", "image", "cross-fade"]);
/** Declarations whose strings such functions may be given elsewhere (CSS Custom Properties, Properties and Values API, Mixins). */
const handedOn = /^(?:--|initial-value$|result$)/u;
const scripted = new Set(["behavior", "behaviour", "-moz-binding"]);

/** Signs in a stylesheet, read as CSS Syntax reads it: old browsers' script in styles, what comes from outside, another charset. */
export function cssSigns(css: string): Sign[] {
  const signs: Sign[] = [];
  const open: string[] = [];
  let [rule, property] = ["", ""];
  for (const token of tokenize({ css })) {
    const [type, written] = token;
    const found = (code: Sign["code"]) => signs.push({ code, what: written.slice(0, 48) });
    const named = nameOf(token);
    if (/^(?:;|\{|\})$/u.test(written)) property = "";
    else if (type === TokenType.Ident) property ||= named;
    if (type === TokenType.AtKeyword) rule = named;
    else if (type === TokenType.Semicolon || type === TokenType.OpenCurly) rule = "";
    else if (type === TokenType.Function || type === TokenType.OpenParen) open.push(named);
    else if (type === TokenType.CloseParen) open.pop();
    else if (isAddress(type, rule, [...open, property])) {
      const isSheet = rule === "import";
      const isAsked = isSheet || type === TokenType.URL || addressing.has(open.at(-1) ?? "");
      signs.push(...addressSigns(named, { isSheet, isAsked }));
    } else if (rule === "charset" && type === TokenType.String && isOtherCharset(named)) found("not-utf-8");
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
  // A namespace's address is never asked for.
  if (rule === "namespace") return false;
  if (type === TokenType.URL || type === TokenType.BadURL) return true;
  return (
    type === TokenType.String && (rule === "import" || open.some((name) => addressing.has(name) || handedOn.test(name)))
  );
}

/** An address, and whether it leaves the site; pictures and fonts within the sheet are no foreign files, a whole sheet within it is. */
function addressSigns(address: string, { isSheet, isAsked }: Record<"isSheet" | "isAsked", boolean>): Sign[] {
  const plain = addressAsRead(address);
  const what = plain.slice(0, 48);
  if (!isSheet && /^data:(?:image|font)\//iu.test(plain)) return [{ code: "data-picture", what }];
  if (schemeOf(plain) !== undefined || /^[/\\]{2}/u.test(plain)) return [{ code: "style-script", what }];
  return isAsked && /^[^#]/u.test(plain) ? [{ code: "style-address", what: plain }] : [];
}

/** The line that RSS and Atom carry for `/feed.css`. */
const ownStyle = /^href="\/(?!\/)[^"\\]*feed\.css" type="text\/css"$/u;
/** Namespaces in which an element means something to a browser. */
export const namespaces = {
  xhtml: "http://www.w3.org/1999/xhtml",
  svg: "http://www.w3.org/2000/svg",
  xslt: "http://www.w3.org/1999/XSL/Transform",
} as const;

/** How deep elements may nest: Chromium takes no more, and namespaces are looked up through all. */
const deepest = 5000;
/** Ends what is said of a file that is not read to its end for that. */
export const tooDeep = `${String(deepest)}+`;

/** Signs of active content in an SVG picture, a feed or another XML file, read with namespaces as browsers do. */
export function xmlSigns(xml: string): Sign[] {
  const signs: Sign[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", (doctype) => {
    if (/\[|ENTITY/iu.test(doctype))
      signs.push({ code: "xml-entities", what: `<!DOCTYPE ${doctype.trim().slice(0, 40)}` });
  });
  parser.on("processinginstruction", ({ target, body }) => {
    if (target === "xml-stylesheet" && !ownStyle.test(body.trim()))
      signs.push({ code: "xml-transform", what: `<?${target} ${body.slice(0, 40)}?>` });
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (isOtherCharset(encoding)) signs.push({ code: "not-utf-8", what: `encoding="${encoding}"` });
  });
  let depth = 0;
  parser.on("closetag", () => (depth -= 1));
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > deepest) throw new Error(`<${tag.name}> × ${tooDeep}`);
    if (tag.uri === namespaces.xslt) signs.push({ code: "xml-transform", what: `<${tag.name}>` });
    const attributes = Object.values(tag.attributes).map(({ local, value }) => ({ name: local.toLowerCase(), value }));
    const name = tag.local.toLowerCase();
    // A feed's own `object` or `base` element means nothing to a browser; in XHTML and SVG they do.
    if (tag.uri === namespaces.xhtml || tag.uri === namespaces.svg || name === "script")
      signs.push(...activeSigns({ name, attributes }));
    else signs.push(...activeSigns({ name: "", attributes }));
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    signs.push({ code: "xml-malformed", what: error instanceof Error ? error.message : String(error) });
  }
  // A picture's own style and the raster pictures inside it stay within that picture.
  return signs.filter(({ code }) => code !== "inline-style" && code !== "data-picture");
}
