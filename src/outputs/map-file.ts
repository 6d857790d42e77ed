import { SaxesParser } from "saxes";

/** One `<url>` of a map or one `<sitemap>` of an index. */
export interface MapLine {
  loc: string;
  lastmod?: string;
}

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Reads a sitemap or its index strictly; throws where it is not well-formed XML of the sitemap namespace. */
export function readMapFile(xml: string) {
  const lines: MapLine[] = [];
  let kind: ReturnType<typeof rootKind> | undefined;
  let field: "loc" | "lastmod" | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri }) => {
    if (kind === undefined) kind = rootKind(local, uri);
    field = uri === namespace && (local === "loc" || local === "lastmod") ? local : undefined;
    if (uri === namespace && (local === "url" || local === "sitemap")) lines.push({ loc: "" });
  });
  parser.on("text", (text) => {
    const line = lines.at(-1);
    if (line && field) line[field] = (line[field] ?? "") + text.trim();
  });
  parser.on("closetag", () => {
    field = undefined;
  });
  parser.write(xml).close();
  if (kind === undefined) throw new Error("no root element");
  return { kind, lines };
}

function rootKind(local: string, uri: string): "urlset" | "sitemapindex" {
  if (uri === namespace && (local === "urlset" || local === "sitemapindex")) return local;
  throw new Error(`<${local}> of ${uri || "no namespace"} is no sitemap`);
}
