import type { PageContext } from "#tools/import/shared/page-context.ts";
import { once } from "#model/once.ts";
import { type Edit, edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { embedShortcode } from "#tools/import/body/shortcode-media.ts";

/** A body whose code blocks have their titles where ours have them: Hexo's ` ```js a.js https://… `. */
export function withFenceTitles(body: string): string {
  const opened = once(() => new Set(markdownMap(body).code.map(({ start }) => start)));
  const fences = /(?<=^[ \t>]*)((?:`{3,}|~{3,})[^\s`{:]+)[ \t]+([^\s={}]+\.\w+)(?:[ \t]+https?:\S+.*)?$/gmu;
  const edits = [...body.matchAll(fences)].flatMap(
    ({ 0: line, 1: fence = "", 2: title = "", index: start }): Edit[] => {
      const text = `${fence} title="${title}"`;
      return opened().has(start) ? [{ start, end: start + line.length, text }] : [];
    },
  );
  return edited(body, edits);
}

/** An MDX body as Markdown: what it imports and exports goes, with a warning; components are told by the step that reads tags. */
export function withoutMdx(body: string, context: PageContext): string {
  if (!/^(?:import|export)\s|\{\/\*/mu.test(body) || !/\.mdx$/iu.test(context.page.file)) return body;
  const parts =
    /^(?:import\s[^\n]*?["'][^"'\n]+["'];?|export\s+(?:default|const|let|function)\b(?:[^\n]|\n(?![ \t]*\n))*)[ \t]*$|\{\/\*[\s\S]*?\*\/\}/gmu;
  const edits = editsOf(markdownMap(body), parts, ({ 0: written, index }) => {
    if (!written.startsWith("{")) context.warn("mdx-dropped", index, { written: written.split("\n")[0] ?? written });
    return "";
  });
  return edited(body, edits);
}

const embed = /!(youtube|twitter|codesandbox|codepen)\[([^\]\n]+)\](?!\()/gu;

/** A body whose embeds of velog's own (`!youtube[id]`) have become links, each with a warning; code stays. */
export function withoutVelogEmbeds(body: string, context: PageContext): string {
  if (body.search(embed) === -1) return body;
  const edits = editsOf(markdownMap(body), embed, ({ 1: name = "", 2: written = "", index: start }) => {
    const listed = [addressOf(name, written.trim())];
    return embedShortcode({ name, listed, named: new Map(), inline: true, start, context })?.text;
  });
  return edited(body, edits);
}

/** What stands between the brackets is an id, or for some services a path below their host. */
function addressOf(name: string, written: string): string {
  const hosts: Readonly<Record<string, string>> = { codepen: "https://codepen.io/", twitter: "https://twitter.com/" };
  const host = hosts[name];
  return host === undefined || !written.includes("/") || /^https?:/u.test(written) ? written : host + written;
}
