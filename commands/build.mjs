// Plain JavaScript: with the cache on before the first TypeScript, its types are taken off once and not at every build.
import { enableCompileCache } from "node:module";

if (!process.env["CI"]) enableCompileCache();
await import("./build.ts");
