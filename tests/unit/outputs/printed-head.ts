import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import { headMaker } from "#outputs/head.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** A head as a browser reads it. */
export interface PrintedHead {
  readonly title: string;
  readonly description: string | undefined;
  readonly robots: string | undefined;
  readonly canonical: string | undefined;
  readonly metas: readonly Attributes[];
  /** All but the canonical address and the icons. */
  readonly links: readonly Attributes[];
  readonly jsonLd: readonly string[];
}

/** The head that a page of a catalogue gets, its printed part read back. */
export function headOf(page: Page, catalogue: Catalogue): PrintedHead {
  const { title, description, robots, canonical, more } = headMaker(catalogue)(page);
  const elements = elementsOf(more);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const metas = named("meta").map(attributesOf);
  const links = named("link").map(attributesOf);
  return {
    title,
    description,
    robots,
    canonical,
    metas,
    links,
    jsonLd: named("script").map(textOf),
  };
}

function elementsOf(head: string): DefaultTreeAdapterTypes.Element[] {
  const [html] = parse(`<!doctype html><html><head>${head}</head></html>`).childNodes.filter(
    (node) => "tagName" in node,
  );
  const top = html?.childNodes.find((node) => node.nodeName === "head");
  return top && "childNodes" in top ? top.childNodes.filter((node) => "tagName" in node) : [];
}

function attributesOf({ attrs }: DefaultTreeAdapterTypes.Element): Attributes {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
}

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
