import { tables } from "@joplin/turndown-plugin-gfm";
import type TurndownService from "turndown";
import { withoutBlankLines } from "./block-text.ts";
import type { Tag } from "./html-tag.ts";

type Replacement = NonNullable<TurndownService.Rule["replacement"]>;

/** HTML whose tables carry their names in an attribute: a `<caption>` would keep a first row from being the head. */
export function withNamedTables(html: string): string {
  return html.replace(
    /(<table\b[^>]*)>\s*<caption\b[^>]*>([\s\S]*?)<\/caption\s*>/giu,
    (_, table: string, name: string) => {
      const words = name.replace(/<[^>]*>/gu, "").replace(/"/gu, "&quot;");
      return `${table} data-seogo-caption="${words}">`;
    },
  );
}

/** Tables as Markdown with their names under them; one that Markdown cannot say stays HTML, its blank lines spelled out. */
export function addTableRules(service: TurndownService): void {
  service.use(tables);
  const plain = rulesOf(tables, service)["table"]?.replacement;
  if (plain === undefined) return;
  service.addRule("namedTable", {
    filter: "table",
    replacement: (content, node, options) => named(plain(content, node, options), node as unknown as Tag),
  } satisfies { filter: "table"; replacement: Replacement });
}

/** What a plugin would add to a service. */
function rulesOf(
  plugin: TurndownService.Plugin,
  { options }: TurndownService,
): Readonly<Record<string, TurndownService.Rule>> {
  const rules: Record<string, TurndownService.Rule> = {};
  const addRule = (name: string, rule: TurndownService.Rule) => {
    rules[name] = rule;
  };
  const isCodeBlock = ({ nodeName }: Tag) => nodeName === "PRE";
  plugin({ addRule, isCodeBlock, keep: () => {}, options } as unknown as TurndownService);
  return rules;
}

function named(text: string, node: Tag): string {
  const written = node.getAttribute("data-seogo-caption") ?? "";
  if (/^\s*<div/u.test(text)) return `\n\n${withoutBlankLines(text.trim())}\n\n`;
  const name = written.replace(/\s+/gu, " ").trim();
  return `\n\n${text.trim()}\n\n${name === "" ? "" : `표: ${name}\n\n`}`;
}

/** Markdown whose tables of HTML have their names as elements again. */
export function withCaptions(html: string): string {
  return html.replace(/(<table\b[^>]*?) data-seogo-caption="([^"]*)"([^>]*>)/gu, "$1$3<caption>$2</caption>");
}
