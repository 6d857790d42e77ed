import { SaxesParser } from "saxes";
import { activeSigns, type Sign } from "./active-content.ts";
import { decoded } from "./file-signs.ts";

/** The line that RSS and Atom carry for `/feed.css`. */
const ownStyle = /^href="[^"]*\/feed\.css" type="text\/css"$/u;
const xslt = "http://www.w3.org/1999/XSL/Transform";
const xhtml = "http://www.w3.org/1999/xhtml";

/** Signs of active content in an SVG picture, a feed or another XML file, read with namespaces as browsers do. */
export function xmlSigns(bytes: Uint8Array): Sign[] {
  const { text, signs } = decoded(bytes);
  return [...signs, ...parsedSigns(text)];
}

/** The same from the file's text. */
export function parsedSigns(xml: string): Sign[] {
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
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (!/^utf-?8$/iu.test(encoding)) signs.push({ code: "not-utf-8", what: `encoding="${encoding}"` });
  });
  parser.on("opentag", (tag) => {
    if (tag.uri === xslt) signs.push({ code: "xml-transform", what: `<${tag.name}>` });
    const attributes = Object.values(tag.attributes).map(({ local, value }) => ({ name: local.toLowerCase(), value }));
    const name = tag.local.toLowerCase();
    // A feed's own `object` or `base` element means nothing to a browser; in XHTML and SVG they do.
    if (tag.uri === xhtml || tag.uri === "http://www.w3.org/2000/svg" || name === "script")
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
