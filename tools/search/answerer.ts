import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fileOf, fixedPaths } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { foundPage } from "./found-page.ts";
import { pageCount, SearchIndex } from "./search-index.ts";

/** Where the answerer finds what it reads; both may be replaced while it runs. */
export interface Published {
  /** The published site. */
  readonly folder: string;
  /** The folder of files for servers beside it. */
  readonly server: string;
}

/** A server that answers `?q=` with the site's own search page; it stands behind the server of the site, which sets the headers. */
export function searchAnswerer(published: Published, site: Site): Server {
  const current = reader(published);
  // A browser sends eight thousand letters of an address, each nine bytes long.
  return createServer({ maxHeaderSize: 80_000 }, (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "");
    try {
      end(response, 200, answerTo(request, current(), site));
    } catch (error) {
      // Between two releases a file may be away for a moment.
      console.error(error instanceof Error ? error.message : error);
      end(response, 503, "");
    }
  });
}

interface Current {
  readonly template: string;
  readonly index: SearchIndex;
}

function answerTo({ url = "/" }: IncomingMessage, { template, index }: Current, site: Site): string {
  const asked = new URLSearchParams(url.split("?")[1]);
  const words = (asked.get("q") ?? "").toWellFormed().trim().slice(0, 200);
  if (words === "") return template;
  const wanted = /^[1-9]\d{0,4}$/u.test(asked.get("page") ?? "") ? Number(asked.get("page")) : 1;
  const first = index.find(words, wanted);
  const page = Math.min(wanted, pageCount(first.count));
  const found = page === wanted ? first : index.find(words, page);
  return foundPage(template, { words, page }, { site, found });
}

function end(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" });
  response.end(html);
}

/** Opens the files again when they were replaced. */
function reader({ folder, server }: Published): () => Current {
  const files = [join(folder, fileOf(fixedPaths.search)), join(server, "search.sqlite")] as const;
  let known = "";
  let current: Current | undefined;
  return () => {
    const stamp = files
      .map((file) => statSync(file))
      .map(({ ino, mtimeMs }) => `${ino} ${mtimeMs}`)
      .join();
    if (current && stamp === known) return current;
    current?.index.close();
    current = { template: readFileSync(files[0], "utf8"), index: new SearchIndex(files[1]) };
    known = stamp;
    return current;
  };
}
