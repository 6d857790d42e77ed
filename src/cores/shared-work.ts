import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Room, type Spent, spentElsewhere } from "./spent.ts";

/** The results of a batch of tasks, by their names. */
export type Doing<Task, Found> = (batch: readonly Task[]) => Results<Found> | Promise<Results<Found>>;
type Results<Found> = ReadonlyMap<string, Found>;

/** Work that other cores may take a part of. */
interface Job<Task, Found> {
  /** Which part of a build's work it is. */
  readonly room: Room;
  /** The module whose `worker` makes of `data` what does a batch, as the package names it: `#reading/rendering.ts`. */
  readonly module: string;
  /** Plain data that each begins with. */
  readonly data: unknown;
  /** Does a batch in this thread. */
  readonly own: () => Promise<Doing<Task, Found>>;
  /** Cores that may be busy, this thread's own among them. */
  readonly cores: number;
  /** Tasks that a worker is given at once. */
  readonly batch: number;
  /** Tasks for which one more worker is begun, which takes some 0.3 s of processor time. */
  readonly perWorker: number;
}

/** Tasks that workers share with this thread. */
export interface SharedWork<Task, Found> {
  readonly add: (task: Task) => void;
  /** Does tasks in this thread while more than so many wait: the workers are behind, or there are none. */
  readonly settle: (most: number) => Promise<void>;
  /** What was found, when the workers have ended; helps with what none has begun, unless there are none. */
  readonly ended: () => Promise<Map<string, Found>>;
  /** The same when all is done, here where there are no workers. */
  readonly finished: () => Promise<Map<string, Found>>;
}

/** How many batches a worker is sent at a time, so that it need not wait while this thread is busy. */
const inFlight = 2;

/** Work that is begun on other cores as soon as there is enough of it. What a worker that failed had waits again. */
export function sharedWork<Task, Found>(job: Job<Task, Found>): SharedWork<Task, Found> {
  const waiting: Task[] = [];
  const all = new Map<string, Found>();
  const onFound = (found: Results<Found>) => {
    for (const [name, one] of found) all.set(name, one);
  };
  const pool = poolFor(job, waiting, onFound);
  let [added, begun] = [0, 0];
  const settle = async (most: number) => {
    if (waiting.length <= most) return;
    try {
      const own = await job.own();
      while (waiting.length > most) {
        onFound(await own(waiting.splice(0, Math.ceil(job.batch / 2))));
        await nextTurn();
      }
    } catch (error) {
      // The caller may clear away the folder that the workers would go on writing to.
      await pool.stop();
      throw error;
    }
  };
  const ended = async () => {
    if (pool.workers.size > 0) await settle(0);
    await pool.ended();
    return all;
  };
  return {
    add: (task) => {
      waiting.push(task);
      added += 1;
      if (begun < job.cores - 1 && added >= job.perWorker * (begun + 1)) {
        begun += 1;
        pool.begin();
      } else if (waiting.length >= job.batch) pool.giveAll();
    },
    settle,
    ended,
    finished: async () => {
      await ended();
      await settle(0);
      return all;
    },
  };
}

/** The workers of a job, each with the batches that it has not answered yet. */
function poolFor<Task, Found>(
  { room, module, data, batch: size }: Job<Task, Found>,
  waiting: Task[],
  onFound: (found: Results<Found>) => void,
) {
  const workers = new Map<Worker, Task[][]>();
  let tell = () => {};
  const give = (worker: Worker, pending: Task[][]) => {
    while (pending.length < inFlight && waiting.length > 0) {
      const batch = waiting.splice(0, size);
      pending.push(batch);
      worker.postMessage(batch);
    }
    tell();
  };
  const begin = () => {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: { room, module, data } });
    const pending: Task[][] = [];
    workers.set(worker, pending);
    worker.on("message", ({ found, spent }: { found: Results<Found>; spent: ReadonlyMap<Room, Spent> }) => {
      spentElsewhere(spent);
      onFound(found);
      pending.shift();
      // A failure is at times heard before an answer that came ahead of it.
      if (workers.has(worker)) give(worker, pending);
    });
    // The mistake is met again, and told, where the same is done in this thread.
    const gone = () => {
      workers.delete(worker);
      waiting.unshift(...pending.splice(0).flat());
      tell();
    };
    worker.on("error", gone).on("exit", gone).unref();
    give(worker, pending);
  };
  const stop = async () => {
    for (const worker of [...workers.keys()]) await worker.terminate();
  };
  const ended = async () => {
    for (const worker of workers.keys()) worker.ref();
    while ([...workers.values()].some((pending) => pending.length > 0))
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    await stop();
  };
  const giveAll = () => {
    for (const [worker, pending] of workers) give(worker, pending);
  };
  return { workers, begin, giveAll, ended, stop };
}
