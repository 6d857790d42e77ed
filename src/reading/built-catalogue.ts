import { type Catalogue, catalogueOf } from "#model/catalogue.ts";
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
  readonly catalogue: Catalogue;
}

let last: Built | undefined;

/** What the last reading left in `cacheDir`, shelved; the same object for the same question. */
export function builtCatalogue(cacheDir: string, { site, now }: Making): Built {
  const entries = readEntries(cacheDir);
  const known = last?.catalogue;
  if (!last || last.entries !== entries || known?.site !== site || known.now !== now)
    last = { entries, catalogue: catalogueOf(entries, { site, now, markDay: outputText(site.language).writtenOn }) };
  return last;
}
