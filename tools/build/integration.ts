import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { ledgerPaths } from "#tools/prove/ledger.ts";
import { promisedPaths, prove } from "#tools/prove/prove.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import type { StoredSite } from "#tools/prove/stored-site.ts";
import { Failure } from "#messages/failure.ts";
import { isPublished } from "#model/post.ts";
import { pictureOrigins } from "#model/remote-pictures.ts";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/problems.ts";
import { publishText } from "#text/publishing.ts";
import { goneFile, goneOf } from "#tools/publish/gone.ts";
import { movesOf } from "#tools/publish/moves.ts";
import { dropPendingKeys, keepPageKeys } from "#cache/page-keys.ts";
import { writingPrerenderer } from "./prerender.ts";
import { prune } from "./prune.ts";
import { hostFiles, serverFiles } from "#tools/publish/server-files.ts";
import { writtenMoves } from "#tools/publish/written-moves.ts";

/** What the steps after a build are told; all folders absolute. */
export interface PublishingOptions {
  readonly site: Site;
  /** The repository's root. */
  readonly root: string;
  /** Milliseconds since the epoch at which the site is made. */
  readonly now: number;
  readonly stored: StoredSite;
  /** Warnings of the guards fail the build too. */
  readonly strict: boolean;
  /** Folder of the pages' keys in an incremental build; absent in a plain one, which begins with an empty folder. */
  readonly pageKeys?: string | undefined;
  /** Whether moved addresses get a page; false for hosts that redirect and would serve the page instead. */
  readonly movePages: boolean;
}

/** Before the other steps after a build: what this build did not make, or know to stand, leaves the kept folder. */
export function keptOutput({ root, site, pageKeys }: PublishingOptions): AstroIntegration {
  const made = new Set<string>();
  let folder = "";
  return {
    name: "seogo:kept-output",
    hooks: {
      "astro:config:done": ({ config }) => {
        endWithParent();
        folder = fileURLToPath(config.outDir);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        if (pageKeys === undefined) return;
        dropPendingKeys(pageKeys);
        // Astro writes all hashed assets anew in every build.
        rmSync(join(folder, "assets"), { recursive: true, force: true });
        const output = {
          folder,
          publicFiles: new Set(publicFiles(root)),
          site,
          made: (file: string) => made.add(file),
        };
        setPrerenderer((astro) => writingPrerenderer(astro, output));
      },
      "astro:build:done": ({ assets, logger }) => {
        if (pageKeys === undefined) return;
        logger.info(publishText(messageLanguage()).made(made.size));
        const left = [...assets.values()]
          .flat()
          .map((url) => relative(folder, fileURLToPath(url)).split(sep).join("/"));
        const files = new Set([...made, ...left, ...keepPageKeys(pageKeys), ...publicFiles(root)]);
        prune(folder, (path) => files.has(path) || path.startsWith("assets/"));
      },
    },
  };
}

/** A build whose `npm run build` was killed must not go on writing to the folder that the next one uses. */
function endWithParent(): void {
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
}

/** What the process of a build tells the one that puts its files in place: each file proved, with its stamp. */
export interface Proven {
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** Nothing where the build runs by itself. */
async function tellParent(proven: Proven): Promise<void> {
  if (process.send === undefined) return;
  await new Promise((resolve) => process.send?.(proven, undefined, undefined, resolve));
}

/** After all other steps: writes moves and headers, then proves the whole site; throws where a proof fails. */
export function proven(options: PublishingOptions): AstroIntegration {
  return {
    name: "seogo:proof",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const { root, now, stored } = options;
        const entries = stored.entries();
        const shown = entries.filter((entry) => isPublished(entry, now));
        const site = { ...options.site, pictureOrigins: pictureOrigins(shown, options.site) };
        const promised = promisedPaths(stored.catalogue());
        const ledger = ledgerPaths(textOf(join(root, "src/content/addresses.txt")) ?? "");
        const written = writtenMoves(textOf(join(root, "src/content/moves.txt")) ?? "");
        const moves = movesOf(entries, now, { promised: new Set(promised), ledger, written });
        const gone = goneOf(textOf(join(root, goneFile)) ?? "", [...promised, ...moves.map(({ from }) => from)]);
        const folder = fileURLToPath(dir);
        writeAll(folder, withOwners(root, hostFiles({ moves, gone }, site, options.movePages)));
        writeAll(join(root, ".seogo/server"), serverFiles({ moves, gone }, site));
        const expected = { ...factsOf(options, folder), entries, promised, moves, gone, ledger };
        const asked = { folder, cache: join(root, ".seogo/guards"), strict: options.strict };
        const proof = prove({ ...asked, language: messageLanguage() }, expected);
        report(proof, logger);
        await tellParent({ stamps: [...proof.stamps] });
      },
    },
  };
}

function factsOf({ root, site, now }: PublishingOptions, folder: string) {
  const source = (file: string) => textOf(join(root, file));
  return {
    address: site.address,
    now,
    publicFiles: publicFiles(root),
    read: (path: string) => readFileSync(join(folder, path), "utf8"),
    source,
  };
}

function report(proof: ReturnType<typeof prove>, logger: AstroIntegrationLogger): void {
  const text = publishText(messageLanguage());
  logger.info(`${text.heaviest}\n${proof.weights}`);
  if (proof.report !== "") logger.warn(`\n${proof.report}`);
  logger.info(text.proved(proof));
  if (proof.failed) throw new Failure([{ severity: "error", code: "site-unproved", values: {} }]);
}

/** Where the owner keeps a file of the same name in `public/`, its lines come first: hosts take the first that fits. */
function withOwners(root: string, files: ReadonlyMap<string, string>): Map<string, string> {
  const joined = [...files].map(([path, content]) => {
    const own = textOf(join(root, "public", path));
    return [path, own === undefined ? content : `${own.trimEnd()}\n${content}`] as const;
  });
  return new Map(joined);
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    if (textOf(file) === content) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function publicFiles(root: string): string[] {
  const folder = join(root, "public");
  return existsSync(folder) ? filesIn(folder) : [];
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
