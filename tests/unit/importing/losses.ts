import path from "node:path";
import { parseFragment } from "parse5";
import { firstLost, factsOfHtml, type HtmlNode, wordsOf } from "./html-facts.ts";
import { digestOf, type HugoPage } from "./hugo-oracle.ts";
import type { Imported } from "./imported.ts";

/** What of a page, as another renderer made it, is not on ours; empty where nothing is lost. */
export function losses(page: HugoPage, source: string, ours: Imported): string[] {
  const entry = ours.entryOf(source);
  if (entry === undefined) return ["no page"];
  const body = ours.body(entry);
  const facts = factsOfHtml(parseFragment(body.html) as unknown as HtmlNode);
  const wanted = page.words.filter((word) => !/^(?:NOTE|WARNING|TOC)$/u.test(word));
  const lost = firstLost(wanted, [...wordsOf(entry.title), ...facts.words]);
  const ourPictures = [...body.pictures, ...(entry.image ? [entry.image] : [])].map(({ file }) =>
    digestOf(path.join(ours.root, file)),
  );
  const ourCode = new Set(facts.code);
  const at = decodeURI(page.path);
  const reachable = [entry.path, ...entry.aliases].some((one) => one === at || one === at.replace(/\.html?$/u, "/"));
  return [
    ...(reachable ? [] : [`address ${at} ≠ ${entry.path}`]),
    ...(page.title === "" || page.title === entry.title ? [] : [`title ${page.title} ≠ ${entry.title}`]),
    ...(page.day === "0001-01-01" || page.day === entry.date?.day
      ? []
      : [`day ${page.day} ≠ ${entry.date?.day ?? "–"}`]),
    ...(lost === undefined ? [] : [`word ${lost}`]),
    ...page.pictures.filter((digest) => !ourPictures.includes(digest)).map((digest) => `picture ${digest}`),
    ...page.code.filter((code) => !ourCode.has(code)).map((code) => `code ${JSON.stringify(code.slice(0, 60))}`),
    ...(facts.tables < page.tables ? ["table"] : []),
    ...(facts.listItems < page.listItems ? [`list items ${String(page.listItems)} > ${String(facts.listItems)}`] : []),
    ...(facts.prose.match(/\{\{[<%]|\{%|\{:|\*\*/gu) ?? []).map((mark) => `left ${mark}`),
  ];
}
