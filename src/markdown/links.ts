import { restoredAddress } from "./sentinels.ts";
import { text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, type Work, warn } from "./work.ts";

const safeScheme = /^(?:https?|mailto|tel|sms|ftp|magnet|xmpp|geo):/iu;
const bareStart = /^(?:https?:\/\/|www\.)/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:/iu;
const particle =
  /^(?:은|는|이|가|을|를|에|의|로|으로|와|과|도|만|나|이나|란|이란|라는|이라는|라고|이라고|라면|이면|이며|이고|에서|에게|까지|부터|처럼|보다|마다|조차|입니다|이다|예요|이에요)(?:는|은|도|만|의|를|을)?$/u;

/** Cuts a particle off a bare address, sends internal links through the caller, and refuses schemes that run code. */
export const link: Step = (node, work) => {
  const href = node.properties["href"];
  if (typeof href !== "string") return undefined;
  const address = restoredAddress(href);
  if (typeof node.properties["id"] === "string")
    node.properties["id"] = readable(node.properties["id"]).normalize("NFC");
  if (work.source.startsWith("[[", offsetOf(node)) && node.position) return wikiLink(node, address, work);
  if (isBare(node, address, work)) return bareLink(node, address, work);
  const target = printedAddress(address, work);
  if (target === undefined) {
    warn(work, "link-unsafe", { offset: offsetOf(node), values: { address } });
    return node.children;
  }
  node.properties["href"] = target;
  node.children = withoutLinks(node.children);
  return undefined;
};

/** Nodes with no link among them, for a link cannot hold another: `[![그림](https://…)](https://…)`. */
export function withoutLinks(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => {
    if (node.children) node.children = withoutLinks(node.children);
    return node.tagName === "a" ? (node.children ?? []) : [node];
  });
}

/** `[[글]]` and `[[글|보이는 말]]`; one that the caller cannot find keeps only its words. */
function wikiLink(node: TreeElement, address: string, work: Work): TreeNode[] {
  const target = `[[${written(address, decodeURIComponent)}]]`;
  const href = work.options.link(target);
  node.properties["href"] = href;
  if (href !== undefined) return [node];
  warn(work, "link-wiki", { offset: offsetOf(node), values: { address: target } });
  return node.children;
}

/** The href to print for an address as written; undefined where it could run code. */
export function printedAddress(address: string, work: Work): string | undefined {
  const bare = address.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
  if (anyScheme.test(bare)) return safeScheme.test(bare) ? address : undefined;
  if (address.startsWith("//")) return address;
  const printed = readable(address).normalize("NFC");
  if (address.startsWith("#")) return printed;
  const answered = work.options.link(written(address, decodeURI));
  if (answered !== undefined) return answered;
  const { base } = work.options;
  if (!printed.startsWith("/") || base === "/" || printed.startsWith(base)) return printed;
  return base.replace(/\/$/u, "") + printed;
}

/** The parser percent-encodes a footnote's id and not the link to it. */
export const footnote: Step = (node) => {
  const { id } = node.properties;
  if (typeof id === "string" && id.startsWith("fn-")) node.properties["id"] = readable(id).normalize("NFC");
  return undefined;
};

/** An address with its Hangul to be read; escapes that are ASCII, or no UTF-8, stay. */
function readable(address: string): string {
  return address.replace(/(?:%[89a-f][0-9a-f])+/giu, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** Whether a link is an address as it stands, and not one that its author put between brackets. */
function isBare(node: TreeElement, address: string, work: Work): boolean {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== "text" || !bareStart.test(only.value ?? "")) return false;
  const shown = restoredAddress(only.value ?? "");
  const target = readable(address);
  if (target !== shown && target !== `http://${shown}`) return false;
  return !work.source.includes(`<${only.value ?? ""}>`) && !work.source.includes(`](${only.value ?? ""}`);
}

function bareLink(node: TreeElement, address: string, work: Work): TreeNode[] {
  const shown = restoredAddress(node.children[0]?.value ?? "");
  const at = shown.search(/\p{Script=Hangul}/u);
  const tail = at === -1 ? "" : shown.slice(at);
  const [, word = "", marks = ""] = /^(.*?)([)\].,!?;:'"’”」』]*)$/u.exec(tail) ?? [];
  if (tail !== "" && particle.test(word)) return cutLink(node, shown.slice(0, at), word + marks);
  if (/(?:을|를|에서)$/u.test(word))
    warn(work, "link-particle", { offset: offsetOf(node), values: { address: shown } });
  node.properties["href"] = readable(address);
  return [node];
}

function cutLink(node: TreeElement, kept: string, tail: string): TreeNode[] {
  const opens = (kept.match(/\(/gu) ?? []).length;
  let end = kept.length;
  for (let closes = (kept.match(/\)/gu) ?? []).length; ; end--) {
    const last = kept[end - 1] ?? "";
    if (last === ")" && closes > opens) closes--;
    else if (!/[.,!?;:'"*_]/u.test(last)) break;
  }
  const address = kept.slice(0, end);
  node.properties["href"] = address.startsWith("www.") ? `http://${address}` : address;
  node.children = [text(address)];
  return [node, text(kept.slice(end) + tail)];
}

/** An address or a wiki link's name as its author wrote it, before the parser percent-encoded it. */
function written(address: string, decode: (escaped: string) => string): string {
  try {
    return decode(address).normalize("NFC");
  } catch {
    return address;
  }
}
