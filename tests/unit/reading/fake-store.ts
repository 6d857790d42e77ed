import { EventEmitter } from "node:events";
import type { LoaderContext } from "astro/loaders";
import { entrySchema } from "#model/post.ts";

interface Stored {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly digest?: string;
}

/** A loader's context over a map: what was stored, what was set, what was said; `watched` as in dev. */
export function fakeContext(watched = false) {
  const stored = new Map<string, Stored>();
  const set: string[] = [];
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  const watcher = new EventEmitter();
  const logger: Record<string, unknown> = { warn: say, info: say, error: say, fork: () => logger };
  const context = {
    store: {
      keys: () => [...stored.keys()],
      get: (id: string) => stored.get(id),
      set: (entry: Stored) => {
        if (stored.get(entry.id)?.digest === entry.digest) return false;
        stored.set(entry.id, entry);
        set.push(entry.id);
        return true;
      },
      delete: (id: string) => stored.delete(id),
    },
    parseData: async ({ data }: { data: object }) => entrySchema.parse(data),
    logger,
    ...(watched && { watcher }),
  };
  return {
    context: context as unknown as LoaderContext,
    stored,
    set,
    said,
    changed: (file: string) => void watcher.emit("change", file),
    seen: (event: "addDir" | "ready", ...about: string[]) => void watcher.emit(event, ...about),
  };
}
