import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { codeVersion } from "#cache/version.ts";
import { mdxProcessor } from "#markdown/mdx.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyWarning } from "#markdown/work.ts";
import { report } from "#messages/report.ts";
import { escaped } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/language.ts";
import { asWritten, mdxOptions } from "./entry-store.ts";
import { fileReport } from "./file-report.ts";
import { cleanBody } from "./front-matter.ts";

/** What Astro knows of a Markdown file beside its text; the front matter is taken off. */
interface About {
  readonly fileURL?: URL | undefined;
  readonly frontmatter?: Record<string, unknown>;
}

/**
 * Astro's `markdown.processor`: MDX files by `mdxProcessor`, and the Markdown that Astro reads itself (an owner's own
 * collections, `src/pages/*.md`) as posts are rendered. Its pictures are Astro's, by the marks of Astro's own processors.
 */
export function markdownProcessor(at: { root: string; site: Site; cacheDir: string }) {
  const { root, site } = at;
  const optionsOf = mdxOptions(at);
  const processor = mdxProcessor(optionsOf, site);
  // Astro keeps what it rendered until its settings change, and this is one of them. `npm run build` knows the code's already.
  const code = process.env["SEOGO_CODE"] ?? codeVersion(root, "content");
  const options = { ...processor.options, version: [code, site] };
  const render = async (content: string, about: About = {}) => {
    const local: string[] = [];
    const picture = (address: string) => {
      const found = asWritten(address);
      if (found?.path.startsWith("/") === false) return { ...found, path: `astro:${String(local.push(address) - 1)}` };
      return found;
    };
    const path = about.fileURL ? fileURLToPath(about.fileURL) : "";
    const cleaning = fileReport(relative(root, path).replaceAll("\\", "/"));
    const source = cleanBody({ body: content, bodyLine: 1 }, cleaning);
    const body = await renderBody(source, { ...optionsOf(about.fileURL), picture });
    const warnings = [...cleaning.problems, ...body.warnings];
    if (path !== "" && warnings.length > 0) tell(cleaning.file, warnings, linesBefore(content, path));
    const headings = body.headings.map(({ depth, id, text }) => ({ depth, slug: id, text }));
    const code = body.html.replace(marks, (_, index: string, kept: string) => {
      const image = JSON.stringify({ src: local[Number(index)], index: Number(index) });
      return ` __ASTRO_IMAGE_="${escaped(image)}"${kept}`;
    });
    const metadata = { headings, localImagePaths: local, remoteImagePaths: [], frontmatter: about.frontmatter ?? {} };
    return { code, metadata };
  };
  return { ...processor, options, createRenderer: () => Promise.resolve({ render }) };
}

/** The attributes of a marked picture; Astro writes its own size and times of loading. */
const marks =
  / src="astro:(\d+)"(?: (?:width|height)="[^"]*")*((?: (?:alt|title)(?:="[^"]*")?)*)(?: loading="lazy")? decoding="async"/gu;

/** Lines of a file before its body; none where Astro left them blank in it. */
function linesBefore(body: string, path: string): number {
  const [head = "", ...rest] = readFileSync(path, "utf8").split(body);
  return rest.length === 0 ? 0 : head.split("\n").length - 1;
}

/** Tells what is doubtful in a file of the owner's own. */
function tell(file: string, warnings: readonly BodyWarning[], before: number): void {
  const at = { severity: "warning", file, field: "body" } as const;
  const messages = warnings.map((one) => ({ ...one, ...at, line: one.line + before }));
  console.warn(report(messages, "warning", messageLanguage()));
}
