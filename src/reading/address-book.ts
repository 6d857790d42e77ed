import { fixedPaths } from "#model/address.ts";
import { byCodePoint } from "#model/order.ts";
import type { Draft } from "./draft.ts";
import type { FolderIndex } from "./folder-index.ts";
import type { Code } from "#text/messages.ts";
import type { FileMessage } from "#messages/message.ts";
import { isReserved } from "./reserved.ts";
import { folded } from "./written-path.ts";

/** Who lives where: which file each address leads to. */
export interface AddressBook {
  /** By address and by alias; case-folded, so that it holds on every disk. */
  readonly byPath: ReadonlyMap<string, Draft>;
  readonly problems: readonly FileMessage[];
}

/** Gives every address to one file; two that want the same, or one of the site's own, are errors naming both. */
export function addressBook(drafts: readonly Draft[], index: FolderIndex): AddressBook {
  const byPath = new Map<string, Draft>();
  const problems: FileMessage[] = [];
  for (const draft of drafts) {
    if (isReserved(draft.path)) problems.push(problem(draft, "address-reserved", { address: draft.path }));
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
      else if (isReserved(alias)) problems.push(aliasProblem(draft, "alias-reserved", { address: alias }));
      else byPath.set(folded(alias), draft);
    }
  }
  return { byPath, problems: [...problems, ...copiesOfPages(index)] };
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
