import { href, pathsOf } from "#model/address.ts";
import { languageSites } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import type { Message } from "#messages/message.ts";
import { report } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";
import { said } from "#text/words.ts";
import type { Standing } from "./standing.ts";

/** What each page shows at its foot for its author to look at: warnings of its file as it was read, and of itself as it was opened. */
export function stripsOf(site: Site, standing: Standing) {
  let content: readonly Message[] = [];
  const found = new Map<string, readonly Message[]>();
  const read = (warnings: readonly Message[], changed: boolean) => {
    content = warnings;
    if (changed) found.clear();
  };
  const of = ({ file, path }: Pick<Entry, "file" | "path">) => [
    ...content.filter((one) => one.file === file),
    ...(found.get(path) ?? []),
  ];
  /** Which posts have any, by their addresses. */
  const ofHome = () => {
    const files = new Set(content.map(({ file }) => file));
    const lines = standing().entries.flatMap((entry) => {
      const { length } = files.has(entry.file) || found.has(entry.path) ? of(entry) : [];
      return length > 0 ? `${href(site, entry.path)}  ${said("counted-warning", { count: length })}` : [];
    });
    return lines.length === 0 ? "" : [said("posts-to-look-at", { count: lines.length }), ...lines].join("\n");
  };
  const at = (path: string): string => {
    if (languageSites(site).some((one) => pathsOf(one).home === path)) return ofHome();
    const { file = "" } = standing().entries.find((one) => one.path === path) ?? {};
    return report(of({ file, path }), "warning", messageLanguage());
  };
  return { read, found, at };
}
