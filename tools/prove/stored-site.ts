import { join } from "node:path";
import { type Catalogue, catalogueOf } from "#model/catalogue.ts";
import { once } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { readEntries } from "#reading/kept.ts";
import { outputText } from "#text/outputs.ts";

/** What the reader left of this build for the steps after it; each part is read once, when it is first asked for. */
export interface StoredSite {
  /** All entries, published or not. */
  readonly entries: () => readonly Entry[];
  readonly catalogue: () => Catalogue;
}

/** Where the entries lie and when the site is made. */
export interface StoredRequest {
  readonly site: Site;
  /** The repository's root. */
  readonly root: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The entries and the catalogue of the build that has just read them; ask after its pages are made. */
export function storedSite({ site, root, now }: StoredRequest): StoredSite {
  const entries = once(() => readEntries(join(root, ".seogo")));
  const markDay = outputText(site.language).writtenOn;
  return { entries, catalogue: once(() => catalogueOf(entries(), { site, now, markDay })) };
}
