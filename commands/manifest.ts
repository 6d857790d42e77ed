import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { recordEngine } from "#tools/upgrade/manifest.ts";

/** `node commands/manifest.ts`: records the engine's files as those of the version in package.json; the last step before its tag. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
recordEngine(root, root);
