import type { Catalogue } from "#model/catalogue.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { outputText } from "#text/outputs.ts";
import { readEntries } from "./entry-store.ts";

/** What a site is made of beside its entries. */
interface Making {
  readonly site: Site;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** All entries, drafts too, and what is published of them. */
interface Built {
  readonly entries: readonly Entry[];
  /** One for each language. */
  readonly catalogues: readonly [Catalogue, ...Catalogue[]];
}

let last: Built | undefined;

/** What the last reading left in `cacheDir`, shelved; the same object for the same question. */
export function builtCatalogues(cacheDir: string, { site, now }: Making): Built {
  const entries = readEntries(cacheDir);
  const known = last?.catalogues[0];
  if (!last || last.entries !== entries || known?.site !== site || known.now !== now)
    last = { entries, catalogues: cataloguesOf(entries, { site, now, markDay }) };
  return last;
}

const markDay = ({ language }: Site) => outputText(language).writtenOn;
