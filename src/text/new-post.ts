import type { MessageLanguage } from "./language.ts";

const en: Readonly<Record<string, string>> = {
  title: "The title. Without it, the first heading of the text or the file's name.",
  date: "The day of publication: `2020-06-01`, `2020-06-01 10:00` or `2020-06-01T10:00:00+09:00`. A post with a future date waits for it.",
  draft: "`true` keeps the post out of the site.",
  description: "One or two sentences about the post. Without it, the beginning of the text.",
  categories: "Categories, one or several.",
  tags: "Tags, up to 100.",
  image: "A cover picture: a file beside the post, in `public/` or in `src/content/`, or an address elsewhere.",
  imageAlt: "Words for those who cannot see the cover picture.",
};

/** What explains the fields of a new post in English, by key; in Korean the schema's own descriptions do. */
export function fieldNotes(language: MessageLanguage): typeof en {
  return language === "en" ? en : {};
}
