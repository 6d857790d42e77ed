import { filled, textOf } from "#messages/report.ts";
import { messageTexts } from "#text/messages.ts";
import type { ImportText } from "#text/importing.ts";
import { asideOf, type LeftOut, type PageReport, type Report } from "./report.ts";

/** A report for people, the same from run to run: a table, one list for each cause of warning, then every page and file. */
export function reportMarkdown(report: Report, text: ImportText): string {
  const files = (list: readonly string[]) => list.map((file) => `- ${code(file)}`);
  const parts = [
    `# ${text.reportTitle}`,
    [`| | ${text.count} |`, "| --- | ---: |", ...tableRows(report, text)].join("\n"),
    ...causesOf(report, text).map(({ what, lines }) => section(`${what} (${String(lines.length)})`, lines)),
    section(text.settings, [...settingsOf(report), "", text.settingsNote]),
    section(`${text.pages} (${String(report.pages.length)})`, pageLines(report, text)),
    section(`${text.lost} (${String(report.lost.length)})`, files(report.lost)),
    section(text.translations, translationLines(report, text)),
    section(text.left, leftLines(report.left, text)),
    section(text.otherLanguages, files(report.otherLanguages)),
    section(text.asides, leftLines(report.asides, text)),
    section(text.kept, files(report.kept)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Warnings by their cause, the most frequent first; a line for each place. */
export function causesOf(report: Report, text: ImportText): { what: string; lines: string[] }[] {
  const warnings = report.pages.flatMap((page) => page.warnings.map((warning) => ({ warning, page })));
  const causes = [...Map.groupBy(warnings, ({ warning }) => warning.code)].map(([name, places]) => ({
    what: filled(messageTexts[name][text.language][0] ?? "", () => "…"),
    lines: places.map(({ warning, page }) => {
      const { what, fix } = textOf(warning, text.language);
      return `- ${warning.file}:${warning.line} → ${page.target}:${warning.targetLine} — ${what} — ${fix}`;
    }),
  }));
  return causes.sort((a, b) => b.lines.length - a.lines.length);
}

function tableRows({ pages, lost }: Report, text: ImportText): string[] {
  const sum = (of: (page: PageReport) => number | boolean) => pages.reduce((all, page) => all + Number(of(page)), 0);
  const counts = {
    posts: pages.length,
    drafts: sum(({ isDraft }) => isDraft),
    words: sum(({ words }) => words),
    pictures: sum(({ pictures }) => pictures),
    kept: sum(({ isNewAddress, isDraft }) => !isNewAddress && !isDraft),
    led: sum(({ aliases }) => aliases.length),
    new: sum(({ isNewAddress }) => isNewAddress),
    lost: lost.length,
  };
  return Object.entries(counts).map(([name, count]) => `| ${text.total[name as keyof typeof counts]} | ${count} |`);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;
}

function settingsOf({ site }: Report): string[] {
  const { baseUrl: address, title, description, author: name, timeZone, lineBreaks } = site;
  const settings = { address, title, description, author: name && { name }, timeZone, lineBreaks };
  const lines = Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  return ["```ts", "export const site = defineSite({", ...lines, "});", "```"];
}

function pageLines({ pages }: Report, text: ImportText): string[] {
  const note = pages.some(({ isNewAddress }) => isNewAddress) ? [text.newNote, ""] : [];
  const lines = pages.map((page) => {
    const aliases = page.aliases.length === 0 ? "" : ` · ${text.aliases}: ${page.aliases.map(code).join(", ")}`;
    const address = page.isNewAddress ? text.isNew : text.address;
    return `- ${code(page.source)} → ${code(page.target)} · ${address}: ${code(page.path)}${aliases}`;
  });
  return [...note, ...lines];
}

function translationLines({ translations }: Report, text: ImportText): string[] {
  const lines = translations.map(
    ({ pages }) => `- ${pages.map(({ path, language }) => `${code(path)} (${language})`).join(" = ")}`,
  );
  return lines.length === 0 ? [] : [text.translationsNote, "", ...lines];
}

function leftLines(left: readonly LeftOut[], text: ImportText): string[] {
  return left.map((one) => {
    const place = asideOf(one);
    const kept = place === undefined ? "" : ` · ${text.aside}: ${code(place)}`;
    const at = one.line === undefined ? one.file : `${one.file}:${String(one.line)}`;
    return `- ${code(at)} — ${text.reasons[one.reason] ?? one.reason}${kept}`;
  });
}

function code(value: string): string {
  return `\`${value.replaceAll("`", "'")}\``;
}
