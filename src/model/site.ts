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

/** Everything an owner may set in `src/site.config.ts`; `text/settings.json` explains it. */
export const siteSchema = z.strictObject({
  address: home.default("https://seogo.example/"),
  title: visible.default("서고"),
  description: visible.default("한국어로 쓰는 블로그"),
  language: z.enum(["ko", "en"]).default("ko"),
  languages: z.partialRecord(z.enum(["ko", "en"]), ofLanguage).default({}),
  words: words.default({}),
  timeZone: z.string().refine(isTimeZone).default("Asia/Seoul"),
  since: z.iso.date().default("2020-01-01"),
  author: z.strictObject({ ...person, name: person.name.default("서고") }).prefault({}),
  authors: z
    .array(z.strictObject(person))
    .refine((all) => new Set(all.map(({ name }) => termSlug(name))).size === all.length)
    .default([]),
  mark: z.union([z.literal(false), z.string().regex(/^(?:[\p{L}\p{N}]{1,4}|\/\S+\.svg)$/u)]).default("/favicon.svg"),
  license: z.union([z.literal(false), z.strictObject({ name: visible, url: web })]).default(false),
  menu: z.array(way).optional(),
  footer: footer.prefault({}),
  home: z
    .strictObject({
      featured: z.boolean().default(true),
      summaries: z.int().min(0).max(100).default(5),
      byYear: z.boolean().default(true),
      categories: z.boolean().default(true),
    })
    .prefault({}),
  outputs: z
    .strictObject({
      feeds: z
        .array(z.enum(["rss", "atom", "json"]))
        .default(["rss", "atom", "json"])
        .transform((feeds) => [...new Set(["rss" as const, ...feeds])]),
      sources: z.boolean().default(true),
      tagFeeds: z.boolean().default(true),
    })
    .prefault({}),
  discussions: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/u)
    .optional(),
  webmention: web.optional(),
  search: z
    .union([z.literal(false), z.literal("own"), z.enum(searchEngines), z.strictObject({ url: searchAddress })])
    .default(false),
  newsletter: web.optional(),
  postPattern: pattern.default("/posts/:slug/"),
  lineBreaks: z.enum(["keep", "commonmark"]).default("keep"),
  quotes: z.enum(["korean", "keep"]).default("korean"),
  ellipsis: z.boolean().default(false),
  math: z.boolean().default(false),
  postsPerPage: z.int().min(1).max(1000).default(20),
  list: z.enum(["lines", "pictures"]).default("lines"),
  feedItems: z.int().min(1).max(1000).default(50),
  listFeedItems: z.int().min(1).max(1000).default(20),
  card: z.union([z.literal("drawn"), z.literal(""), z.string().regex(/^\/\S+\.(?:png|jpe?g)$/u)]).default("drawn"),
  tocFrom: z.int().min(0).default(3),
  maxBytes: z.int().min(1024).default(2_000_000),
  plainFiles: z.array(z.string()).default([]),
  verification: z
    .strictObject({
      naver: proof.optional(),
      google: proof.optional(),
      bing: proof.optional(),
      daum: proof.optional(),
    })
    .prefault({}),
  modelCrawlers: z.enum(["allow", "deny"]).default("allow"),
  indexNowKey: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/u)
    .optional(),
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
