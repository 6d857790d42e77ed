import { addresses } from "#model/addresses.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { MessageLanguage } from "#text/problems.ts";
import { builtSite, type Expected } from "./built-site.ts";
import { findings } from "./guards.ts";
import { filesOf, readStamped } from "./read-site.ts";
import { reportOf } from "./report.ts";
import { heaviest, weight, weightTable } from "./weight.ts";

/** What a proof of a built folder takes. */
export interface ProofOptions {
  /** The built site's folder. */
  readonly folder: string;
  /** File in which facts of unchanged files are kept; absent to read everything. */
  readonly cache?: string;
  /** Warnings fail too. */
  readonly strict: boolean;
  readonly language: MessageLanguage;
}

/** What a proof came to. */
export interface Proof {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly failed: boolean;
  /** All findings, as printed; empty where there are none. */
  readonly report: string;
  /** The ten heaviest pages. */
  readonly weights: string;
  /** Stamps of the files proved, by path. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** Runs all guards over a built folder. */
export function prove({ folder, cache, strict, language }: ProofOptions, expected: Expected): Proof {
  const read = readStamped(folder, cache);
  const site = builtSite(filesOf(read), expected);
  const weighed = heaviest(site);
  const found = [...findings(site), ...weight(site, weighed)];
  const errors = found.filter(({ severity }) => severity === "error").length;
  return {
    files: site.files.size,
    errors,
    warnings: found.length - errors,
    failed: errors > 0 || (strict && found.length > 0),
    report: reportOf(found, language),
    weights: weightTable(weighed),
    stamps: new Map(Array.from(read, ([path, [stamp]]) => [path, stamp])),
  };
}

/** The addresses a catalogue promises. */
export function promisedPaths(catalogue: Catalogue): string[] {
  return addresses(catalogue).map(({ path }) => path);
}
