import { z } from "zod";
import type { Entry } from "#model/post.ts";
import { replySchema } from "#model/replies.ts";

const text = z.string();
const texts = z.array(text);
const optionalText = text.exactOptional();
const size = { width: z.number().exactOptional(), height: z.number().exactOptional() };
const sizes = { ...size, widths: z.array(z.number()).exactOptional() };
const picture = z.object({ file: text, path: text, ...sizes, original: optionalText });
const instant = z.object({ epochMs: z.number(), day: text, iso: text, hasTime: z.boolean() }).exactOptional();

/** What `getCollection` gives as `data` of a post or page; each field is explained in `model/post.ts`. */
const fields = {
  kind: z.enum(["post", "page"]),
  id: text,
  file: text,
  format: z.enum(["md", "mdx"]),
  path: text,
  aliases: texts,
  title: text,
  date: instant,
  updated: instant,
  expires: instant,
  noindex: z.boolean().exactOptional(),
  draft: z.boolean(),
  scheduled: z.boolean().exactOptional(),
  featured: z.boolean(),
  type: text,
  description: optionalText,
  summary: text,
  image: picture.extend({ alt: text }).exactOptional(),
  remoteImage: z.object({ url: text, alt: text }).exactOptional(),
  categories: texts,
  tags: texts,
  series: optionalText,
  termRedirects: z.array(z.object({ from: text, to: text })).exactOptional(),
  weight: z.number().exactOptional(),
  author: optionalText,
  license: optionalText,
  toc: z.boolean().exactOptional(),
  lang: optionalText,
  translationKey: optionalText,
  feedId: optionalText,
  discussions: texts.exactOptional(),
  replies: z.array(replySchema).exactOptional(),
  headings: z.array(z.object({ depth: z.number(), id: text, text })),
  pictures: z.array(picture),
  remoteOrigins: texts.exactOptional(),
  minutes: z.number(),
  letters: z.number(),
  terms: texts,
  words: texts,
  names: z.array(z.tuple([text, text])).exactOptional(),
  digest: text,
  extra: z.record(text, z.unknown()),
} satisfies Record<keyof Entry, z.ZodType>;

/** The schema of both collections: a field of `Entry` that is missing here is a type error. */
export const entrySchema = z.object(fields);
