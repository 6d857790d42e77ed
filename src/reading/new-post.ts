import { safeSlug } from "#model/urlize.ts";
import { frontMatterSchema } from "./schema.ts";
import { withoutControls } from "./source-text.ts";
import { zoneOf } from "./zone.ts";

/** When and where a new post is begun. */
export interface NewPostOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
  /** The text that stands in for the body. */
  readonly body: string;
}

/** A file's name (`한글-제목.md`) and a valid source for a draft of that title, each field explained. */
export function newPost(written: string, { now, timeZone, body }: NewPostOptions): { name: string; source: string } {
  const title = withoutControls(written.toWellFormed().normalize("NFC").replace(/\s+/gu, " ")).trim();
  const day = new Date(now + zoneOf(timeZone).offsetMinutes(now) * 60_000).toISOString().slice(0, 10);
  const fields = [
    field("title", JSON.stringify(title)),
    field("date", day),
    field("draft", "true"),
    field("description", '""'),
    field("categories", "[]"),
    field("tags", "[]"),
    field("image", '""'),
    field("imageAlt", '""'),
  ];
  const name = `${safeSlug(title.replaceAll("/", " ")).replace(/^[_.]+/u, "") || "post"}.md`;
  return { name, source: `---\n${fields.join("\n")}\n---\n\n${body}\n` };
}

function field(key: keyof typeof frontMatterSchema.shape, value: string): string {
  return `# ${frontMatterSchema.shape[key].description ?? ""}\n${key}: ${value}`;
}
