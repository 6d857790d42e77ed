import fc from "fast-check";

/** The number that random tests begin from: one for every `npm test`, so that a red test tells of a change and never of chance. */
const seed = Number(process.env["SEOGO_SEED"] ?? 2026);
/** How many times as often as usual a property is tried; `tests/long/properties.test.ts` asks for more. */
const times = Number(process.env["SEOGO_TIMES"] ?? 1);

/** Asserts that a property holds for `runs` values drawn from the seed. */
export function assertHolds<Values>(property: fc.IAsyncProperty<Values>, runs?: number): Promise<void>;
export function assertHolds<Values>(property: fc.IProperty<Values>, runs?: number): void;
export function assertHolds<Values>(property: fc.IRawProperty<Values>, runs = 100): Promise<void> | void {
  return fc.assert(property, { seed, numRuns: runs * times });
}

/** Runs a test with that many numbers from 0 to 1; a failure names their seed, and `SEOGO_SEED` gives them back. */
export async function seeded(count: number, run: (numbers: readonly number[]) => Promise<void>): Promise<void> {
  try {
    await run(fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: count, seed }));
  } catch (cause) {
    throw new Error(`SEOGO_SEED=${seed}`, { cause });
  }
}
