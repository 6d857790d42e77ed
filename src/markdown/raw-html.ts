import { element, type Properties, startTag, text, type TreeNode } from "./tree.ts";
import { embedOf, writtenMedium } from "./embeds.ts";
import { openAddress, withoutLinks } from "./links.ts";
import { rawHeading } from "./headings.ts";
import { missingKind, rawImage } from "./pictures.ts";
import * as policy from "./raw-policy.ts";
import { decodedText, type RawToken, rawTokens, readAttributes } from "./raw-tokens.ts";
import { restoredCode } from "./sentinels.ts";
import { offsetOf, warn, type Work } from "./work.ts";

type Open = Extract<RawToken, { kind: "open" }>;
interface OpenElement {
  readonly name: string;
  /** What to print at its end; empty where the element itself did not pass. */
  readonly close: string;
  readonly offset: number;
}

/**
 * Lets the author's HTML through by the policy, token by token, and keeps it well formed: what they opened inside an element
 * of the tree is closed with it. All that is printed is made here from checked names and escaped values.
 */
export class RawHtml {
  readonly #work: Work;
  readonly #open: OpenElement[][] = [[]];
  readonly #ids = new Set<string>();
  /** The element whose content no reader may see, while inside one. */
  #hiding: string | undefined;
  #inline = false;
  #place: policy.Place = { parent: { type: "root" }, at: 0 };
  #source = "";
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
    for (const { name, offset, close } of left) {
      if (close !== "" && !/^(?:p|li|dt|dd|td|th|tr|tbody)$/u.test(name)) {
        warn(this.#work, "html-unclosed", { offset, values: { tag: name } });
      }
    }
    return left.reverse().map(({ close }) => html(close));
  }

  /** The nodes that a piece of raw HTML becomes; `inline` where it stands among words. */
  nodesOf(node: TreeNode, inline: boolean, place: policy.Place): TreeNode[] {
    const out: TreeNode[] = [];
    this.#source = restoredCode(node.value ?? "");
    this.#inline = inline;
    this.#place = place;
    const [, , diagram] = (!inline && drawn.exec(this.#source)) || [];
    if (diagram !== undefined)
      return [{ type: "markdown", value: `\`\`\`mermaid\n${decodedText(diagram).trim()}\n\`\`\`` }];
    for (const token of rawTokens(this.#source)) {
      const offset = offsetOf(node) + token.at;
      if (token.kind === "close") out.push(...this.#closed(token.name, offset));
      else if (this.#hiding !== undefined) this.#work.hidesWords ||= token.kind !== "open" && token.value.trim() !== "";
      else if (token.kind === "text") out.push(this.#text(token.value));
      else if (token.kind === "comment") out.push(...this.#comment(token.value, offset));
      else out.push(...this.#opened(token, offset));
    }
    return out;
  }

  /** Words of an element that its author wrote as Markdown are left to be read. */
  #text(written: string): TreeNode {
    const isRead = !this.#inline && policy.isMarkdown(written, this.#open, this.#work.options);
    return isRead ? { type: "markdown", value: policy.outdented(written) } : text(decodedText(written));
  }

  #mention(written: string, offset: number): TreeNode[] {
    warn(this.#work, "tag-as-text", { offset, values: { mark: written } });
    return [text(written)];
  }

  /** `<!--more-->` is kept as a mark of where the lead ends; other comments go. */
  #comment(written: string, offset: number): TreeNode[] {
    const isOpen = written.startsWith("<!--") && !written.endsWith("-->");
    if (isOpen) warn(this.#work, "comment-unclosed", { offset, values: { mark: "<!--", close: "-->" } });
    return /^<!--\s*(?:more|truncate)\s*-->$/iu.test(written) ? [{ type: "more" }] : [];
  }

  #opened(token: Open, offset: number): TreeNode[] {
    const closes = policy.isClosed(token.name, token.at, this.#place);
    const isAmong = this.#inline || /[^>\s] ?$/u.test(this.#source.slice(Math.max(0, token.at - 2), token.at));
    if (policy.isMention(token, closes, isAmong)) return this.#mention(`<${token.name}${token.attributes}>`, offset);
    this.#seen.add(token.name);
    if (policy.hiding.has(token.name) && closes) this.#hiding = token.name;
    const written = readAttributes(token.attributes);
    if (policy.embeds.has(token.name)) return this.#embed(token, written, offset);
    const name = policy.renamed[token.name] ?? token.name;
    if (policy.unwrapped.has(name)) return [];
    if (!policy.allowed.has(name)) return this.#refuse(`<${token.name}>`, offset);
    this.#work.hasFormulas ||= name === "math";
    if (name === "img") policy.takeStyledSize(written);
    const forbidden = policy.forbiddenAttribute(written);
    if (forbidden !== undefined) this.#refuse(`${forbidden}="…"`, offset);
    const passed = policy.passedAttributes(name, token.name === "center" ? { ...written, align: "center" } : written);
    this.#uniqueId(passed);
    this.#fixed("cite", passed, offset);
    const open = this.#open.at(-1) ?? [];
    if (name === "img") {
      const made = rawImage({ ...passed, zoom: written["zoom"] }, offset, this.#work);
      return open.some((item) => item.name === "a") ? withoutLinks(made) : made;
    }
    const inside = this.#source.slice(token.at + `<${token.name}${token.attributes}>`.length);
    const printed = /^h[1-6]$/u.test(name) ? rawHeading(name, { passed, inside }, this.#work) : name;
    const passes = name !== "a" || this.#fixed("href", passed, offset);
    const isBoxed = name === "table" && !this.#open.flat().some((item) => item.name === name);
    const close = passes ? `</${printed}>${isBoxed ? "</div>" : ""}` : "";
    if (!policy.voids.has(name)) open.push({ name: token.name, close, offset });
    return passes ? [{ ...html(startTag(printed, passed)), ...(isBoxed && { name }) }] : [];
  }

  /** Fixes an address in place; false where it may not stand. */
  #fixed(key: "href" | "cite", passed: Properties, offset: number): boolean {
    const address = passed[key];
    if (typeof address !== "string") return true;
    passed[key] = openAddress(address, { offset }, this.#work);
    return passed[key] !== undefined;
  }

  #uniqueId(passed: Properties): void {
    const id = passed["id"];
    if (typeof id !== "string") return;
    const taken = this.#ids.has(id) || this.#work.headingIds.has(id);
    if (id === "" || taken) passed["id"] = undefined;
    else this.#work.anchors.take(id);
    this.#ids.add(id);
  }

  #embed({ name, at: start }: Open, written: Properties, offset: number): TreeNode[] {
    // Among words each tag is a piece of its own.
    const { parent, at } = this.#place;
    const pieces = (parent.children ?? []).slice(at + 1, at + 9);
    const html = this.#source.slice(start) + pieces.map(({ type, value }) => (type === "raw" ? value : "")).join("");
    const [medium, said] = [writtenMedium(written, html), policy.passedAttributes(name, written)];
    this.#uniqueId(said);
    const made = embedOf({ name, medium, said, offset }, this.#work);
    if (made === undefined && /^(?:video|audio)$/u.test(name) && /^[^:]+\.\w+$/u.test(medium)) {
      warn(this.#work, `${missingKind(medium)}-missing`, { offset, values: { address: medium } });
      return [];
    }
    if (made === undefined) return this.#refuse(`<${name}>`, offset);
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
    const ended = open.splice(at).reverse();
    return ended.map(({ close }) => html(close));
  }
}

/** An element in which mermaid's script draws on other sites. */
const drawn = /^\s*<(div|pre|p)\s+class=["']?mermaid["']?[^<>]*>([^<`]*(?:<br\s*\/?>[^<`]*)*)<\/\1>\s*$/iu;

function html(value: string): TreeNode {
  return { type: "html", value };
}
