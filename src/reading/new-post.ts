import { safeSlug } from "#model/urlize.ts";
import { fieldNote } from "#text/fields.ts";
import type { MessageLanguage } from "#text/language.ts";
import { withoutControls } from "./source-text.ts";
import { offsetAt } from "./dates.ts";

export interface NewPostOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
  /** The text that stands in for the body. */
  readonly body: string;
  /** In which fields are explained. */
  readonly language: MessageLanguage;
  /** The date as it goes into the front matter, in place of today. */
  readonly date?: string | undefined;
  /** The address's last part, in place of the title. */
  readonly slug?: string | undefined;
  /** Whether the post gets a folder of its own, for pictures beside it. */
  readonly folder?: boolean | undefined;
}

/** A file's name (`한글-제목.md`, `한글-제목/index.md`) and a valid source for a draft of that title, each field explained. */
export function newPost(written: string, options: NewPostOptions): { name: string; source: string } {
  const { now, timeZone, body, language } = options;
  const title = withoutControls(written.toWellFormed().normalize("NFC").replace(/\s+/gu, " ")).trim();
  const day = new Date(now + offsetAt(timeZone, now)).toISOString().slice(0, 10);
  const fields = [
    ...Object.entries({ title: JSON.stringify(title), date: options.date ?? day, draft: "true", description: '""' }),
    ...Object.entries({ categories: "[]", tags: "[]", image: '""', imageAlt: '""' }),
  ].map(([key, value]) => `# ${fieldNote(key, language)}\n${key}: ${value}`);
  const slug = safeSlug((options.slug || title).replaceAll("/", " ")).replace(/^[_.]+/u, "") || "post";
  return {
    name: `${slug}${options.folder === true ? "/index" : ""}.md`,
    source: `---\n${fields.join("\n")}\n---\n\n${body}\n`,
  };
}
