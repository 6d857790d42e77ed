import { url, pathsOf } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";
import { markdownPath } from "./markdown-source.ts";
import { safeLine } from "./safe-text.ts";

/** `/llms.txt` (llmstxt.org): every post once, under its first category, with its Markdown address and its summary. */
export function llms(catalogue: Catalogue): string {
  const { site, posts, pages, categories } = catalogue;
  const text = outputText(site.language);
  const groups = Map.groupBy(posts, ({ categories: [first] }) => first);
  const sections = categories.map(({ label }) => section(label, groups.get(label) ?? [], catalogue));
  return [
    `# ${safeLine(site.title)}`,
    `> ${safeLine(site.description)}`,
    text.aboutLlms(safeLine(site.author.name), url(site, pathsOf(site).home), site.license ? site.license.url : false) +
      (site.outputs.sources ? text.aboutSources : ""),
    ...sections,
    section(text.uncategorised, groups.get(undefined) ?? [], catalogue),
    section(text.standing, pages, catalogue),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function section(label: string, entries: readonly Entry[], { site }: Catalogue): string {
  if (entries.length === 0) return "";
  const lines = entries.map((entry) => {
    const address = url(site, entry.kind === "post" && site.outputs.sources ? markdownPath(entry.path) : entry.path);
    return `- [${linkText(entry.title)}](${address}): ${safeLine(entry.summary)}`;
  });
  return [`## ${safeLine(label)}`, "", ...lines].join("\n");
}

function linkText(title: string): string {
  return safeLine(title).replace(/[\\[\]]/gu, "\\$&");
}
