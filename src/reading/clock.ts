/** The instant the site is made, in milliseconds: `SOURCE_DATE_EPOCH` (seconds), which astro.config.mjs always sets; throws where it is missing or no number. */
export function buildTime(environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const seconds = environment["SOURCE_DATE_EPOCH"];
  if (seconds === undefined || !/^\d{1,11}$/u.test(seconds)) throw new Error(`SOURCE_DATE_EPOCH: ${seconds ?? "–"}`);
  return Number(seconds) * 1000;
}

/** Reads the clock once for a command or a build: keeps a given `SOURCE_DATE_EPOCH`, else writes the present second there. */
export function startClock(environment: Record<string, string | undefined> = process.env): number {
  environment["SOURCE_DATE_EPOCH"] ||= String(Math.floor(Date.now() / 1000));
  return buildTime(environment);
}
