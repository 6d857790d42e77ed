import { textOf } from "#messages/report.ts";
import type { MessageLanguage } from "#text/language.ts";
import { messageTexts } from "#text/messages.ts";
import { filled, said, type Word } from "#text/words.ts";
import { asideOf, type LeftOut, type PageReport, type Report } from "./report.ts";

type Say = (word: Word) => string;

/** A report for people, the same from run to run: a table, one list for each cause of warning, then every page and file. */
export function reportMarkdown(report: Report, language: MessageLanguage): string {
  const say: Say = (word) => said(word, {}, language);
  const files = (list: readonly string[]) => list.map((file) => `- ${code(file)}`);
  const parts = [
    `# ${say("import-report-title")}`,
    [`| | ${say("import-count")} |`, "| --- | ---: |", ...tableRows(report, say)].join("\n"),
    ...causesOf(report, language).map(({ what, lines }) => section(`${what} (${String(lines.length)})`, lines)),
    section(say("import-settings"), [...settingsOf(report), "", say("import-settings-note")]),
    section(`${say("import-pages")} (${String(report.pages.length)})`, pageLines(report, say)),
    section(`${say("import-lost")} (${String(report.lost.length)})`, files(report.lost)),
    section(say("import-translations"), translationLines(report, say)),
    section(say("import-left"), leftLines(report.left, say)),
    section(say("import-other-languages"), files(report.otherLanguages)),
    section(say("import-asides"), leftLines(report.asides, say)),
    section(say("import-kept"), files(report.kept)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Warnings by their cause, the most frequent first; a line for each place. */
export function causesOf(report: Report, language: MessageLanguage): { what: string; lines: string[] }[] {
  const warnings = report.pages.flatMap((page) => page.warnings.map((warning) => ({ warning, page })));
  const causes = [...Map.groupBy(warnings, ({ warning }) => warning.code)].map(([name, places]) => ({
    what: filled(messageTexts[name][language][0] ?? "", () => "…"),
    lines: places.map(({ warning, page }) => {
      const { what, fix } = textOf(warning, language);
      return `- ${warning.file}:${warning.line} → ${page.target}:${warning.targetLine} — ${what} — ${fix}`;
    }),
  }));
  return causes.sort((a, b) => b.lines.length - a.lines.length);
}

function tableRows({ pages, lost }: Report, say: Say): string[] {
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
  return Object.entries(counts).map(
    ([name, count]) => `| ${say(`import-total-${name as keyof typeof counts}`)} | ${count} |`,
  );
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

function pageLines({ pages }: Report, say: Say): string[] {
  const note = pages.some(({ isNewAddress }) => isNewAddress) ? [say("import-new-note"), ""] : [];
  const lines = pages.map((page) => {
    const aliases =
      page.aliases.length === 0 ? "" : ` · ${say("import-aliases")}: ${page.aliases.map(code).join(", ")}`;
    const address = page.isNewAddress ? say("import-is-new") : say("import-address");
    return `- ${code(page.source)} → ${code(page.target)} · ${address}: ${code(page.path)}${aliases}`;
  });
  return [...note, ...lines];
}

function translationLines({ translations }: Report, say: Say): string[] {
  const lines = translations.map(
    ({ pages }) => `- ${pages.map(({ path, language }) => `${code(path)} (${language})`).join(" = ")}`,
  );
  return lines.length === 0 ? [] : [say("import-translations-note"), "", ...lines];
}

function leftLines(left: readonly LeftOut[], say: Say): string[] {
  return left.map((one) => {
    const place = asideOf(one);
    const kept = place === undefined ? "" : ` · ${say("import-aside")}: ${code(place)}`;
    const at = one.line === undefined ? one.file : `${one.file}:${String(one.line)}`;
    return `- ${code(at)} — ${say(one.reason)}${kept}`;
  });
}

function code(value: string): string {
  return `\`${value.replaceAll("`", "'")}\``;
}
