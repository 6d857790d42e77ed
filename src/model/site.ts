import { z } from "zod";
import {
  footer,
  home,
  isTimeZone,
  ofLanguage,
  pattern,
  person,
  proof,
  searchAddress,
  searchEngines,
  visible,
  way,
  web,
  words,
} from "./site-parts.ts";
import { termSlug } from "./urlize.ts";

/** Everything an owner may set in `src/site.config.ts`; the README's settings table is made from these descriptions. */
export const siteSchema = z.strictObject({
  address: home
    .default("https://seogo.example/")
    .describe("사이트 주소. 하위 경로(예: https://user.example/blog/)도 됩니다. 영문 경로만 쓸 수 있습니다."),
  title: visible.default("서고").describe("사이트 이름"),
  description: visible.default("한국어로 쓰는 블로그").describe("사이트를 소개하는 한 문장"),
  language: z.enum(["ko", "en"]).default("ko").describe("화면에 쓰는 말"),
  languages: z
    .partialRecord(z.enum(["ko", "en"]), ofLanguage)
    .default({})
    .describe(
      '`language` 말고 더 쓰는 언어. 예: `{ en: { title: "My blog" } }`. 그 언어의 글은 목록, 피드와 함께 `/en/` 아래에 놓이고, 옮긴 글끼리 이어집니다. 언어마다 title, description, words, menu, footer, author(name, bio)를 따로 적습니다.',
    ),
  words: words
    .default({})
    .describe(
      '화면에 쓰는 말을 바꿉니다. 예: `{ tags: "꼬리표" }`. 이름은 `src/text/interface.json`에 있고, 수나 날짜가 들어갈 자리는 `{1}`, `{2}`로 적습니다.',
    ),
  timeZone: z.string().refine(isTimeZone).default("Asia/Seoul").describe("시간대가 없는 날짜를 읽을 때 쓰는 시간대"),
  since: z.iso
    .date()
    .default("2020-01-01")
    .describe("사이트의 첫날(YYYY-MM-DD). 날짜 없는 글의 Atom updated에 씁니다."),
  author: z
    .strictObject({ ...person, name: person.name.default("서고") })
    .prefault({})
    .describe(
      "글쓴이: name, bio(한 줄 소개), picture(`public`에 둔 사진의 경로), email(답장 링크), url, fediverse(@이름@서버), profiles(푸터에 보일 내 주소들. 주소나 `{ label, url }`)",
    ),
  authors: z
    .array(z.strictObject(person))
    .refine((all) => new Set(all.map(({ name }) => termSlug(name))).size === all.length)
    .default([])
    .describe(
      "여럿이 쓰는 블로그의 글쓴이들. 항목은 `author`와 같고, 저마다 글 목록과 피드(`/authors/이름/`)가 생깁니다.",
    ),
  mark: z
    .union([z.literal(false), z.string().regex(/^(?:[\p{L}\p{N}]{1,4}|\/\S+\.svg)$/u)])
    .default("/favicon.svg")
    .describe(
      '사이트 이름 앞과 브라우저 탭에 보일 표시: 한 글자에서 네 글자(`"느린"`), `public` 아래 SVG 파일(`"/logo.svg"`), 없애려면 `false`',
    ),
  license: z
    .union([z.literal(false), z.strictObject({ name: visible, url: web })])
    .default(false)
    .describe(
      '글의 라이선스. `false`면 모든 권리를 글쓴이가 가집니다. 예: `{ name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/deed.ko" }`',
    ),
  menu: z
    .array(way)
    .optional()
    .describe(
      "메뉴. 목록의 이름(`posts`, `categories`, `tags`, `series`, `archive`, `all`, `find`, `subscribe`), 페이지의 경로(`/about/`), `{ label, href }`를 순서대로 적습니다. 없으면 글이 있는 목록과 찾아보기, 소개입니다.",
    ),
  footer: footer
    .prefault({})
    .describe(
      "푸터: text(한 문장), links(메뉴와 같은 꼴. 없으면 구독, 지난 글, 모든 제목, 시리즈와 메뉴에 없는 페이지), copyright(© 연도와 이름)",
    ),
  home: z
    .strictObject({
      featured: z.boolean().default(true),
      summaries: z.int().min(0).max(100).default(5),
      byYear: z.boolean().default(true),
      categories: z.boolean().default(true),
    })
    .prefault({})
    .describe(
      "홈: featured(추천 글을 보일지), summaries(요약을 보일 글 수), byYear(연도별로 나눌지), categories(카테고리를 보일지)",
    ),
  outputs: z
    .strictObject({
      feeds: z
        .array(z.enum(["rss", "atom", "json"]))
        .default(["rss", "atom", "json"])
        .transform((feeds) => [...new Set(["rss" as const, ...feeds])]),
      sources: z.boolean().default(true),
      tagFeeds: z.boolean().default(true),
    })
    .prefault({})
    .describe(
      "페이지 말고 만들 파일: feeds(피드 형식. rss는 늘 만듭니다), sources(글마다 마크다운 원문), tagFeeds(태그마다 피드)",
    ),
  discussions: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/u)
    .optional()
    .describe(
      "댓글을 받을 GitHub 저장소(`owner/repo`, Discussions를 켠 것). 글마다 ‘여기에 답하기’ 링크가 생기고, `npm run replies`가 댓글을 가져옵니다. `author`에 fediverse나 Bluesky 프로필이 있으면 그 링크도 생깁니다.",
    ),
  webmention: web
    .optional()
    .describe(
      "웹멘션을 받는 주소. webmention.io에 가입하면 주는 `https://webmention.io/도메인/webmention`을 적습니다.",
    ),
  search: z
    .union([z.literal(false), z.literal("own"), z.enum(searchEngines), z.strictObject({ url: searchAddress })])
    .default(false)
    .describe(
      '검색 상자. 검색엔진(`"naver"`, `"google"`, `"duckduckgo"`)에서 이 사이트의 글만 찾아 주고, 머리말과 찾아보기, 404 페이지에 보입니다. 다른 곳에서 찾으려면 `{ url: "https://search.example/?q=" }`처럼 찾을 말이 들어갈 자리를 비워 적습니다. `"own"`이면 내 서버에서 `npm run search`가 본문까지 찾습니다(docs/publishing.md).',
    ),
  newsletter: web.optional().describe("뉴스레터를 신청하는 주소. 구독 페이지에 함께 보입니다."),
  postPattern: pattern
    .default("/posts/:slug/")
    .describe("글 주소의 모양. :slug :year :month :day :title :section :contentbasename"),
  lineBreaks: z
    .enum(["keep", "commonmark"])
    .default("keep")
    .describe("줄바꿈 하나를 살릴지(keep), 이어 붙일지(commonmark)"),
  quotes: z
    .enum(["korean", "keep"])
    .default("korean")
    .describe("곧은 따옴표를 ‘ ’ “ ”로 바꿀지(korean), 그대로 둘지(keep)"),
  ellipsis: z.boolean().default(false).describe("...을 …로 바꿀지"),
  math: z.boolean().default(false).describe("모든 글에서 $…$를 수식으로 읽을지"),
  postsPerPage: z.int().min(1).max(1000).default(20).describe("목록 한 페이지에 싣는 글 수"),
  list: z
    .enum(["lines", "pictures"])
    .default("lines")
    .describe("첫 화면, 카테고리, 시리즈 목록에 글의 그림을 작게 보일지(pictures), 글만 보일지(lines)"),
  feedItems: z.int().min(1).max(1000).default(50).describe("사이트 전체 피드에 싣는 최신 글 수"),
  listFeedItems: z.int().min(1).max(1000).default(20).describe("카테고리·태그·시리즈 피드에 싣는 최신 글 수"),
  card: z
    .union([z.literal("drawn"), z.literal(""), z.string().regex(/^\/\S+\.(?:png|jpe?g)$/u)])
    .default("drawn")
    .describe(
      '그림이 없는 글과 목록의 링크 미리 보기 그림. `"drawn"`이면 제목으로 한 장씩 그립니다. public 아래 경로(1200×630)를 적으면 그 그림 하나를 쓰고, 비우면 쓰지 않습니다.',
    ),
  tocFrom: z.int().min(0).default(3).describe("목차를 보이기 시작하는 제목 수"),
  maxBytes: z.int().min(1024).default(2_000_000).describe("글 파일 하나의 최대 크기(바이트)"),
  plainFiles: z
    .array(z.string())
    .default([])
    .describe("종류를 알 수 없는 글자 파일이지만 그대로 올릴 파일들. public 아래 경로를 적습니다."),
  verification: z
    .strictObject({
      naver: proof.optional(),
      google: proof.optional(),
      bing: proof.optional(),
      daum: proof.optional(),
    })
    .prefault({})
    .describe("검색엔진 소유 확인 값: naver, google, bing, daum"),
  modelCrawlers: z.enum(["allow", "deny"]).default("allow").describe("언어 모델 학습용 수집기를 허용할지"),
  indexNowKey: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/u)
    .optional()
    .describe("IndexNow 키(8–128자). 있으면 키 파일을 만듭니다."),
});

/** The checked settings of a site, in one of its languages. */
export type Site = z.infer<typeof siteSchema> & {
  /** Above all pages of a language that is not the site's own: `/en`. */
  readonly prefix?: string;
};

/** An author as the settings describe one. */
export type Author = Site["author"];

/** Checks an owner's settings and fills the defaults; throws a ZodError naming every wrong field. */
export function defineSite(settings: z.input<typeof siteSchema>): Site {
  const site = siteSchema.parse(settings);
  const { author, ...own } = site.languages[site.language] ?? {};
  return { ...site, ...own, author: { ...site.author, ...author } };
}
