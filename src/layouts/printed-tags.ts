import type { Head } from "#outputs/head.ts";

/** The links, metas and descriptions for machines of a head as HTML. */
export function printedTags({ links, metas, jsonLd }: Head): string {
  let printed = "";
  for (const link of links) printed += `<link${attributes(link)}>`;
  for (const meta of metas) printed += `<meta${attributes(meta)}>`;
  for (const text of jsonLd) printed += `<script type="application/ld+json">${text}</script>`;
  return printed;
}

function attributes(values: object): string {
  let printed = "";
  for (const [name, value] of Object.entries(values) as [string, string | undefined][]) {
    if (value === "") printed += ` ${name}`;
    else if (value !== undefined) printed += ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  }
  return printed;
}
