import type { Message } from "#messages/message.ts";
import { addressOf, type BuiltSite } from "./built-site.ts";
import { resolver } from "./resolve.ts";

/** Tells standing pages that readers cannot reach: no page but those of moved addresses leads to them. */
export function orphans(site: BuiltSite): Message[] {
  const resolve = resolver(site);
  const moved = new Set(site.redirects.map(({ from }) => from));
  const pages = [...site.entryAt.values()].filter(({ kind, noindex }) => kind === "page" && !noindex);
  const left = new Map(pages.map((entry) => [entry.path, entry]));
  for (const [file, { page }] of site.files) {
    if (left.size === 0) return [];
    const own = addressOf(file);
    if (page === undefined || moved.has(own)) continue;
    for (const { address } of page.references) {
      const target = resolve(file, address);
      if (target.kind === "inside" && target.path !== own) left.delete(target.path);
    }
  }
  return [...left.values()].map(({ file, path }) => ({
    severity: "warning",
    code: "page-orphan",
    values: { path },
    page: path,
    file,
  }));
}
