import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { z } from "zod";
import { siteSchema } from "#model/site.ts";
import { frontMatterSchema } from "#reading/schema.ts";
import notes from "#text/settings.json" with { type: "json" };

const readme = readFileSync("README.md", "utf8");
const guides = { ko: "docs/settings.md", en: "docs/en/settings.md" } as const;
const isWriting = process.argv.includes("--write");

test("the guides' tables are those that the schema makes; node tests/unit/readme.test.ts --write makes them anew", () => {
  for (const language of ["ko", "en"] as const) {
    const text = readFileSync(guides[language], "utf8");
    if (isWriting) writeFileSync(guides[language], withTable(text, language));
    else assert.equal(withTable(text, language), text);
  }
});

/** The guide to the settings with its table made of the schema that checks them. */
function withTable(text: string, language: keyof typeof guides): string {
  const isKorean = language === "ko";
  const rows = Object.entries(siteSchema.shape).map(([name, field]) => {
    const note = notes[name as keyof typeof notes][language].replaceAll("|", "\\|");
    return `| \`${name}\` | ${defaultOf(field) ?? (isKorean ? "없음" : "none")} | ${note} |`;
  });
  const head = isKorean ? "| 설정 | 기본값 | 뜻 |" : "| Setting | Default | Meaning |";
  const place = /(<!-- settings:begin -->)[\s\S]*(<!-- settings:end -->)/u;
  assert.match(text, place);
  const table = [head, "| --- | --- | --- |", ...rows].join("\n");
  return text.replace(place, (_, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
}

function defaultOf(field: z.ZodType): string | undefined {
  const { success, data } = field.safeParse(undefined);
  return success && data !== undefined ? `\`${JSON.stringify(data)}\`` : undefined;
}

test("every setting and every field of the front matter is explained in both languages, and nothing else is", () => {
  for (const [of, { shape }] of Object.entries({ settings: siteSchema, "front-matter": frontMatterSchema })) {
    const notes: Record<string, Record<"ko" | "en", string>> = JSON.parse(readFileSync(`src/text/${of}.json`, "utf8"));
    assert.deepEqual(Object.keys(notes), Object.keys(shape));
    for (const { ko, en } of Object.values(notes)) {
      assert.match(ko ?? "", /[가-힣]/u);
      assert.match(en ?? "", /^[^가-힣]+$/u);
    }
  }
});

test("README names the commands that start and test the project, and its guides", () => {
  for (const words of ["npm start", "npm test"]) assert.ok(readme.includes(words), words);
  const guides = ["writing", "settings", "publishing", "search-engines", "architecture"].map(
    (name) => `docs/${name}.md`,
  );
  for (const guide of guides) assert.ok(readme.includes(`](${guide})`), guide);
});
