import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Room, spentElsewhere } from "./spent.ts";

/** What a batch of tasks comes to, by names of theirs. */
export type Doing<Task, Found> = (batch: readonly Task[]) => Results<Found> | Promise<Results<Found>>;
type Results<Found> = ReadonlyMap<string, Found>;

/** Work that other cores may take a part of. */
export interface Job<Task, Found> {
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

/** Tasks in the hands of workers. */
export interface SharedWork<Task, Found> {
  readonly add: (task: Task) => void;
  /** All that was found, when the workers have ended; helps with what none has begun, unless there are none. */
  readonly ended: () => Promise<Map<string, Found>>;
}

/** So many batches are on a worker's desk, so that it need not wait while this thread is busy. */
const onDesk = 2;

/** Work that is begun on other cores as soon as there is enough of it. What is lost with a worker that failed is not found. */
export function sharedWork<Task, Found>(job: Job<Task, Found>): SharedWork<Task, Found> {
  const waiting: Task[] = [];
  const all = new Map<string, Found>();
  const onFound = (found: Results<Found>) => {
    for (const [name, one] of found) all.set(name, one);
  };
  const crew = crewFor(job, () => waiting.splice(0, job.batch), onFound);
  let added = 0;
  return {
    add: (task) => {
      waiting.push(task);
      added += 1;
      const { size } = crew.workers;
      if (size < job.cores - 1 && added >= job.perWorker * (size + 1)) crew.begin();
      else if (waiting.length >= job.batch) crew.giveAll();
    },
    ended: async () => {
      if (crew.workers.size > 0) {
        const own = await job.own();
        while (crew.workers.size > 0 && waiting.length > 0) {
          onFound(await own(waiting.splice(0, Math.ceil(job.batch / 2))));
          await nextTurn();
        }
      }
      await crew.ended();
      return all;
    },
  };
}

/** The workers of a job, each with the number of batches on its desk. */
function crewFor<Task, Found>(
  { room, module, data }: Job<Task, Found>,
  take: () => Task[],
  onFound: (found: Results<Found>) => void,
) {
  const workers = new Map<Worker, number>();
  let tell = () => {};
  const give = (worker: Worker, given: number) => {
    let lying = given;
    for (let batch = lying < onDesk ? take() : []; batch.length > 0; batch = lying < onDesk ? take() : []) {
      worker.postMessage(batch);
      lying += 1;
    }
    workers.set(worker, lying);
    tell();
  };
  const begin = () => {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: { module, data } });
    worker.on("message", ({ found, microseconds }: { found: Results<Found>; microseconds: number }) => {
      spentElsewhere(room, microseconds);
      onFound(found);
      give(worker, (workers.get(worker) ?? 1) - 1);
    });
    // What it had is done where it is asked for, and a mistake told there.
    const gone = () => {
      workers.delete(worker);
      tell();
    };
    worker.on("error", gone).on("exit", gone).unref();
    give(worker, 0);
  };
  const ended = async () => {
    for (const worker of workers.keys()) worker.ref();
    while ([...workers.values()].some((lying) => lying > 0))
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    for (const worker of [...workers.keys()]) await worker.terminate();
  };
  const giveAll = () => {
    for (const [worker, lying] of [...workers]) give(worker, lying);
  };
  return { workers, begin, giveAll, ended };
}
