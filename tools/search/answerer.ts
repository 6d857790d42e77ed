import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fileOf, fixedPaths, href } from "#model/address.ts";
import { escaped, escapedText } from "#model/escape.ts";
import { foundPlace } from "#model/search.ts";
import type { Site } from "#model/site.ts";
import { interfaceText, shortDay } from "#text/interface.ts";
import { outputText } from "#text/outputs.ts";
import { type Findings, type FoundPost, pageCount, type SearchIndex, searchIndex } from "./search-index.ts";

/** Where the answerer finds what it reads; both may be replaced while it runs. */
export interface Published {
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
  return foundPage(template, { words, page, found, site });
}

function end(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
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
    current = { template: readFileSync(files[0], "utf8"), index: searchIndex(files[1]) };
    known = stamp;
    return current;
  };
}

/** What a reader asked for, and what was found on a page of it. */
interface Answer {
  readonly words: string;
  /** Counted from 1. */
  readonly page: number;
  readonly found: Findings;
  readonly site: Site;
}

/** The site's own search page with what was found; nothing of the question is taken as HTML. */
function foundPage(template: string, answer: Answer): string {
  const { words, found, site } = answer;
  const list = found.posts.map((post) => foundLine(post, site)).join("");
  const said = `<p class="lead">${escapedText(outputText(site.language).found(words, found.count))}</p>`;
  const part = `${said}<ol class="lines">${list}</ol>${pager(answer)}`;
  // A function, since $& in what is put in would be read as a pattern.
  return template
    .replace(foundPlace, () => part)
    .replace(/(<input type="search" name="q")/u, (field) => `${field} value="${escaped(words)}"`);
}

function foundLine({ path, title, day, passage }: FoundPost, site: Site): string {
  const marked = escapedText(passage).replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>");
  const date = day && `<time datetime="${day}">${shortDay(site.language, day)}</time>`;
  return `<li>${date}<a href="${escaped(href(site, path))}">${escapedText(title)}</a><p>${marked}</p></li>`;
}

function pager({ words, page, found, site }: Answer): string {
  const count = pageCount(found.count);
  if (count === 1) return "";
  const text = interfaceText(site);
  const link = (number: number, rel: string, label: string) => {
    if (number < 1 || number > count) return "";
    const address = `?${new URLSearchParams({ q: words, page: String(number) }).toString()}`;
    return `<li><a href="${escaped(address)}" rel="${rel}">${escapedText(label)}</a></li>`;
  };
  const place = `<li aria-current="page">${escapedText(text.pageOf(page, count))}</li>`;
  const links = `${link(page - 1, "prev", text.previousPage)}${place}${link(page + 1, "next", text.nextPage)}`;
  return `<nav class="pager" aria-label="${escaped(text.pages)}"><ul class="row">${links}</ul></nav>`;
}
