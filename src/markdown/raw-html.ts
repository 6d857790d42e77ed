import { printedAttribute } from "./html.ts";
import { embedOf, writtenMedium } from "./embeds.ts";
import { rawHeading } from "./headings.ts";
import { printedAddress, withoutLinks } from "./links.ts";
import { isClosed, isMarkdown, isMention, outdented, type Place } from "./raw-mentions.ts";
import * as policy from "./raw-policy.ts";
import { decodedText, type RawToken, rawTokens, readAttributes } from "./raw-tokens.ts";
import { restoredCode } from "./sentinels.ts";
import { element, type PropertyValue, text, type TreeNode } from "./tree.ts";
import { offsetOf, type Work, warn } from "./work.ts";
import { rawImage } from "./pictures.ts";

type Open = Extract<RawToken, { kind: "open" }>;
type At = { readonly offset: number; readonly source: string };
interface OpenElement {
  readonly name: string;
  /** What to print at its end; empty where the element itself did not pass. */
  readonly close: string;
  readonly offset: number;
}

/**
 * Lets the author's HTML through by the policy, token by token, and keeps it well formed: what he opened inside an element
 * of the tree is closed with it. All that is printed is made here from checked names and escaped values.
 */
export class RawHtml {
  readonly #work: Work;
  readonly #open: OpenElement[][] = [[]];
  readonly #ids = new Set<string>();
  /** The element whose content no reader may see, while inside one. */
  #hiding: string | undefined;
  #inline = false;
  #place: Place = { parent: { type: "root" }, at: 0 };
  /** Names of elements that were opened and did not pass, whose ends say nothing. */
  readonly #seen = new Set<string>();

  constructor(work: Work) {
    this.#work = work;
  }

  get hides(): boolean {
    return this.#hiding !== undefined;
  }

  /** Called before the children of an element of the tree. */
  enter(): void {
    this.#open.push([]);
  }

  /** Called after them: closes what the author left open. */
  leave(): TreeNode[] {
    this.#hiding = undefined;
    const left = this.#open.pop() ?? [];
    if (this.#open.length === 0) this.#open.push([]);
    for (const { name, offset, close } of left) {
      if (close !== "" && !/^(?:p|li|dt|dd|td|th|tr|tbody)$/u.test(name)) {
        warn(this.#work, "html-unclosed", { offset, values: { tag: name } });
      }
    }
    return left.reverse().map(({ close }) => html(close));
  }

  /** The nodes that a piece of raw HTML becomes; `inline` where it stands among words. */
  nodesOf(node: TreeNode, inline: boolean, place: Place): TreeNode[] {
    const source = restoredCode(node.value ?? "");
    const from = offsetOf(node);
    const out: TreeNode[] = [];
    this.#inline = inline;
    this.#place = place;
    for (const token of rawTokens(source)) {
      if (token.kind === "close") out.push(...this.#closed(token.name, from + token.at));
      else if (this.#hiding !== undefined) continue;
      else if (token.kind === "text") out.push(this.#text(token.value));
      else if (token.kind === "comment") out.push(...this.#comment(token.value, from + token.at));
      else out.push(...this.#opened(token, { offset: from + token.at, source }));
    }
    if (!inline) this.#hiding = undefined;
    return out;
  }

  /** Words of an element that its author wrote as Markdown are left to be read. */
  #text(written: string): TreeNode {
    const isRead = !this.#inline && isMarkdown(written, this.#open);
    return isRead ? { type: "markdown", value: outdented(written) } : text(decodedText(written));
  }

  #mention(written: string, offset: number): TreeNode[] {
    warn(this.#work, "tag-as-text", { offset, values: { mark: written } });
    return [text(written)];
  }

  /** `<!--more-->` is kept as a mark of where the lead ends; other comments go. */
  #comment(written: string, offset: number): TreeNode[] {
    const isOpen = written.startsWith("<!--") && !written.endsWith("-->");
    if (isOpen) warn(this.#work, "html-unclosed", { offset, values: { tag: "!--" } });
    return /^<!--\s*(?:more|truncate)\s*-->$/iu.test(written) ? [{ type: "more" }] : [];
  }

  #opened(token: Open, at: At): TreeNode[] {
    const written = readAttributes(token.attributes);
    const closes = isClosed(token.name, at.source.slice(token.at), this.#place);
    if (isMention(token, closes)) return this.#mention(`<${token.name}${token.attributes}>`, at.offset);
    this.#seen.add(token.name);
    if (policy.hiding.has(token.name) && closes) this.#hiding = token.name;
    if (policy.embeds.has(token.name)) return this.#embed(token, written, at);
    const name = policy.renamed[token.name] ?? token.name;
    if (policy.unwrapped.has(name)) return [];
    if (!policy.allowed.has(name)) return this.#refuse(`<${token.name}>`, at.offset);
    const forbidden = policy.forbiddenAttribute(written);
    if (forbidden !== undefined) this.#refuse(`${forbidden}="…"`, at.offset);
    const passed = policy.passedAttributes(name, token.name === "center" ? { ...written, align: "center" } : written);
    this.#uniqueId(passed);
    this.#fixed("cite", passed, at.offset);
    if (name === "img") {
      const made = rawImage(passed, at.offset, this.#work);
      return this.#open.at(-1)?.some((item) => item.name === "a") ? withoutLinks(made) : made;
    }
    return this.#print(name, { token, passed, ...at });
  }

  #print(
    name: string,
    from: { token: Open; passed: Record<string, PropertyValue>; offset: number; source: string },
  ): TreeNode[] {
    const { token, passed, offset, source } = from;
    let printed = name;
    let close = `</${name}>`;
    if (/^h[1-6]$/u.test(name)) {
      printed = rawHeading(name, { passed, inside: source.slice(source.indexOf(">", token.at) + 1) }, this.#work);
      close = `</${printed}>`;
    }
    if (name === "a" && !this.#fixed("href", passed, offset)) close = "";
    if (!policy.voids.has(name)) this.#open.at(-1)?.push({ name: token.name, close, offset });
    if (close === "") return [];
    let tag = `<${printed}`;
    for (const key in passed) tag += printedAttribute(key, passed[key]);
    return [html(`${tag}>`)];
  }

  /** Fixes an address in place; false where it may not stand. */
  #fixed(key: "href" | "cite", passed: Record<string, PropertyValue>, offset: number): boolean {
    const address = passed[key];
    if (typeof address !== "string") return true;
    passed[key] = printedAddress(address, this.#work);
    if (passed[key] !== undefined) return true;
    warn(this.#work, "link-unsafe", { offset, values: { address } });
    return false;
  }

  #uniqueId(passed: Record<string, PropertyValue>): void {
    const id = passed["id"];
    if (typeof id !== "string") return;
    const taken = this.#ids.has(id) || this.#work.headings.some((heading) => heading.id === id);
    if (id === "" || taken) passed["id"] = undefined;
    else this.#work.anchors.take(id);
    this.#ids.add(id);
  }

  #embed({ name, at: start }: Open, written: Record<string, PropertyValue>, at: At): TreeNode[] {
    // Among words each tag is a piece of its own.
    const { parent, at: own } = this.#place;
    const pieces = (parent.children ?? []).slice(own + 1, own + 9);
    const html = at.source.slice(start) + pieces.map(({ type, value }) => (type === "raw" ? value : "")).join("");
    const [medium, title] = [writtenMedium(written, html), String(written["title"] ?? "")];
    const made = embedOf({ name, medium, title, offset: at.offset }, this.#work);
    if (made === undefined) return this.#refuse(`<${name}>`, at.offset);
    return [made.tagName === "a" ? element(this.#inline ? "span" : "p", { className: ["embed"] }, [made]) : made];
  }

  #refuse(written: string, offset: number): TreeNode[] {
    warn(this.#work, "html-removed", { offset, values: { written } });
    return [];
  }

  #closed(name: string, offset: number): TreeNode[] {
    if (this.#hiding !== undefined) {
      if (this.#hiding === name) this.#hiding = undefined;
      return [];
    }
    const open = this.#open.at(-1) ?? [];
    const at = open.findLastIndex((item) => item.name === name);
    if (at === -1) {
      const counts = policy.allowed.has(name) && !policy.voids.has(name);
      if (counts) warn(this.#work, "html-unclosed", { offset, values: { tag: `/${name}` } });
      return counts || this.#seen.has(name) ? [] : this.#mention(`</${name}>`, offset);
    }
    return open
      .splice(at)
      .reverse()
      .map(({ close }) => html(close));
  }
}

function html(value: string): TreeNode {
  return { type: "html", value };
}
