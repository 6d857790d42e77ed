import { existsSync, readFileSync } from "node:fs";
import { unflatten } from "devalue";
import { messageLine } from "#messages/report.ts";
import { cataloguesOf } from "#model/catalogues.ts";
import { type Entry, isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/language.ts";
import { hiddenIn } from "./cascade.ts";
import { buildTime } from "./clock.ts";
import { readEntries } from "./entry-store.ts";
import { handedEntries } from "./last-reading.ts";

type Stored = { readonly data?: object; readonly filePath?: string };
type Collections = ReadonlyMap<string, ReadonlyMap<string, Stored>>;

/** What Astro's collections hold: entries by collection and id, in a build from what the reading left in `cacheDir`, in dev as it is now; an owner's own from `stored`, as devalue flattens it. */
export function collected(cacheDir: string, stored: unknown[] = []): Collections {
  const others: Collections = stored.length === 0 ? new Map() : (unflatten(stored) as Collections);
  let last = handedEntries(cacheDir);
  let made = collectionsOf(last ?? published(cacheDir));
  if (last === undefined) return new Map([...withoutHeld([...others].filter(([name]) => !made.has(name))), ...made]);
  const live = new Map([...others, ...made]);
  live.get = (name) => {
    const entries = handedEntries(cacheDir) ?? [];
    if (entries !== last) [last, made] = [entries, collectionsOf(entries)];
    return made.get(name) ?? others.get(name);
  };
  return live;
}

/**
 * Collections of an owner's own without the Markdown that its author hides by a field which their schema leaves out: no
 * page can have asked for that. Tells each.
 */
function withoutHeld(all: readonly (readonly [name: string, entries: ReadonlyMap<string, Stored>])[]): Collections {
  const isShown = ([, { data = {}, filePath: file = "" }]: readonly [string, Stored]) => {
    const text = /\.mdx?$/iu.test(file) && existsSync(file) ? readFileSync(file, "utf8") : "";
    const { held } = hiddenIn(file, text);
    if (!held || Object.hasOwn(data, held.key.split(".")[0] ?? "")) return true;
    const values = { value: held.value };
    console.log(messageLine({ severity: "info", code: "held-back", values, file, field: held.key }, messageLanguage()));
    return false;
  };
  return new Map(all.map(([name, entries]) => [name, new Map([...entries].filter(isShown))]));
}

/** The names of the collections in Astro's store, as devalue flattens a map of maps. */
export function storedNames(stored: unknown): string[] {
  if (!Array.isArray(stored) || !Array.isArray(stored[0])) return [];
  const places = (stored[0] as unknown[]).slice(1).filter((_, index) => index % 2 === 0);
  return places.map((place) => String((stored as unknown[])[Number(place)]));
}

function published(cacheDir: string): Entry[] {
  const now = buildTime();
  return readEntries(cacheDir).filter((entry) => isPublished(entry, now));
}

function collectionsOf(shown: readonly Entry[]): Collections {
  const ofKind = (kind: "post" | "page") => {
    const items = shown.filter((entry) => entry.kind === kind);
    return new Map(
      items.map((data) => [
        data.id,
        { id: data.id, data, digest: data.digest, filePath: data.file, deferredRender: true },
      ]),
    );
  };
  return new Map([
    ["posts", ofKind("post")],
    ["pages", ofKind("page")],
    ["replies", new Map(shown.flatMap(repliesIn))],
  ]);
}

function repliesIn({ id, digest, discussions = [], replies }: Entry): [string, object][] {
  return replies === undefined ? [] : [[id, { id, data: { discussions, replies }, digest }]];
}

const made = (entries: readonly Entry[], at: { site: Site; now: number }) => ({
  entries,
  catalogues: cataloguesOf(entries, at),
});

let last: ReturnType<typeof made> | undefined;

/** What the last reading left in `cacheDir`, drafts too, and a catalogue of what is published of it in each language at `now`. */
export function builtCatalogues(cacheDir: string, at: { site: Site; now: number }): ReturnType<typeof made> {
  const entries = readEntries(cacheDir);
  const known = last?.catalogues[0];
  if (!last || last.entries !== entries || known?.site !== at.site || known.now !== at.now) last = made(entries, at);
  return last;
}
