import { join } from "node:path";
import { setupSaid } from "#text/setup.mjs";
import { lock } from "#tools/place/lock.ts";

/** Claims the built sites of this clone for one run; returns what gives them back, throws while another run has them. */
export function oneRun(root: string): () => void {
  const file = join(root, ".seogo/tests.lock");
  try {
    return lock(file);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Failure") throw error;
    throw new Error(setupSaid("tests-at-work", { file }), { cause: error });
  }
}
