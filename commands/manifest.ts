import { dirname } from "node:path";
import { recordEngine } from "#tools/upgrade/plan.ts";

/** `node commands/manifest.ts`: records the engine's files as those of the version in package.json; the last step before its tag. */
const root = dirname(import.meta.dirname);
recordEngine(root, root);
