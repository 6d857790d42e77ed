import { type BuiltSite, addressOf, fileFor } from "./built-site.ts";
import type { Message } from "#messages/message.ts";

/** Proves that no page is missing which the content promises, and that each page of ours is there to its end. */
export function expectedFiles(site: BuiltSite): Message[] {
  const missing = (site.promised ?? []).map(fileFor).filter((file) => !site.files.has(file));
  const cut = [...site.files].filter(([file, { isCut }]) => isCut && !site.publicFiles.includes(file));
  return [
    ...missing.map((file) => finding(site, file, "page-missing")),
    ...cut.map(([file]) => finding(site, file, "page-cut")),
  ];
}

function finding({ entryAt }: BuiltSite, file: string, code: "page-missing" | "page-cut"): Message {
  const page = addressOf(file);
  const entry = entryAt.get(page);
  const found: Message = { severity: "error", code, values: { file }, page };
  return entry === undefined ? found : { ...found, file: entry.file };
}
