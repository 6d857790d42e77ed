import { particleForms } from "#korean/word-forms.ts";
import { readable } from "./links.ts";
import { restoredAddress } from "./sentinels.ts";
import { isElement, text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";

const start = /^(?:https?:\/\/|www\.)/i;
/** Marks that close what an author opened before an address, or part it from what follows; another address but one inside it. */
const end =
  /["“”‘’「」『』《》〈〉【】、。，．；：！？…→＂＇（）［］｛｝<>]|(?<!\d)·|·(?!\d)|'(?![A-Za-z0-9])|(?<![/=:]|^)https?:\/\//iu;
const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** Ends every address that stands bare in a sentence where its author's eye ends it, before the steps. */
export function endBareAddresses(root: TreeNode, work: Work): void {
  const written = work.source.matchAll(/<((?:https?:|www\.)[^<>\s]*)>|\]\(((?:https?:|www\.)[^\s)]*)/giu);
  // Where their author put them between brackets somewhere, the end is clear.
  const bracketed = new Set([...written].map(([, angled, linked]) => angled ?? linked ?? ""));
  const endIn = (parent: TreeNode): void => {
    if (!parent.children) return;
    parent.children = parent.children.flatMap((node) => {
      if (isElement(node, "a") && isBare(node) && !bracketed.has(node.children[0]?.value ?? ""))
        return bareLinks(node, work);
      endIn(node);
      return [node];
    });
  };
  endIn(root);
}

function isBare({ children, properties }: TreeElement): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.type !== "text" || !start.test(only.value ?? "")) return false;
  const shown = decoded(restoredAddress(only.value ?? ""));
  const target = decoded(restoredAddress(String(properties["href"])));
  return target === shown || target === `http://${shown}`;
}

function decoded(address: string): string {
  return readable(address).replace(/%[2-7][0-9a-f]/giu, (escaped) => decodeURIComponent(escaped));
}

function bareLinks(node: TreeElement, work: Work): TreeNode[] {
  const made: TreeNode[] = [];
  for (let rest = restoredAddress(node.children[0]?.value ?? ""); rest !== "";) {
    const address = rest.slice(0, endOf(rest));
    if (address === rest && /\p{Script=Hangul}(?:을|를|에서)$/u.test(rest)) {
      warn(work, "link-particle", { offset: offsetOf(node), values: { address } });
    }
    const [, after = "", another = ""] = /^([\s\S]*?)(https?:\/\/[\s\S]*)?$/iu.exec(rest.slice(address.length)) ?? [];
    made.push(linkTo(address, node), ...(after === "" ? [] : [text(after)]));
    rest = another;
  }
  return made;
}

function linkTo(address: string, node: TreeElement): TreeNode {
  if (/^(?:https?:\/\/|www\.)$/iu.test(address)) return text(address);
  const href = /^www\./iu.test(address) ? `http://${address}` : address;
  return { ...node, properties: { ...node.properties, href }, children: [text(address)], isBare: true };
}

function endOf(shown: string): number {
  const scheme = /^[a-z]*:?\/*/iu.exec(shown)?.[0].length ?? 0;
  const closed = shown.slice(scheme).search(end);
  const kept = shown.slice(0, unpaired(closed === -1 ? shown : shown.slice(0, scheme + closed)));
  const [run = ""] = /(?<=[!-~])\p{Script=Hangul}+$/u.exec(kept) ?? [];
  const bare = particleForms.has(run) ? kept.slice(0, -run.length) : kept;
  return bare === shown ? shown.length : bare.replace(/[.,!?;:'"*_]+$/u, "").length;
}

/** Where a bracket closes that nothing in the address opened. */
function unpaired(address: string): number {
  const open = new Map<string, number>();
  for (let at = 0; at < address.length; at++) {
    const opener = pairs[address[at] ?? ""];
    const key = opener ?? address[at] ?? "";
    const count = (open.get(key) ?? 0) + (opener === undefined ? 1 : -1);
    if (count < 0) return at;
    open.set(key, count);
  }
  return address.length;
}
