import { z } from "zod";
import { ourWord, wordNames } from "#text/interface.ts";
import { tried } from "./tried.ts";
import { termSlug } from "./urlize.ts";

/** What may stand in a link: a page of the web. */
export const web = z.url({ protocol: /^https?$/u });
const path = z.string().regex(/^\/.*\/$/u, "/로 시작하고 /로 끝나야 합니다");

/** The folder of a site is read off its address, and travels unescaped; a password would stand in every page. */
const home = web.regex(/^\w+:\/\/[^/?#@]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/u);
/** Words that something can be seen of, without what no page may hold. */
const visible = z
  .string()
  .min(1, { abort: true })
  .regex(/^(?=[\s\S]*[\p{L}\p{N}\p{P}\p{S}])[^\0-\x08\x0b\x0e-\x1f\p{Cs}]*$/u);
const placeholder = /:(?:slug|year|month|day|title|section|contentbasename)(?![a-z])/gu;
/** The shape of posts' addresses: a colon stands for nothing but a placeholder. */
const pattern = path.refine((written) => !written.replace(placeholder, "").includes(":"));
/** What proves a site's ownership; owners paste the whole tag they were given. */
const proof = z.string().transform((given) => /content=["']([^"']+)/u.exec(given)?.[1] ?? given);

/** Search engines whose forms we know. */
const searchEngines = ["naver", "google", "duckduckgo"] as const;
/** The address of another search: the parameter without a value is that of the words. */
const searchAddress = web.refine(
  (address) => [...new URL(address).searchParams.values()].includes(""),
  "찾을 말이 들어갈 자리(q=)를 비워 적어야 합니다",
);

/** Lists that a menu may name. */
export const listNames = ["posts", "categories", "tags", "series", "archive", "all", "find", "subscribe"] as const;

const link = z.strictObject({ label: z.string().min(1), href: z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/u) });
const way = z.union([z.enum(listNames), path, link]);

/** One link of the menu or the footer, as an owner writes it: the name of a list, the path of a page, or a link of one's own. */
export type Way = z.infer<typeof way>;

/** Whether a time zone has that name: `Asia/Seoul`. */
export function isTimeZone(name: string): boolean {
  return tried(() => new Intl.DateTimeFormat("en", { timeZone: name })) !== undefined;
}

function namedByHost(url: string): { label: string; url: string } {
  return { label: new URL(url).hostname.replace(/^www\./u, ""), url };
}

const person = {
  name: visible,
  bio: z.string().optional(),
  picture: z
    .string()
    .regex(/^\/\S+\.(?:png|jpe?g|webp|avif|svg)$/iu)
    .optional(),
  email: z.email().optional(),
  url: web.optional(),
  fediverse: z
    .string()
    .regex(/^@[^@\s]+@[^@\s]+$/u)
    .optional(),
  profiles: z
    .array(z.union([web.transform(namedByHost), z.strictObject({ label: z.string().min(1), url: web })]))
    .default([]),
};

/** An owner's words; each has places for no other values than ours. */
const words = z.partialRecord(z.enum(wordNames), z.string()).superRefine((all, { addIssue }) => {
  for (const [name, word] of Object.entries(all))
    if (!(word.match(/\{\d\}/gu) ?? []).every((place) => ourWord(name).includes(place)))
      addIssue({ code: "custom", path: [name] });
});
const footer = z.strictObject({
  text: z.string().default(""),
  links: z.array(way).optional(),
  copyright: z.boolean().default(true),
});

/** What is said otherwise in another language of the site. */
const ofLanguage = z.strictObject({
  title: visible.exactOptional(),
  description: visible.exactOptional(),
  words: words.exactOptional(),
  menu: z.array(way).exactOptional(),
  footer: footer.exactOptional(),
  author: z.strictObject({ name: visible.exactOptional(), bio: z.string().exactOptional() }).exactOptional(),
});

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
  listFeedItems: z.int().min(1).max(1000).default(10),
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
