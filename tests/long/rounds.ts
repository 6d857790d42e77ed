/** The number a long test begins from: `SEOGO_SEED`, else the day, so that each day tries others; printed in the test's name. */
export function seedFrom(): number {
  return Number(process.env["SEOGO_SEED"] ?? Math.floor(Date.now() / 86_400_000));
}

/** How many rounds a long test goes: `SEOGO_ROUNDS`, else its own number. */
export function roundsFrom(usual: number): number {
  return Number(process.env["SEOGO_ROUNDS"] ?? usual);
}
