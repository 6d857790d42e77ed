import type { Shelf } from "#model/catalogue.ts";
import type { Library } from "./library.ts";

/** What `getStaticPaths` of a feed's route `[...list]/…` returns: the whole site, and every category, tag and series. */
export function feedPaths({ catalogue }: Library) {
  const { categories, tags, series } = catalogue;
  const shelves = [...categories, ...tags, ...series].map((shelf) => ({
    params: { list: shelf.path.slice(1, -1) },
    props: { shelf: shelf as Shelf | undefined },
  }));
  return [{ params: { list: undefined }, props: { shelf: undefined } }, ...shelves];
}

/** What `getStaticPaths` of an archive document's route `…/[number].xml` returns (RFC 5005). */
export function archivePaths({ feeds }: Library) {
  return Array.from({ length: feeds.archives }, (_, index) => ({
    params: { number: String(index + 1) },
    props: { number: index + 1 },
  }));
}

/** The answer of an endpoint; hosts that serve files go by the file's name instead. */
export function answer(text: string, type: string): Response {
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}
