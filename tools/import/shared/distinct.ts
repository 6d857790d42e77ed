import type { Existing } from "./existing.ts";
import { isReserved } from "#model/reserved.ts";
import type { SourcePage } from "./source-page.ts";

/** Pages with the address of each that had to change, by source file. */
export interface DistinctPages {
  readonly pages: readonly SourcePage[];
  /** Source file → the address that another page or Seogo itself has. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Gives pages whose ids or addresses are equal, letter case aside, different ones, and takes aliases away that another
 * page has: the reader refuses a site where two files want one address. A published page keeps its address before a draft, and what stands in the target (`standing`) before both.
 */
export function distinctPages(pages: readonly SourcePage[], standing: Pick<Existing, "taken" | "ids">): DistinctPages {
  const moved = new Map<string, string>();
  const paths = new Set<string>(standing.taken);
  const ids = new Set<string>(standing.ids);
  const byWorth = [...pages].sort((a, b) => Number(a.draft) - Number(b.draft));
  const settled = new Map(
    byWorth.map((page) => {
      const wanted = isReserved(page.path) ? `/posts${page.path === "/" ? "/home/" : page.path}` : page.path;
      const path = free(wanted, paths, (count) => wanted.replace(/\/$/u, `-${String(count)}/`));
      if (path !== page.path) moved.set(page.file, page.path);
      const id = free(`${page.kind}/${page.id}`, ids, (count) => `${page.kind}/${page.id}-${String(count)}`);
      return [page.file, { ...page, path, id: id.slice(page.kind.length + 1) }] as const;
    }),
  );
  const taken = new Set(paths);
  const withAliases = pages.map((page) => {
    const own = settled.get(page.file) ?? page;
    const aliases = own.aliases.filter((alias) => {
      const name = key(alias.replace(/\.html?$/iu, "/"));
      if (isReserved(alias) || (taken.has(name) && name !== key(own.path))) return false;
      taken.add(name);
      return true;
    });
    return { ...own, aliases };
  });
  return { pages: withAliases, moved };
}

function free(wanted: string, taken: Set<string>, other: (count: number) => string): string {
  let name = wanted;
  for (let count = 2; taken.has(key(name)); count += 1) name = other(count);
  taken.add(key(name));
  return name;
}

function key(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
