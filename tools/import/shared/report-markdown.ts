import { withParticles } from "#korean/particles.ts";
import type { ImportText } from "#text/importing.ts";
import { asideOf } from "./copied-files.ts";
import type { Doubt, LeftOut, PageReport, Report } from "./report.ts";

/** A report for people, the same from run to run. */
export function reportMarkdown(report: Report, text: ImportText): string {
  const parts = [
    `# ${text.reportTitle}`,
    section(text.settings, [...settingsOf(report), "", text.settingsNote]),
    section(
      `${text.pages} (${String(report.pages.length)})`,
      report.pages.flatMap((page) => pageLines(page, text)),
    ),
    section(text.translations, translationLines(report, text)),
    section(text.left, leftLines(report.left, text)),
    section(
      text.otherLanguages,
      report.otherLanguages.map((file) => `- ${code(file)}`),
    ),
    section(text.asides, leftLines(report.asides, text)),
    section(
      text.kept,
      report.kept.map((file) => `- ${code(file)}`),
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;
}

function settingsOf({ site }: Report): string[] {
  const author = site.author === undefined ? undefined : { name: site.author };
  const settings = {
    address: site.baseUrl,
    title: site.title,
    description: site.description,
    author,
    timeZone: site.timeZone,
    lineBreaks: site.lineBreaks,
  };
  const lines = Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  return ["```ts", "export const site = defineSite({", ...lines, "});", "```"];
}

function pageLines(page: PageReport, text: ImportText): string[] {
  const aliases = page.aliases.length === 0 ? "" : ` · ${text.aliases}: ${page.aliases.map(code).join(", ")}`;
  return [
    `- ${code(page.source)} → ${code(page.target)} · ${text.address}: ${code(page.path)}${aliases}`,
    ...page.doubts.map((doubt) => `  - ${doubtLine(doubt, page, text)}`),
  ];
}

function doubtLine(doubt: Doubt, page: PageReport, text: ImportText): string {
  const { what, fix } = text.doubt[doubt.code](doubt.values);
  const words = withParticles(`${what} — ${fix}`);
  return `${page.source}:${String(doubt.sourceLine)} → ${page.target}:${String(doubt.targetLine)} — ${words}`;
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
