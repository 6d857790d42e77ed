import { fixedPaths } from "#model/address.ts";
import { languageSites } from "#model/languages.ts";
import type { Site } from "#model/site.ts";
import { folded, isReserved as isReservedPath, routeFinder, shippedRoutes } from "#model/reserved.ts";
import type { Draft } from "./draft.ts";
import type { Place } from "./fields.ts";
import type { FolderIndex } from "./folder-index.ts";
import type { Code } from "#text/messages.ts";
import type { FileMessage } from "#messages/message.ts";

/** Who lives where: which file each address leads to. */
export type AddressBook = ReturnType<typeof addressBook>;

/** What else may stand at an address. */
export interface Others {
  readonly index: FolderIndex;
  /** Route files below `src/pages`, the owner's own among them. */
  readonly routes: readonly string[];
  readonly site: Site;
}

/** Gives every address to one file; two that want the same, or one of the site's own, are errors naming both. */
export function addressBook(drafts: readonly Draft[], { index, routes, site }: Others) {
  const above = languageSites(site).map(({ prefix = "" }) => prefix);
  const isReserved = (path: string) =>
    (site.search === "own" && folded(path) === fixedPaths.search) ||
    above.some((prefix) => path.startsWith(`${prefix}/`) && isReservedPath(path.slice(prefix.length)));
  const ownRoute = routeFinder(routes.filter((route) => !shippedRoutes.includes(route)));
  // By address and by alias; case-folded, so that it holds on every disk.
  const byPath = new Map<string, Draft>();
  const problems = copiesOfPages(index);
  const teller =
    ({ file }: Draft, place: Place, address: string) =>
    (code: Code, other: FileMessage["values"]) =>
      problems.push({ severity: "error", file, ...place, code, values: { address, ...other } });
  for (const draft of drafts) {
    const { path, places } = draft;
    const tell = teller(draft, places.address, path);
    if (isReserved(path)) tell("address-reserved", {});
    const route = ownRoute(path);
    if (route) tell("address-of-page", { file: `src/pages/${route}` });
    const copied = index.find(`public${path}index.html`) ?? index.find(`public${path.slice(0, -1)}`);
    if (copied) tell("address-in-public", { file: copied });
    const other = byPath.get(folded(path));
    if (!other) byPath.set(folded(path), draft);
    else {
      tell("address-taken", { other: other.file });
      teller(other, other.places.address, other.path)("address-taken", { other: draft.file });
    }
  }
  for (const draft of drafts) {
    for (const alias of draft.aliases) {
      const tell = teller(draft, draft.places.aliases, alias);
      const [other, route] = [byPath.get(folded(alias)), ownRoute(alias)];
      if (other === draft) continue;
      if (other) tell("alias-taken", { other: other.file });
      else if (route) tell("address-of-page", { file: `src/pages/${route}` });
      else if (isReserved(alias)) tell("alias-reserved", {});
      else byPath.set(folded(alias), draft);
    }
  }
  return { byPath, problems };
}

/** Files in public/ that would stand where a page of the site does. */
function copiesOfPages(index: FolderIndex): FileMessage[] {
  return Object.values(fixedPaths).flatMap((address): FileMessage[] => {
    const file = address === fixedPaths.about ? undefined : index.find(`public${address}index.html`);
    const place = { line: 1, column: 1, field: "file-name" };
    return file ? [{ severity: "error", file, ...place, code: "page-in-public", values: { address } }] : [];
  });
}
