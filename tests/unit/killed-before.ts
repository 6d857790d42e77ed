import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("../fixtures/publishing/killed-before.mjs", import.meta.url));

/**
 * Options of a child process that is killed, as by a power cut, before the `nth` change on the disk that fits a pattern:
 * each is tried as `<function of node:fs> <its texts>`.
 */
export function killedBefore(pattern: string, nth = 1): { env: NodeJS.ProcessEnv } {
  return { env: { ...process.env, NODE_OPTIONS: `--import "${preload}"`, KILLED_BEFORE: `${nth} ${pattern}` } };
}
