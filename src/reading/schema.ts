import { z } from "zod";
import { booleanWord } from "#model/boolean-word.ts";
import { languageTag } from "#model/languages.ts";
import { web } from "#model/site.ts";
import { forbidden } from "./source-text.ts";

const maxLabels = 100;

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: "not-text" });
const text = scalar
  .transform((value) =>
    String(value)
      .normalize("NFC")
      .replace(/[\u200b\ufeff]/gu, "")
      .replaceAll("\u00a0", " ")
      .trim(),
  )
  .refine((value) => !forbidden.test(value), { error: "control-character" })
  .refine((value) => value.isWellFormed(), { error: "half-character" });
/** A text on one line; absent where nothing in it can be seen. */
const line = text.transform((value) => {
  const single = value.replace(/\s+/gu, " ");
  return /^[\p{Default_Ignorable_Code_Point}\s]*$/u.test(single) ? undefined : single;
});
const flag = z.unknown().transform((value, context) => {
  const word = String(value).trim().toLowerCase();
  const said = booleanWord(word);
  if (said === undefined) context.addIssue({ code: "custom", message: "not-yes-or-no", params: { value: word } });
  return said ?? z.NEVER;
});
const digits = z.string().regex(/^-?\d+(?:\.\d+)?$/u);
const firstOf = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one).transform((all) => all[0])], { error: "not-text" });
const list = z
  .union([scalar.transform((value) => [value]), z.array(z.union([scalar, z.null()], { error: "not-text" }))], {
    error: "not-a-list",
  })
  .pipe(z.array(text.nullable()))
  .transform((all) => all.filter((item): item is string => item !== null && item !== ""));
const unquoted = (label: string) => label.replace(/^[“‘](.*)[”’]$/u, "$1");
const labels = list
  .transform((all) => [...new Set(all.map((label) => unquoted(label.replace(/\s+/gu, " "))))])
  .refine((all) => all.length <= maxLabels, { error: "too-many-labels" });
/** Obsidian's tags are written as they stand in a text. */
const tags = labels.transform((all) => [...new Set(all.map((label) => label.replace(/^#(?=[\p{L}\p{N}_])/u, "")))]);
const picture = z.union(
  [
    firstOf(text).transform((src) => ({ src })),
    z
      .looseObject({ src: text, image: text, url: text, path: text, alt: text })
      .partial()
      .transform(({ src, image, url, path, alt }) => ({ src: src || image || url || path, alt })),
  ],
  { error: "not-a-picture" },
);
const names = firstOf(
  z.union([line, z.looseObject({ name: line }).transform(({ name }) => name)], { error: "not-text" }),
);

/** As browsers read a scheme: blanks and controls within it count for nothing. */
const runsNothing = (text = "") =>
  !/^(?:javascript|vbscript|data|blob|file):/iu.test(text.replace(/[\s\p{Cc}\p{Cf}]/gu, ""));

/** What an author may write at the head of a post, explained in `text/front-matter.json`; other keys stay as data. A failed check's message is a code of `text/messages/reading.json`. */
export const frontMatterSchema = z.looseObject({
  title: line.optional(),
  date: text.optional(),
  updated: text.optional(),
  draft: flag.optional(),
  featured: flag.optional(),
  image: picture.optional(),
  imageAlt: text.optional(),
  description: line.optional(),
  categories: labels.optional(),
  tags: tags.optional(),
  type: text.optional(),
  slug: text.optional(),
  url: text.optional(),
  aliases: list.optional(),
  author: names.optional(),
  series: firstOf(line).optional(),
  weight: z.union([z.number(), digits.transform(Number)], { error: "not-a-number" }).optional(),
  toc: flag.optional(),
  math: flag.optional(),
  license: line.refine(runsNothing, { error: "unsafe-address" }).optional(),
  lineBreaks: z.enum(["keep", "commonmark"], { error: "not-a-choice" }).optional(),
  quotes: z.enum(["korean", "keep"], { error: "not-a-choice" }).optional(),
  lang: text
    .transform(languageTag)
    .refine((tag) => tag !== undefined, { error: "not-a-language" })
    .optional(),
  translationKey: text.optional(),
  discussion: list
    .refine((all) => all.every((address) => web.safeParse(address).success), {
      error: "discussion-address",
    })
    .optional(),
  id: text.optional(),
});

/** A checked front matter: texts trimmed and in NFC, flags true or false, lists without empty items. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;
