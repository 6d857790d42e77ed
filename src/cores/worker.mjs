// A worker thread of `shared-work.ts`: does batches with what the module it is given makes of its data. Plain JavaScript:
// with the cache on before the first TypeScript, what takes types off is needed only after a change.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

if (!process.env["CI"]) enableCompileCache();
const { room, module, data } = workerData;
const { nowSpending, spentSince } = await import("./spent.ts");
nowSpending(room);
const { worker } = await import(module);
const work = worker(data);
let last = Promise.resolve();
// One after another, and none behind one that failed: its answer would be taken for that one's.
parentPort?.on("message", (batch) => {
  last = last.then(async () => {
    const found = await work(batch);
    parentPort?.postMessage({ found, spent: spentSince() });
  });
});
