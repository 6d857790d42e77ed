import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stampOf } from "#cache/stamp.ts";
import { openTable, type Table } from "#cache/store.ts";
import { codeVersion } from "#cache/version.ts";
import { framed, mdxProcessor } from "#markdown/mdx.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, BodyWarning } from "#markdown/work.ts";
import { report } from "#messages/report.ts";
import { basePath } from "#model/address.ts";
import { escaped } from "#model/escape.ts";
import type { Picture } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/language.ts";
import { type MdxAnswers, mdxFile } from "./entry-store.ts";
import { fileReport } from "./file-report.ts";
import { cleanBody } from "./front-matter.ts";

/** What Astro knows of a Markdown file beside its text; the front matter is taken off. */
interface About {
  readonly fileURL?: URL | undefined;
  readonly frontmatter?: Record<string, unknown>;
}

/** A site: the root of its repository, its settings, and the folder of its cache. */
interface Project {
  readonly root: string;
  readonly site: Site;
  readonly cacheDir: string;
}

/**
 * Astro's `markdown.processor`: MDX files by `mdxProcessor`, and the Markdown that Astro reads itself (an owner's own
 * collections, `src/pages/*.md`) as posts are rendered. Its pictures are Astro's, by the marks of Astro's own processors.
 */
export function markdownProcessor(at: Project) {
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
    const cleaning = fileReport(about.fileURL ? pathBelow(root, about.fileURL) : "");
    const source = cleanBody({ body: content, bodyLine: 1 }, cleaning);
    const body = await renderBody(source, { ...optionsOf(about.fileURL), picture });
    const warnings = [...cleaning.problems, ...body.warnings];
    if (path !== "" && warnings.length > 0) tell(cleaning.file, warnings, linesBefore(content, path));
    const headings = body.headings.map(({ depth, id, text }) => ({ depth, slug: id, text }));
    const code = body.html.replace(marks, (_, index: string, kept: string) => {
      const image = JSON.stringify({ src: local[Number(index)], index: Number(index) });
      return ` __ASTRO_IMAGE_="${escaped(image)}"${kept}`;
    });
    const frontmatter = framed(path, about.frontmatter);
    return { code, metadata: { headings, localImagePaths: local, remoteImagePaths: [], frontmatter } };
  };
  return { ...processor, options, createRenderer: () => Promise.resolve({ render }) };
}

/**
 * Finds the options for each `.mdx` file in what the reader cached. A file that it has not read is of a collection of the
 * owner's own: it gets the site's settings, and its pictures are left to Astro.
 */
export function mdxOptions({ root, site, cacheDir }: Project): (file: URL | undefined) => BodyOptions {
  let before: string | undefined;
  let table: Table<MdxAnswers> | undefined;
  return (file) => {
    // For each of a thousand files to read what is kept of all takes seconds.
    const stamp = stampOf(mdxFile(cacheDir));
    if (!table || stamp !== before) [table, before] = [openTable(mdxFile(cacheDir)), stamp];
    const answers = table.get(file ? pathBelow(root, file) : "");
    if (!answers)
      return { ...site, title: undefined, base: basePath(site), host: "", picture: asWritten, link: () => undefined };
    const { settings, pictures, links } = answers;
    return {
      ...settings,
      picture: (address) => (Object.hasOwn(pictures, address) ? pictures[address] : undefined),
      link: (address) => (Object.hasOwn(links, address) ? links[address] : undefined),
    };
  };
}

/** A picture beside the file, or in `public/`, at the address that is written; undefined for one of another site. */
function asWritten(address: string): Picture | undefined {
  return /^(?:\/\/|[a-z][a-z0-9+.-]*:)/iu.test(address) ? undefined : { file: address, path: address };
}

/** The attributes of a marked picture; Astro writes its own size and times of loading. */
const marks =
  / src="astro:(\d+)"(?: (?:width|height)="[^"]*")*((?: (?:alt|title)(?:="[^"]*")?)*)(?: loading="lazy")? decoding="async"/gu;

/** A file's path from the root, as on the web. */
function pathBelow(root: string, file: URL): string {
  return relative(root, fileURLToPath(file)).replaceAll("\\", "/");
}

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
