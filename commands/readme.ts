import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { siteSchema } from "#model/site.ts";
import { frontMatterSchema } from "#reading/schema.ts";
import { fieldNote } from "#text/fields.ts";

/** `node commands/readme.ts`: writes READMEs' tables of settings and front matter from the schemas that check them. */
const readmes = { ko: "README.md", en: "docs/en/README.md" } as const;

/** A README with its generated tables made anew; in English that of the front matter is in another guide. */
export function withTables(text: string, language: keyof typeof readmes): string {
  const isKorean = language === "ko";
  const note = (of: "settings" | "front-matter", name: string) => fieldNote(of, name, language).replaceAll("|", "\\|");
  const settings = Object.entries(siteSchema.shape).map(
    ([name, field]) =>
      `| \`${name}\` | ${defaultOf(field) ?? (isKorean ? "없음" : "none")} | ${note("settings", name)} |`,
  );
  const keys = Object.keys(frontMatterSchema.shape).map((name) => `| \`${name}\` | ${note("front-matter", name)} |`);
  const head = isKorean ? "| 설정 | 기본값 | 뜻 |" : "| Setting | Default | Meaning |";
  const whole = between(text, "settings", [head, "| --- | --- | --- |", ...settings]);
  return isKorean ? between(whole, "front-matter", ["| 항목 | 뜻 |", "| --- | --- |", ...keys]) : whole;
}

function between(text: string, name: string, table: readonly string[]): string {
  const pattern = new RegExp(`(<!-- ${name}:begin -->)[\\s\\S]*(<!-- ${name}:end -->)`, "u");
  if (!pattern.test(text)) throw new Error(`README.md has no place for ${name}`);
  return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n\n${table.join("\n")}\n\n${end}`);
}

function defaultOf(field: z.ZodType): string | undefined {
  const { success, data } = field.safeParse(undefined);
  return success && data !== undefined ? `\`${JSON.stringify(data)}\`` : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const language of ["ko", "en"] as const) {
    const file = join(dirname(import.meta.dirname), readmes[language]);
    writeFileSync(file, withTables(readFileSync(file, "utf8"), language));
  }
