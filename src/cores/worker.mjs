// A worker thread of `shared-work.ts`: does batches with what the module it is given makes of its data. Plain JavaScript:
// with the cache on before the first TypeScript, what takes types off is needed only after a change.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

if (!process.env["CI"]) enableCompileCache();
const { module, data } = workerData;
const { worker } = await import(module);
const work = worker(data);
let before = 0;
parentPort?.on("message", async (batch) => {
  const found = await work(batch);
  // Node 22 does not tell what one thread takes.
  const { user = 0, system = 0 } = process.threadCpuUsage?.() ?? {};
  parentPort?.postMessage({ found, microseconds: user + system - before });
  before = user + system;
});
