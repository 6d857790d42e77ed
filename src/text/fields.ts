import frontMatter from "./front-matter.json" with { type: "json" };
import type { MessageLanguage } from "./language.ts";
import settings from "./settings.json" with { type: "json" };

type Notes = Readonly<Partial<Record<string, Readonly<Record<MessageLanguage, string>>>>>;

const notes: Readonly<Record<"settings" | "front-matter", Notes>> = { settings, "front-matter": frontMatter };

/** What explains a setting or a field of the front matter; empty for one that an owner added. */
export function fieldNote(of: keyof typeof notes, name: string, language: MessageLanguage): string {
  return notes[of][name]?.[language] ?? "";
}
