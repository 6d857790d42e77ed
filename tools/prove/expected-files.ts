import { type BuiltSite, addressOf, fileFor } from "./built-site.ts";
import type { Finding } from "./finding.ts";
import type { GuardCode } from "#text/problems-guards.ts";

/** Pages that no catalogue promises and every site has. */
const always = new Set(["404.html", "404/index.html"]);

/** Proves that the pages written are the pages promised: none missing, none left over from an earlier build. */
export function expectedFiles(site: BuiltSite): Finding[] {
  if (site.promised === undefined) return [];
  const promised = new Set(site.promised.map(fileFor));
  const allowed = new Set([
    ...promised,
    ...site.moves.map(({ from }) => fileFor(from)),
    ...site.publicFiles,
    ...always,
  ]);
  const missing = [...promised].filter((file) => !site.files.has(file));
  const extra = [...site.files]
    .filter(([file, { page }]) => page !== undefined && !allowed.has(file))
    .map(([file]) => file);
  const finding =
    (code: GuardCode, severity: Finding["severity"]) =>
    (file: string): Finding => {
      const entry = site.entryAt.get(addressOf(file));
      return {
        severity,
        code,
        values: { file },
        page: addressOf(file),
        ...(entry === undefined ? {} : { file: entry.file }),
      };
    };
  return [...missing.map(finding("page-missing", "error")), ...extra.map(finding("page-unpromised", "error"))];
}
