import { basePath, fixedPaths, href } from "./address.ts";
import type { Site } from "./site.ts";

/** A form that searches the site: sent by GET, so that it needs no script. */
export interface SearchForm {
  /** Absolute, or a path of our own. */
  readonly action: string;
  /** The name of the field with the words. */
  readonly name: string;
  /** What stands in that field at first, where an engine knows no other way to keep to one site. */
  readonly value?: string;
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** Origins that the form may go to, redirects included. */
  readonly origins: readonly string[];
}

/** Stands in the search page where the answerer puts what it found. */
export const foundPlace = '<div id="found"></div>';

/** The form that the settings ask for; undefined where they ask for none. */
export function searchForm(site: Pick<Site, "address" | "search">): SearchForm | undefined {
  const { search } = site;
  if (search === false) return undefined;
  if (search === "own") return { action: href(site, fixedPaths.search), name: "q", hidden: [], origins: ["'self'"] };
  const here = `${new URL(site.address).host}${basePath(site).replace(/\/$/u, "")}`;
  if (typeof search === "object") return formOf(search.url);
  if (search === "google") return { ...formOf("https://www.google.com/search?q="), hidden: [["as_sitesearch", here]] };
  if (search === "duckduckgo") return { ...formOf("https://duckduckgo.com/?q="), hidden: [["sites", here]] };
  // Naver sends phones on to an address of their own, and has no field for the site.
  const naver = formOf("https://search.naver.com/search.naver?query=");
  return { ...naver, value: `site:${here} `, origins: [...naver.origins, "https://m.search.naver.com"] };
}

/** The form of an address whose parameter without a value is that of the words. */
function formOf(address: string): SearchForm {
  const { origin, pathname, searchParams } = new URL(address);
  const name = [...searchParams].find(([, value]) => value === "")?.[0] ?? "q";
  const hidden = [...searchParams].filter(([, value]) => value !== "");
  return { action: `${origin}${pathname}`, name, hidden, origins: [origin] };
}
