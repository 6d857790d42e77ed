import type { PageContext } from "#tools/import/shared/page-context.ts";
import { once } from "#model/once.ts";
import { type Edit, edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { pictureFile } from "#tools/import/body/shortcode-use.ts";

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

/**
 * An MDX body as Markdown: what it imports and exports goes, with a warning, and imported pictures stand where they are
 * shown; components are told by the step that reads tags.
 */
export function withoutMdx(written: string, context: PageContext): string {
  if (!/^(?:import|export)\s|\{\/\*/mu.test(written) || !/\.mdx$/iu.test(context.page.file)) return written;
  const files = new Map(
    [...written.matchAll(/^import\s+(\w+)\s+from\s+["']([^"'\n]+)["']/gmu)].map(([, name, file]) => [name, file]),
  );
  const map = markdownMap(written);
  const shown = editsOf(
    map,
    /<(?:img|Image|Picture)\b[^<>]*?\bsrc=\{(\w+)(?:\.src)?\}[^<>]*>/gu,
    ({ 0: tag, 1: name }) => {
      const file = files.get(name);
      return (
        file &&
        tag
          .replace(/^<\w+/u, "<img")
          .replace(/src=\{[\w.]+\}/u, `src="${file}"`)
          .replace(/=\{(\d+)\}/gu, '="$1"')
      );
    },
  );
  const parts =
    /^(?:import\s[^\n]*?["'][^"'\n]+["'];?|export\s+(?:default|const|let|function)\b(?:[^\n]|\n(?![ \t]*\n))*)[ \t]*$|\{\/\*[\s\S]*?\*\/\}/gmu;
  const gone = editsOf(map, parts, ({ 0: part, index }) => {
    const isPicture = pictureFile.test(files.get(/^import\s+(\w+)/u.exec(part)?.[1]) ?? "");
    if (!part.startsWith("{") && !isPicture)
      context.warn("mdx-dropped", index, { written: part.split("\n")[0] ?? part });
    return "";
  });
  return edited(written, [...shown, ...gone]);
}
