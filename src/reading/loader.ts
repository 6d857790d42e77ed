import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Loader, LoaderContext } from "astro/loaders";
import { codeVersion } from "#cache/version.ts";
import { type Entry, isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { readContent, type ReadingOptions } from "./content.ts";
import { type EntryStore, entryStore, type ReadEntry } from "./entry-store.ts";
import { fileMemory } from "./file-memory.ts";
import { sortedMessages } from "#messages/message.ts";
import { renderEntries } from "./rendering.ts";
import { devTeller, speaker, checked, togetherMs, type Whole } from "./telling.ts";
import { contentRoots } from "./walk.ts";

/** Where the reader finds its content and keeps its work. */
export interface LoaderOptions extends ReadingOptions {
  /** Absolute folder for rendered bodies and entries. */
  readonly cacheDir: string;
  /**
   * Whether Astro's store gets the addresses alone, and its runtime the rest from `collected`: to write the whole store,
   * bundle it and read it again costs an edit a fifth.
   */
  readonly aside?: boolean;
  /** Where an owner may edit the settings meanwhile (in dev): what they are now. */
  readonly latest?: () => Promise<Site>;
}

/** Astro loaders of all collections over one shared reading of the content. */
export function contentLoaders(options: LoaderOptions): Record<"posts" | "pages" | "replies", Loader> {
  const readAgain = wholeReader(options);
  const say = speaker();
  const tell = devTeller(options.cacheDir, say);
  const loaded = new Map<Kind, Collection>();
  const take = sharedReading(async (context) => {
    const dev = context.watcher !== undefined;
    const whole = await readAgain(dev);
    return dev ? tell(whole, context) : checked(whole, context, say);
  });
  const reload = soon(async () => {
    const first = loaded.get("post") ?? loaded.get("page");
    if (!first) return;
    try {
      await tell(await readAgain(true), first.context, async (shown) => {
        for (const collection of loaded.values()) await fill(collection, shown, options);
      });
    } catch (error) {
      const { code, message = String(error) } = error as NodeJS.ErrnoException;
      // A file went after it was listed: the watcher tells of that next.
      if (code !== "ENOENT") say("error", message, first.context);
    }
  });
  const loader = (kind: Kind): Loader => ({
    name: `seogo-${kind}`,
    load: async (context) => {
      await fill({ context, kind }, await take(kind, context), options);
      loaded.set(kind, { context, kind });
      if (context.watcher) watch(context.watcher, options.root, reload);
    },
  });
  return { posts: loader("post"), pages: loader("page"), replies: loader("reply") };
}

type Kind = Entry["kind"] | "reply";

/** The reading for one collection: the others', if that has not been handed to this one yet. */
function sharedReading(read: (context: LoaderContext) => Promise<Whole>) {
  let running: Promise<Whole> | undefined;
  const taken = new Set<Kind>();
  return (kind: Kind, context: LoaderContext): Promise<Whole> => {
    if (running === undefined || taken.has(kind)) {
      taken.clear();
      running = read(context);
    }
    taken.add(kind);
    const whole = running;
    // Nobody asks for this reading again: the rest of the build needs the room.
    if (taken.size === 3) running = undefined;
    return whole;
  };
}

/** Runs work soon and never twice at once; all requests made before a run begins are served by it. */
function soon(work: () => Promise<void>): () => void {
  let queue = Promise.resolve();
  let isWaiting = false;
  const once = async () => {
    await pause(togetherMs);
    isWaiting = false;
    await work();
  };
  return () => {
    if (!isWaiting) queue = queue.then(once);
    isWaiting = true;
  };
}

/** Reads everything; in dev nothing that is shown still is removed, and only the first reading is written down for other runs. */
function wholeReader(options: LoaderOptions): (dev: boolean) => Promise<Whole> {
  const { root, cacheDir } = options;
  let { site } = options;
  let memory: ReturnType<typeof fileMemory> | undefined;
  let store: EntryStore | undefined;
  return async (dev) => {
    const inFiles = !dev || memory === undefined;
    const pipeline = codeVersion(root, "content");
    const now = (dev && (await options.latest?.())) || site;
    if (!isDeepStrictEqual(now, site)) memory = undefined;
    site = now;
    memory ??= fileMemory({ root, cacheDir, site, pipeline });
    store ??= entryStore(cacheDir);
    memory.begin();
    const reading = readContent({ ...options, site, memory, preview: dev });
    const work = { reading, site, cacheDir, store, pipeline, prune: !dev, inFiles };
    const { entries, problems } = await renderEntries(work);
    if (inFiles) memory.save();
    if (!dev) [memory, store] = [undefined, undefined];
    return { entries, problems: sortedMessages([...reading.problems, ...problems]), notes: reading.notes };
  };
}

interface Collection {
  readonly context: LoaderContext;
  readonly kind: Kind;
}

/** Brings the store to the entries that may be seen, in order of their ids; their bodies stay outside Astro's store. */
async function fill({ context, kind }: Collection, { entries }: Whole, { now, aside }: LoaderOptions): Promise<void> {
  const { store, watcher } = context;
  const isOfKind = ({ kind: own, replies }: Entry) => (kind === "reply" ? replies && !aside : own === kind);
  const shown = entries.filter(({ entry }) => isOfKind(entry) && (watcher || isPublished(entry, now)));
  for (const id of outOfPlace(store.keys(), new Set(shown.map(({ entry }) => entry.id)))) store.delete(id);
  for (const one of shown) await put(one, { context, kind }, aside === true);
}

/** With `deferredRender` Astro's `render` asks for the module of the file: `site/entry-modules.ts` answers. */
async function put({ entry, digest: own }: ReadEntry, { context, kind }: Collection, aside: boolean) {
  const { store, parseData } = context;
  const { id, path, file: filePath, discussions = [], replies = [] } = entry;
  // What an edit leaves as it was costs Astro no new store: at 10,000 posts that takes the dev server seconds.
  const digest = aside ? `aside ${path} ${filePath}` : own;
  if (store.get(id)?.digest === digest) return;
  const whole = kind === "reply" ? { discussions, replies } : entry;
  const plain = () => JSON.parse(JSON.stringify(whole)) as Record<string, unknown>;
  const data = aside ? { path } : await parseData({ id, data: plain(), filePath });
  store.set({ id, data, digest, ...(kind !== "reply" && { filePath, deferredRender: true }) });
}

/** The stored ids to delete, so that those that stay and those set after them stand in the order of `wanted`. */
function outOfPlace(stored: readonly string[], wanted: ReadonlySet<string>): string[] {
  const order = [...wanted];
  const staying = stored.filter((id) => wanted.has(id));
  const first = staying.findIndex((id, index) => id !== order[index]);
  const moved = new Set(first < 0 ? [] : staying.slice(first));
  return stored.filter((id) => !wanted.has(id) || moved.has(id));
}

function watch(watcher: NonNullable<LoaderContext["watcher"]>, root: string, reload: () => void): void {
  const folders = [...contentRoots, "public"].map((folder) => `${root}/${folder}/`);
  const settings = `${root}/src/site.config.ts`;
  const changed = (file: string) => {
    if (file === settings || folders.some((folder) => file.startsWith(folder))) reload();
  };
  // A file in a new folder, or made while the watcher still lists what there is, may come without an event of its own.
  for (const event of ["add", "addDir", "change", "unlink"] as const) watcher.on(event, changed);
  // Of a listener that was given twice Astro takes back one.
  watcher.on("ready", () => reload());
}
