import type { Message } from "#messages/message.ts";
import { report } from "#messages/report.ts";
import type { MessageLanguage } from "#text/language.ts";
import { builtSite, type Expected, fileFor } from "./built-site.ts";
import { documents } from "./documents.ts";
import { duplicates } from "./duplicates.ts";
import type { StampedFacts } from "./facts-cache.ts";
import { leaks } from "./leaks.ts";
import { ledger } from "./ledger.ts";
import { links } from "./links.ts";
import { map } from "./map.ts";
import { names } from "./names.ts";
import { noScript } from "./no-script.ts";
import { ownLeaks } from "./own-leaks.ts";
import { cards, expectedFiles, orphans, settingFiles } from "./promised.ts";
import { filesOf, readStamped } from "./read-site.ts";
import { heaviest, weight, weightTable } from "./weight.ts";

/** Proofs on the built site, each pure and whole: it says everything it finds at once. */
const guards = [
  noScript,
  leaks,
  ownLeaks,
  ledger,
  duplicates,
  expectedFiles,
  links,
  orphans,
  names,
  map,
  cards,
  settingFiles,
  documents,
];

export interface ProofOptions {
  readonly folder: string;
  /** Folder in which facts of unchanged files are kept; absent to read everything. */
  readonly cache?: string;
  /** Warnings fail too. */
  readonly strict: boolean;
  readonly language: MessageLanguage;
  /** Texts of what was read of the folder already. */
  readonly ahead?: readonly string[];
}

export type Proof = ReturnType<typeof prove>;

export function prove({ folder, strict, language, ...reading }: ProofOptions, expected: Expected) {
  const copied = new Set(expected.publicFiles);
  const isOthers = (path: string) => copied.has(path) || expected.stamps?.has(path) === false;
  const read = readStamped(folder, { ...reading, isOthers });
  const site = builtSite(filesOf(read), expected, touchedOf(read, expected));
  const weighed = heaviest(site);
  const found = [...guards.flatMap((guard) => guard(site)), ...weight(site, weighed)];
  const count = (of: Message["severity"]) => found.filter(({ severity }) => severity === of).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return {
    files: site.files.size,
    errors,
    warnings,
    failed: errors > 0 || (strict && warnings > 0),
    /** All findings, as printed; empty where there are none. */
    report: (["error", "warning", "info"] as const)
      .map((severity) => report(found, severity, language))
      .filter(Boolean)
      .join("\n\n"),
    weights: weightTable(weighed),
    /** Files of ours that are not as they were made: never to be used again. */
    cut: found.flatMap(({ code, values }) => (code === "page-cut" ? String(values["file"]) : [])),
    stamps: new Map(Array.from(read, ([path, [stamp]]) => [path, stamp])),
  };
}

/** Files that are not as Astro's routes wrote them and come from nowhere else that is known. */
function touchedOf(read: StampedFacts, { stamps, publicFiles, redirects }: Expected): Set<string> {
  const known = new Set([...publicFiles, ...redirects.map(({ from }) => fileFor(from))]);
  const isKnown = (path: string) => known.has(path) || path.startsWith("assets/");
  const touched = stamps === undefined ? [] : [...read].filter(([path, [stamp]]) => stamps.get(path) !== stamp);
  return new Set(touched.map(([path]) => path).filter((path) => !isKnown(path)));
}
