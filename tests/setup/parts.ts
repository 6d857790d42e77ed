import { setupSaid } from "#text/setup.mjs";

const daily = ["unit", "site", "browser", "servers", "standards"];

/**
 * What `npm test` was asked for: parts (all but `long` where none is named), test files, and options of Node's runner;
 * throws for a part that does not exist.
 */
export function partsToTest(given: readonly string[]) {
  const options = given.filter((word) => word.startsWith("-"));
  const names = given.filter((word) => !word.startsWith("-"));
  const files = names.filter((name) => name.endsWith(".test.ts"));
  const asked = names.filter((name) => !files.includes(name));
  const unknown = asked.find((name) => ![...daily, "long"].includes(name));
  if (unknown) throw new Error(setupSaid("no-part", { part: unknown, parts: [...daily, "long"].join(", ") }));
  const parts = files.length > 0 ? [partOf(files)] : asked.length > 0 ? asked : daily;
  return { parts, files, words: ["--test-reporter=spec", ...options] };
}

/** `unit` where all files are of that part, so that no site is built for them; else `site`. */
function partOf(files: readonly string[]): string {
  return files.every((file) => /(?:^|[/\\])unit[/\\]/u.test(file)) ? "unit" : "site";
}
