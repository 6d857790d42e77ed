import type { BodyContext } from "#tools/import/body/body-context.ts";
import { type Edit, edited } from "#tools/import/body/edits.ts";
import { isInside, markdownMap } from "#tools/import/body/markdown-map.ts";

/**
 * A body whose code blocks have their titles and lines where ours have them: Gatsby's ` ```js{1,3}:title=a.js ` and Hexo's
 * ` ```js a.js https://… `.
 */
export function withFenceTitles(body: string): string {
  return body.replace(
    /^([ \t>]*(?:`{3,}|~{3,}))([^\s`{:]+)(:[^\n`{]*)?(\{[\d,\s-]+\})?(:[^\n`]*)?([^\n`]*)$/gmu,
    (...found: string[]) => {
      const [line = "", fence = "", language = "", before = "", lines = "", after = "", rest = ""] = found;
      const named = /:title=([^\s:{}]+)/u.exec(before + after)?.[1];
      const plain = /^[ \t]+([^\s={}]+\.\w+)(?:[ \t]+https?:\S+.*)?$/u.exec(rest)?.[1];
      const title = named ?? plain;
      if (title === undefined && lines === "" && before + after === "") return line;
      const kept = plain === undefined ? rest.trim() : "";
      return [fence + language, lines, title === undefined ? "" : `title="${title}"`, kept]
        .filter((part) => part !== "")
        .join(" ");
    },
  );
}

/** An MDX body as Markdown: what it imports and exports goes, with a warning; components are told by the step that reads tags. */
export function withoutMdx(body: string, blog: BodyContext): string {
  if (!/^(?:import|export)\s|\{\/\*/mu.test(body) || !/\.mdx$/iu.test(blog.page.file)) return body;
  const context = blog.over(body);
  const { code } = markdownMap(body);
  const parts =
    /^(?:import\s[^\n]*?["'][^"'\n]+["'];?|export\s+(?:default|const|let|function)\b(?:[^\n]|\n(?![ \t]*\n))*)[ \t]*$|\{\/\*[\s\S]*?\*\/\}/gmu;
  const edits = [...body.matchAll(parts)].flatMap(({ 0: written, index }): Edit[] => {
    if (isInside(code, index)) return [];
    if (!written.startsWith("{")) context.warn("mdx-dropped", index, { written: written.split("\n")[0] ?? written });
    return [{ start: index, end: index + written.length, text: "" }];
  });
  return edited(body, edits);
}
