import { z } from "zod";
import { ourWord, wordNames } from "#text/interface.ts";

/** What may stand in a link: a page of the web. */
export const web = z.url({ protocol: /^https?$/u });
const path = z.string().regex(/^\/.*\/$/u, "/로 시작하고 /로 끝나야 합니다");

/** The folder of a site is read off its address, and travels unescaped; a password would stand in every page. */
export const home = web.regex(/^\w+:\/\/[^/?#@]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/u);
/** Words that something can be seen of, without what no page may hold. */
export const visible = z
  .string()
  .min(1, { abort: true })
  .regex(/^(?=[\s\S]*[\p{L}\p{N}\p{P}\p{S}])[^\0-\x08\x0b\x0e-\x1f\p{Cs}]*$/u);
const placeholder = /:(?:slug|year|month|day|title|section|contentbasename)(?![a-z])/gu;
/** The shape of posts' addresses: a colon stands for nothing but a placeholder. */
export const pattern = path.refine((written) => !written.replace(placeholder, "").includes(":"));
/** What proves a site's ownership; owners paste the whole tag they were given. */
export const proof = z.string().transform((given) => /content=["']([^"']+)/u.exec(given)?.[1] ?? given);

/** Search engines whose forms we know. */
export const searchEngines = ["naver", "google", "duckduckgo"] as const;
/** The address of another search: the parameter without a value is that of the words. */
export const searchAddress = web.refine(
  (address) => [...new URL(address).searchParams.values()].includes(""),
  "찾을 말이 들어갈 자리(q=)를 비워 적어야 합니다",
);

/** Lists that a menu may name. */
export const listNames = ["posts", "categories", "tags", "series", "archive", "all", "find", "subscribe"] as const;

const link = z.strictObject({ label: z.string().min(1), href: z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/u) });
export const way = z.union([z.enum(listNames), path, link]);

/** One link of the menu or the footer, as an owner writes it: the name of a list, the path of a page, or a link of one's own. */
export type Way = z.infer<typeof way>;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function namedByHost(url: string): { label: string; url: string } {
  return { label: new URL(url).hostname.replace(/^www\./u, ""), url };
}

export const person = {
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
export const words = z.partialRecord(z.enum(wordNames), z.string()).superRefine((all, { addIssue }) => {
  for (const [name, word] of Object.entries(all))
    if (!(word.match(/\{\d\}/gu) ?? []).every((place) => ourWord(name).includes(place)))
      addIssue({ code: "custom", path: [name] });
});
export const footer = z.strictObject({
  text: z.string().default(""),
  links: z.array(way).optional(),
  copyright: z.boolean().default(true),
});

/** What is said otherwise in another language of the site. */
export const ofLanguage = z.strictObject({
  title: visible.exactOptional(),
  description: visible.exactOptional(),
  words: words.exactOptional(),
  menu: z.array(way).exactOptional(),
  footer: footer.exactOptional(),
  author: z.strictObject({ name: visible.exactOptional(), bio: z.string().exactOptional() }).exactOptional(),
});
