import { type BuiltSite, addressOf, fileFor } from "./built-site.ts";
import type { Message } from "#messages/message.ts";

/** Proves that no page is missing which the content promises. */
export function expectedFiles(site: BuiltSite): Message[] {
  const missing = (site.promised ?? []).map(fileFor).filter((file) => !site.files.has(file));
  return missing.map((file) => {
    const page = addressOf(file);
    const entry = site.entryAt.get(page);
    const found: Message = { severity: "error", code: "page-missing", values: { file }, page };
    return entry === undefined ? found : { ...found, file: entry.file };
  });
}
