import type { Entry, Picture } from "./post.ts";
import type { Site } from "./site.ts";

/** What lists show of a post: a page that lists it is made again when any of this changes, so a layout shows nothing else. */
export type PostLine = Pick<
  Entry,
  "path" | "title" | "summary" | "date" | "draft" | "scheduled" | "categories" | "image" | "remoteImage" | "lang"
> & { readonly thumbnail?: Picture };

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

/** The picture that lists show of a post, where the site wants any: its cover, else the first of its own. */
export function thumbnailOf({ image, pictures }: Entry, { list }: Pick<Site, "list">): Pick<PostLine, "thumbnail"> {
  const thumbnail = image ?? pictures.find(({ width = 0 }) => width >= 200);
  return list === "pictures" && thumbnail ? { thumbnail } : {};
}
