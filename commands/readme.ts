import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { siteSchema } from "#model/site.ts";
import { fieldNote } from "#text/fields.ts";

/** `node commands/readme.ts`: writes the tables of settings from the schema that checks them. */
const guides = { ko: "docs/settings.md", en: "docs/en/settings.md" } as const;

/** The guide to the settings with its generated table made anew. */
export function withTable(text: string, language: keyof typeof guides): string {
  const isKorean = language === "ko";
  const rows = Object.entries(siteSchema.shape).map(([name, field]) => {
    const note = fieldNote("settings", name, language).replaceAll("|", "\\|");
    return `| \`${name}\` | ${defaultOf(field) ?? (isKorean ? "없음" : "none")} | ${note} |`;
  });
  const head = isKorean ? "| 설정 | 기본값 | 뜻 |" : "| Setting | Default | Meaning |";
  const place = /(<!-- settings:begin -->)[\s\S]*(<!-- settings:end -->)/u;
  if (!place.test(text)) throw new Error(`${guides[language]} has no place for settings`);
  const table = [head, "| --- | --- | --- |", ...rows].join("\n");
  return text.replace(place, (_, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
}

function defaultOf(field: z.ZodType): string | undefined {
  const { success, data } = field.safeParse(undefined);
  return success && data !== undefined ? `\`${JSON.stringify(data)}\`` : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const language of ["ko", "en"] as const) {
    const file = join(dirname(import.meta.dirname), guides[language]);
    writeFileSync(file, withTable(readFileSync(file, "utf8"), language));
  }
