import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { StampedFacts } from "./facts-cache.ts";

/** Reads files of a site on other cores while it is still being made. */
export interface ReadAhead {
  /** Takes up a file that has just been written, at its path below the folder. */
  readonly add: (path: string) => void;
  /** What was read, each with its file's stamp from before; helps with what the other cores have not begun. */
  readonly ended: () => Promise<StampedFacts>;
}

/** How much reading is worth a worker, which takes 0.2 s of processor time to begin. */
interface Worth {
  /** Paths that a worker is given at once. */
  readonly batch: number;
  /** Waiting paths for which one more worker is begun. */
  readonly perWorker: number;
}

const usual: Worth = { batch: 32, perWorker: 400 };

/** Reads ahead in a folder on all cores but the one that makes the pages. */
export function readAhead(folder: string, cores: number, { batch, perWorker } = usual): ReadAhead {
  const waiting: string[] = [];
  const take = () => waiting.splice(0, batch);
  const pool = workersOn(folder, take);
  return {
    add: (path) => {
      waiting.push(path);
      if (pool.workers.size < cores - 1 && waiting.length >= perWorker) pool.begin();
      else if (waiting.length >= batch) pool.wakeOne();
    },
    ended: async () => {
      const { factsReader } = await import("./facts-of-files.ts");
      const read = factsReader(folder);
      while (pool.workers.size > 0 && waiting.length > 0) {
        for (const [path, known] of read(take())) pool.found.set(path, known);
        await nextTurn();
      }
      await pool.ended();
      return pool.found;
    },
  };
}

/** Workers that take paths for as long as there are any, and what they found. */
function workersOn(folder: string, take: () => string[]) {
  const found: StampedFacts = new Map();
  const workers = new Set<Worker>();
  const idle = new Set<Worker>();
  let tell = () => {};
  const give = (worker: Worker) => {
    idle.delete(worker);
    const paths = take();
    if (paths.length > 0) worker.postMessage(paths);
    else idle.add(worker);
    tell();
  };
  const begin = () => {
    const worker = new Worker(new URL("./read-ahead-worker.mjs", import.meta.url), { workerData: folder });
    worker.on("message", (facts: StampedFacts) => {
      for (const [path, known] of facts) found.set(path, known);
      give(worker);
    });
    // What it had is read where it is asked for, and a mistake told there.
    const gone = () => {
      for (const set of [workers, idle]) set.delete(worker);
      tell();
    };
    worker.on("error", gone).on("exit", gone).unref();
    workers.add(worker);
    give(worker);
  };
  const wakeOne = () => {
    const [worker] = idle;
    if (worker) give(worker);
  };
  const ended = async () => {
    for (const worker of workers) worker.ref();
    while (idle.size < workers.size)
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    for (const worker of workers) await worker.terminate();
  };
  return { found, workers, begin, wakeOne, ended };
}
