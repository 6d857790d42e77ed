import { availableParallelism } from "node:os";

/** How many cores a build may keep busy: all of the machine's, or as many as `SEOGO_CORES` says (at least 1). */
export function coresOf({ SEOGO_CORES: given = "" }: NodeJS.ProcessEnv = process.env): number {
  return /^[1-9]\d{0,3}$/u.test(given) ? Number(given) : availableParallelism();
}
