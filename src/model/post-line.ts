import type { Entry } from "./post.ts";

/** What lists show of a post: a page that lists it is made again when any of this changes, so a layout shows nothing else. */
export type PostLine = Pick<
  Entry,
  "path" | "title" | "summary" | "date" | "draft" | "scheduled" | "categories" | "image" | "remoteImage" | "lang"
>;

/** The line of a post, without the rest of it. */
export function lineOf({
  path,
  title,
  summary,
  date,
  draft,
  scheduled,
  categories,
  image,
  remoteImage,
  lang,
}: PostLine): PostLine {
  const optional = {
    ...(date && { date }),
    ...(scheduled && { scheduled }),
    ...(image && { image }),
    ...(remoteImage && { remoteImage }),
    ...(lang && { lang }),
  };
  return { path, title, summary, draft, categories, ...optional };
}
