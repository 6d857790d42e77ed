import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { siteSchema } from "#model/site.ts";
import { frontMatterSchema } from "#reading/schema.ts";

/** `node commands/readme.ts`: writes README's tables of settings and front matter from the schemas that check them. */
const readme = join(dirname(import.meta.dirname), "README.md");

/** README with its generated tables made anew. */
export function withTables(text: string): string {
  const settings = Object.entries(siteSchema.shape).map(
    ([name, field]) => `| \`${name}\` | ${defaultOf(field)} | ${cell(field.description)} |`,
  );
  const keys = Object.entries(frontMatterSchema.shape).map(
    ([name, field]) => `| \`${name}\` | ${cell(field.description)} |`,
  );
  const tables = {
    settings: ["| 설정 | 기본값 | 뜻 |", "| --- | --- | --- |", ...settings],
    "front-matter": ["| 항목 | 뜻 |", "| --- | --- |", ...keys],
  };
  return Object.entries(tables).reduce((all, [name, lines]) => between(all, name, lines.join("\n")), text);
}

function between(text: string, name: string, table: string): string {
  const pattern = new RegExp(`(<!-- ${name}:begin -->)[\\s\\S]*(<!-- ${name}:end -->)`, "u");
  if (!pattern.test(text)) throw new Error(`README.md has no place for ${name}`);
  return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
}

function defaultOf(field: z.ZodType): string {
  const { success, data } = field.safeParse(undefined);
  return success && data !== undefined ? `\`${JSON.stringify(data)}\`` : "없음";
}

function cell(text: string | undefined): string {
  return (text ?? "").replaceAll("|", "\\|");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
