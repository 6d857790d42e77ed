import type { PageContext } from "#tools/import/shared/page-context.ts";
import { once } from "#model/once.ts";
import { type Edit, edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";

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
