import fc from "fast-check";

/** Runs a test with that many numbers from 0 to 1; a failure names their seed, and `SEOGO_SEED` gives them back. */
export async function seeded(count: number, run: (numbers: readonly number[]) => Promise<void>): Promise<void> {
  const seed = Number(process.env["SEOGO_SEED"] ?? Date.now() % 2 ** 31);
  try {
    await run(fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: count, seed }));
  } catch (cause) {
    throw new Error(`SEOGO_SEED=${seed}`, { cause });
  }
}
