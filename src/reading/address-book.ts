import { fixedPaths } from "#model/address.ts";
import { languageSites } from "#model/languages.ts";
import { byCodePoint } from "#model/order.ts";
import type { Site } from "#model/site.ts";
import { folded, isReserved as isReservedPath, routeFinder, shippedRoutes } from "#model/reserved.ts";
import type { Draft } from "./draft.ts";
import type { FolderIndex } from "./folder-index.ts";
import type { Code } from "#text/messages.ts";
import type { FileMessage } from "#messages/message.ts";

/** Who lives where: which file each address leads to. */
export interface AddressBook {
  /** By address and by alias; case-folded, so that it holds on every disk. */
  readonly byPath: ReadonlyMap<string, Draft>;
  readonly problems: readonly FileMessage[];
}

/** What else may stand at an address. */
export interface Others {
  readonly index: FolderIndex;
  /** Route files below `src/pages`, the owner's own among them. */
  readonly routes: readonly string[];
  readonly site: Site;
}

/** Gives every address to one file; two that want the same, or one of the site's own, are errors naming both. */
export function addressBook(drafts: readonly Draft[], { index, routes, site }: Others): AddressBook {
  const above = languageSites(site).map(({ prefix = "" }) => prefix);
  const isReserved = (path: string) =>
    (site.search === "own" && folded(path) === fixedPaths.search) ||
    above.some((prefix) => path.startsWith(`${prefix}/`) && isReservedPath(path.slice(prefix.length)));
  const ownRoute = ownRouteFinder(routes);
  const byPath = new Map<string, Draft>();
  const problems: FileMessage[] = [];
  for (const draft of drafts) {
    if (isReserved(draft.path)) problems.push(problem(draft, "address-reserved", { address: draft.path }));
    const route = ownRoute(draft.path);
    if (route) problems.push(problem(draft, "address-of-page", { address: draft.path, file: route }));
    const copied = index.find(`public${draft.path}index.html`) ?? index.find(`public${draft.path.slice(0, -1)}`);
    if (copied) problems.push(problem(draft, "address-in-public", { address: draft.path, file: copied }));
    const other = byPath.get(folded(draft.path));
    if (other) problems.push(...bothNamed(draft, other));
    else byPath.set(folded(draft.path), draft);
  }
  for (const draft of drafts) {
    for (const alias of draft.aliases) {
      const other = byPath.get(folded(alias));
      if (other === draft) continue;
      if (other) problems.push(aliasProblem(draft, "alias-taken", { address: alias, other: other.file }));
      else if (ownRoute(alias))
        problems.push(aliasProblem(draft, "address-of-page", { address: alias, file: ownRoute(alias) ?? "" }));
      else if (isReserved(alias)) problems.push(aliasProblem(draft, "alias-reserved", { address: alias }));
      else byPath.set(folded(alias), draft);
    }
  }
  return { byPath, problems: [...problems, ...copiesOfPages(index)] };
}

/** The file of an owner's own page at an address. */
function ownRouteFinder(routes: readonly string[]): (path: string) => string | undefined {
  const find = routeFinder(routes.filter((route) => !shippedRoutes.includes(route)));
  return (path) => {
    const route = find(path);
    return route && `src/pages/${route}`;
  };
}

/** Files in public/ that would stand where a page of the site does. */
function copiesOfPages(index: FolderIndex): FileMessage[] {
  const found = Object.values(fixedPaths).flatMap((address) => {
    const file = address === fixedPaths.about ? undefined : index.find(`public${address}index.html`);
    return file === undefined ? [] : [{ file, address }];
  });
  return found.map(({ file, address }) => {
    const place = { line: 1, column: 1, field: "file-name" };
    return { severity: "error", file, ...place, code: "page-in-public", values: { address } };
  });
}

function bothNamed(a: Draft, b: Draft): FileMessage[] {
  const [first, second] = byCodePoint(a.file, b.file) < 0 ? [a, b] : [b, a];
  const values = (other: Draft) => ({ address: first.path, other: other.file });
  return [problem(first, "address-taken", values(second)), problem(second, "address-taken", values(first))];
}

function problem(draft: Draft, code: Code, values: FileMessage["values"]): FileMessage {
  return { severity: "error", file: draft.file, ...draft.places.address, code, values };
}

function aliasProblem(draft: Draft, code: Code, values: FileMessage["values"]): FileMessage {
  return { severity: "error", file: draft.file, ...draft.places.aliases, code, values };
}
