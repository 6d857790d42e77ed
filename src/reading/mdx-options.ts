import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stampOf } from "#cache/stamp.ts";
import { basePath } from "#model/address.ts";
import type { BodyOptions } from "#markdown/work.ts";
import type { Picture } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { mdxFile, mdxTable } from "./entry-store.ts";

/** What the reader found for one `.mdx` file, kept for the time Astro compiles it. */
export interface MdxAnswers {
  readonly settings: Omit<BodyOptions, "picture" | "link">;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly links: Readonly<Record<string, string>>;
}

/**
 * Finds the options for each `.mdx` file in what the reader kept. A file that it has not read is of a collection of the
 * owner's own: it gets the site's settings, and its pictures are left to Astro.
 */
export function mdxOptions(at: { root: string; site: Site; cacheDir: string }): (file: URL | undefined) => BodyOptions {
  const { root, site, cacheDir } = at;
  let before: string | undefined;
  let table = mdxTable(cacheDir);
  return (file) => {
    // For each of a thousand files to read what is kept of all takes seconds.
    const stamp = stampOf(mdxFile(cacheDir));
    if (stamp !== before) [table, before] = [mdxTable(cacheDir), stamp];
    const name = file ? relative(root, fileURLToPath(file)).split("\\").join("/") : "";
    const answers = table.get(name);
    if (!answers) return { ...site, title: undefined, base: basePath(site), picture: asWritten, link: () => undefined };
    const { settings, pictures, links } = answers;
    return {
      ...settings,
      picture: (address) => (Object.hasOwn(pictures, address) ? pictures[address] : undefined),
      link: (address) => (Object.hasOwn(links, address) ? links[address] : undefined),
    };
  };
}

/** A picture beside the file, or in `public/`, at the address that is written; undefined for one of another site. */
export function asWritten(address: string): Picture | undefined {
  return /^(?:\/\/|[a-z][a-z0-9+.-]*:)/iu.test(address) ? undefined : { file: address, path: address };
}
