import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorOf, type Message } from "#messages/message.ts";
import { isReserved, ownRouteFinder } from "#model/reserved.ts";
import type { Site } from "#model/site.ts";
import { routeFiles } from "#reading/walk.ts";
import { answering, type BuiltFile, type BuiltSite, builtSite, fileFor } from "#tools/prove/built-site.ts";
import { links } from "#tools/prove/links.ts";
import { noScript } from "#tools/prove/no-script.ts";
import { expectedFiles } from "#tools/prove/promised.ts";
import { names } from "#tools/prove/names.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { type Standing, there } from "./standing.ts";

/** Finds what answers at a path, a page `whole` or only whether it is there. */
export type Ask = (path: string, whole: boolean) => Promise<BuiltFile | undefined>;

/**
 * What a build would say of a page that the dev server shows, at its path below the site's base: by itself, and of where
 * its links lead. Undefined where the page breaks off, for which its error is told.
 */
export function proofOf(html: string, path: string, about: { site: Site; root: string; standing: Standing }) {
  if (html.endsWith('<script type="module" src="/@vite/client"></script>')) return undefined;
  const { site, root, standing } = about;
  const { files, ...expected } = standing();
  const read = (name: string) => (existsSync(name) ? readFileSync(name, "utf8") : undefined);
  const shown = builtSite(new Map([...files, [fileFor(path), fileShown(path, html)]]), {
    ...expected,
    address: site.address,
    ledger: [],
    publicFiles: [],
    read: () => html,
    source: (name) => read(join(root, name)),
    routeAt: ownRouteFinder(routeFiles(root)),
  });
  // What a page must have beside, those of ours always have; what lacks in their links lacks in the frame of all.
  const isOurs = shown.routeAt?.(path) === undefined && !shown.entryAt.has(path);
  const found = [...noScript(shown), ...(isOurs ? [] : [...expectedFiles(shown), ...names(shown)])];
  const inFrame = ({ values }: Message) => errorOf("dead-link-in-frame", values, { file: "src/site.config.ts" });
  const beyond = async (ask: Ask) => {
    const said = links({ ...shown, files: await withAnswers(shown, fileFor(path), ask) });
    return isOurs ? said.map(inFrame) : said;
  };
  return { found, beyond };
}

/** The files known of a site, with those to which one of them leads. */
async function withAnswers(shown: BuiltSite, own: string, ask: Ask): Promise<Map<string, BuiltFile>> {
  const files = new Map(shown.files);
  for (const { address } of files.get(own)?.page?.references ?? []) {
    const target = shown.resolve(own, address);
    if (target.kind === "outside" || shown.moved.has(target.path)) continue;
    const file = answering({ files }, target.path);
    const whole = target.fragment !== "" && !(file && files.get(file)?.page);
    if (file && !whole) continue;
    // Of files that we make ourselves nothing is asked: a feed has all posts in it.
    const isMade = !target.path.endsWith("/") && isReserved(target.path);
    const answer = isMade ? there : await ask(target.path, whole);
    const page = answer?.page && { ...answer.page, references: [] };
    if (answer) files.set(fileFor(target.path), page ? { ...answer, page } : answer);
  }
  return files;
}

/** A page of the dev server's as a build would write it. */
export function fileShown(path: string, html: string): BuiltFile {
  return builtFile(fileFor(path), Buffer.from(asBuilt(html)));
}

/** The page without what Vite and Astro add for their own work, and with Astro's scripts under no address, as small ones are built. */
function asBuilt(html: string): string {
  return html
    .replace(
      /<style[^>]* data-vite-dev-id=[\s\S]*?<\/style>|<script>window\.__astro_dev_toolbar__[\s\S]*?<\/script>/gu,
      "",
    )
    .replace(/(<script type="module") src="([^"]*)"><\/script>/gu, (all, start: string, address: string) => {
      if (/[?&]type=script/u.test(address)) return `${start}></script>`;
      return /\/@vite\/client$|\/dev-toolbar\/|[.](?:css|s[ac]ss|less|styl|p(?:ost)?css)(?:$|\?)|[?&]type=style/u.test(
        address,
      )
        ? ""
        : all;
    });
}
