import { z } from "zod";
import { web } from "#model/site-parts.ts";
import { forbidden } from "./source-text.ts";

/** Most tags or categories one post may have. */
const maxLabels = 100;

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: "not-text" });
const text = scalar
  .transform((value) => String(value).normalize("NFC").trim())
  .refine((value) => !forbidden.test(value), { error: "control-character" })
  .refine((value) => value.isWellFormed(), { error: "half-character" });
/** A text on one line; absent where nothing in it can be seen. */
const line = text.transform((value) => {
  const single = value.replace(/\s+/gu, " ");
  return /^[\p{Default_Ignorable_Code_Point}\s]*$/u.test(single) ? undefined : single;
});
const flag = scalar.transform((value, context) => {
  const word = String(value).trim().toLowerCase();
  if (/^(?:true|yes|on|y|1)$/u.test(word)) return true;
  if (/^(?:false|no|off|n|0)$/u.test(word)) return false;
  context.addIssue({ code: "custom", message: "not-yes-or-no", params: { value: word } });
  return z.NEVER;
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

/**
 * What an author may write at the head of a post; other keys are kept as data.
 * README's table is made from these descriptions; a failed check's message is a code of `text/messages/reading.json`.
 */
export const frontMatterSchema = z.looseObject({
  title: line.optional().describe("제목. 없으면 본문의 첫 제목이나 파일 이름을 씁니다."),
  date: text
    .optional()
    .describe(
      "공개한 날. `2020-06-01`, `2020-06-01 10:00`, `2020-06-01T10:00:00+09:00`처럼 씁니다. 미래의 날이면 그날까지 싣지 않습니다.",
    ),
  updated: text.optional().describe("고친 날. `lastmod`라고 써도 됩니다."),
  draft: flag.optional().describe("`true`면 싣지 않습니다."),
  featured: flag.optional().describe("`true`면 홈에 추천 글로 올립니다."),
  image: picture
    .optional()
    .describe(
      "대표 그림. 글 옆이나 `public/`, `src/content/`에 둔 파일의 경로나 다른 사이트에 있는 그림의 주소입니다.",
    ),
  imageAlt: text.optional().describe("대표 그림을 못 보는 사람에게 읽어 줄 말. `alt`라고 써도 됩니다."),
  description: line.optional().describe("글을 소개하는 한두 문장. 없으면 본문의 첫 문장들을 씁니다."),
  categories: labels.optional().describe("카테고리. 하나든 여럿이든 됩니다."),
  tags: tags.optional().describe("태그. 100개까지 답니다."),
  type: text.optional().describe("글의 유형. 보통 `post`입니다. `featured`라고 쓰면 추천 글이 됩니다."),
  slug: text.optional().describe("주소에서 파일 이름 자리에 쓸 말"),
  url: text.optional().describe("글의 주소 전체. `/2020/06/글/`처럼 씁니다."),
  aliases: list.optional().describe("이 글로 이어 줄 옛 주소들"),
  author: names.optional().describe("글쓴이. 없으면 사이트의 글쓴이입니다."),
  series: firstOf(line).optional().describe("시리즈 이름. 같은 이름의 글이 한데 묶입니다."),
  weight: z
    .union([z.number(), digits.transform(Number)], { error: "not-a-number" })
    .optional()
    .describe("시리즈 안의 순서. 작은 수가 먼저입니다."),
  toc: flag.optional().describe("목차를 보일지. 없으면 제목 수에 따릅니다."),
  math: flag.optional().describe("`$…$`를 수식으로 읽을지"),
  license: line.refine(runsNothing, { error: "unsafe-address" }).optional().describe("이 글만의 라이선스"),
  lineBreaks: z
    .enum(["keep", "commonmark"], { error: "not-a-choice" })
    .optional()
    .describe("줄바꿈을 살릴지(`keep`), 이어 붙일지(`commonmark`)"),
  quotes: z
    .enum(["korean", "keep"], { error: "not-a-choice" })
    .optional()
    .describe("곧은 따옴표를 바꿀지(`korean`), 그대로 둘지(`keep`)"),
  lang: text.optional().describe("글의 언어. `ko`, `en`처럼 씁니다."),
  translationKey: text
    .optional()
    .describe("옮긴 글끼리 함께 쓰는 이름. 파일 이름이 `글.md`, `글.en.md`처럼 짝이 맞으면 적지 않아도 됩니다."),
  discussion: list
    .refine((all) => all.every((address) => web.safeParse(address).success), {
      error: "discussion-address",
    })
    .optional()
    .describe(
      "이 글을 두고 이야기하는 곳의 주소. GitHub Discussions, Mastodon, Bluesky의 글을 하나든 여럿이든 적으면 `npm run replies`가 댓글을 가져옵니다.",
    ),
  id: text.optional().describe("피드에서 이 글을 알아보는 값. 옮겨 온 글의 옛 값을 지킬 때 씁니다."),
});

/** A checked front matter: texts trimmed and in NFC, flags true or false, lists without empty items. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;
