import { pageWord } from "#text/importing.ts";
import {
  argumentOf,
  block,
  type Converted,
  escapedHtml,
  inline,
  isOf,
  joined,
  known,
  markdownLink,
  plain,
  type Use,
} from "./shortcode-use.ts";
import { quoted } from "./shortcode-blocks.ts";
import { textAt, textOf, valueAt } from "#tools/import/shared/values.ts";

/** What becomes of shortcodes of a kind; undefined for one that needs inner text and has none. */
const others = {
  reference,
  parameter,
  link,
  details,
  titled,
  tabs: ({ inner }: Use) => (inner === undefined ? inner : block(inner)),
  rule: () => block("---"),
  icon: () => inline(""),
};

/** Links, settings, folds, tabs and wrappers; undefined for a shortcode that is none of them. */
export function otherShortcode(use: Use): Converted | undefined {
  const { inner } = use;
  // Ours too keeps from readers what stands in it.
  if (use.name === "comment" && inner) return inline(`{{< comment >}}${inner}{{< /comment >}}`);
  const kind = (Object.keys(others) as (keyof typeof others)[]).find((one) => isOf(one, use));
  if (kind !== undefined) return others[kind](use);
  if (isOf("unseen", use) && (inner ?? "") === "") return inline("");
  const mark = known("marks", use);
  if (mark) return inline(mark.before + (inner ?? argumentOf(use, ["text", "content"], 0) ?? "").trim() + mark.after);
  if (!isOf("innerAlone", use) || inner === undefined) return undefined;
  return use.inline ? inline(inner) : block(inner);
}

/** What a shortcode writes as plain text, where that can be known; Hugo runs those that stand in code, too. */
export function plainShortcode(use: Use): string | undefined {
  if (use.name === "param") return settingOf(use, argumentOf(use, ["name"], 0) ?? "");
  return isOf("reference", use) ? use.context.reference(argumentOf(use, ["path"], 0) ?? "") : undefined;
}

function settingOf(use: Use, name: string): string | undefined {
  return textOf(valueAt(use.context.page.data, name)) ?? textAt(use.context.site.params, name);
}

function reference(use: Use): Converted {
  const target = argumentOf(use, ["path"], 0) ?? "";
  const address = use.context.reference(target);
  if (address === undefined) use.context.warn("reference-unknown", use.start, { target });
  return inline(address ?? target);
}

function parameter(use: Use): Converted {
  const name = argumentOf(use, ["name"], 0) ?? "";
  const value = settingOf(use, name);
  if (value === undefined) use.context.warn("param-unknown", use.start, { name });
  return inline(value ?? "");
}

function link(use: Use): Converted | undefined {
  const target = argumentOf(use, ["href", "url", "link", "relref", "ref", "to", "path", "src"], 0);
  if (target === undefined) return undefined;
  const address = use.context.reference(target) ?? use.context.link(target) ?? target;
  const text = plain(use.inner ?? "") || argumentOf(use, ["text", "title", "label", "content", "name"], 1) || target;
  return { text: markdownLink(text, address), block: !use.inline };
}

function details(use: Use): Converted | undefined {
  const { inner } = use;
  if (inner === undefined) return undefined;
  const title = argumentOf(use, ["title", "summary", "label", "header", "name", "question", "text"], 0);
  const summary = title ?? pageWord("펼쳐 보기", use.context.isKorean);
  if (use.inline) return inline(`${summary} ${inner}`);
  const open = /^(?:true|open)$/u.test(use.named.get("open") ?? "") ? " open" : "";
  return block(`<details${open}>\n<summary>${escapedHtml(summary)}</summary>\n\n${inner}\n\n</details>`);
}

/** A tab or a step: its name in bold, then what it holds; a card that only leads somewhere is a link. */
function titled(use: Use): Converted | undefined {
  if (use.inner === undefined) {
    const made = use.named.has("link") && !use.named.has("image") ? link(use) : undefined;
    return made && { ...made, text: joined([made.text, argumentOf(use, ["subtitle"])], " — ") };
  }
  const name = argumentOf(use, ["title", "name", "label", "header", "tabname", "tab"], 0);
  const more = ["badge", "date", "subheader", "subtitle"].map((key) => argumentOf(use, [key]));
  const heading = joined([name, ...more], " · ");
  return block(joined([heading && `**${heading}**`, use.inner], "\n\n"));
}

/** A shortcode that nobody knows: its arguments in a labelled block, its inner text after it, and a warning. */
export function unknownShortcode(use: Use): Converted {
  use.context.warn("shortcode-unknown", use.start, { name: use.name });
  const named = [...use.named].map(([name, value]) => `${name}=${value}`);
  const shown = [...use.listed, ...named].map(shownArgument).join(", ");
  const inner = use.inner ?? "";
  const head = `${pageWord("숏코드", use.context.isKorean)} \`${use.name}\`${shown === "" ? "" : `: ${shown}`}`;
  if (use.inline) return inline(inner === "" ? `(${head})` : shown === "" ? inner : `${inner} (${head})`);
  if (inner !== "" && shown === "") return block(inner);
  return block(joined([quoted(head), inner], "\n\n"));
}

function shownArgument(value: string): string {
  return /^https?:\/\/\S+$/u.test(value) ? `<${value}>` : value.replace(/[<*_`[\]]/gu, "\\$&").replace(/\s+/gu, " ");
}
