import { guardMessages } from "#text/problems-guards.ts";
import type { MessageLanguage } from "#text/problems.ts";
import type { Finding } from "./finding.ts";

/** How many findings of one code are printed in full before the rest are counted. */
const shownPerCode = 20;

/** The findings as one text, errors first, each as `파일:줄  주소 — 무엇이 — 이렇게 고치세요`. */
export function reportOf(findings: readonly Finding[], language: MessageLanguage): string {
  const groups = Map.groupBy(sorted(findings), ({ code }) => code);
  const blocks = [...groups.values()].map((group) => {
    const lines = group.slice(0, shownPerCode).map((finding) => lineFor(finding, language));
    const rest = group.length - lines.length;
    return rest > 0
      ? [...lines, language === "ko" ? `  … 같은 문제 ${rest}건 더` : `  … ${rest} more like this`].join("\n")
      : lines.join("\n");
  });
  return blocks.join("\n");
}

function lineFor(finding: Finding, language: MessageLanguage): string {
  const { what, fix } = guardMessages[language][finding.code](finding.values);
  const place =
    finding.file === undefined ? "" : `${finding.file}${finding.line === undefined ? "" : `:${finding.line}`}  `;
  const mark = finding.severity === "error" ? "✗" : "!";
  const mended = finding.corrected === undefined ? "" : `\n      ${finding.corrected.replaceAll("\n", "\n      ")}`;
  return `${mark} ${place}${finding.page} — ${what} — ${fix}${mended}`;
}

function sorted(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding) =>
    `${f.severity}\u0000${f.code}\u0000${f.file ?? ""}\u0000${f.page}\u0000${String(f.line ?? 0).padStart(9, "0")}`;
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}
