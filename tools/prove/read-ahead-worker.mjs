// Plain JavaScript: with the cache on before the first TypeScript, what takes types off is needed only after a change.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

if (!process.env["CI"]) enableCompileCache();
const { factsReader } = await import("./facts-of-files.ts");
const read = factsReader(workerData);
parentPort?.on("message", (paths) => parentPort?.postMessage(read(paths)));
