import notes from "./front-matter.json" with { type: "json" };
import type { MessageLanguage } from "./language.ts";

/** What explains a field of the front matter; empty for one that an owner added. */
export function fieldNote(name: string, language: MessageLanguage): string {
  const known: Readonly<Partial<Record<string, Readonly<Record<MessageLanguage, string>>>>> = notes;
  return known[name]?.[language] ?? "";
}
