import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, HookParameters, IntegrationResolvedRoute } from "astro";
import { savePageKeys, cachedStamps } from "#cache/page-keys.ts";
import { Failure } from "#messages/failure.ts";
import { report } from "#messages/report.ts";
import { tell } from "#messages/told.ts";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/language.ts";
import { said } from "#text/words.ts";
import { publicFilesIn } from "#tools/prove/site-files.ts";
import { checkFixedSettings, serverPages } from "./fixed-settings.ts";
import { type Output, writingPrerenderer } from "./prerender.ts";
import { checkedCollections } from "./shared-modules.ts";

export interface Building {
  readonly site: Site;
  readonly root: string;
  /** Milliseconds since the epoch at which the site is made. */
  readonly now: number;
  /** Folder of the pages' keys in an incremental build; absent in a plain one, which begins with an empty folder. */
  readonly pageKeys?: string | undefined;
}

/** Texts of what the proof asks of the files that routes wrote, set when Astro has rendered all. */
export const ahead: { facts?: readonly string[] } = {};

/** Writes the files of all routes that would show something else, and removes what routes no longer make before others look. */
export function cachedOutput({ root, site, pageKeys }: Building): AstroIntegration {
  let routes: readonly IntegrationResolvedRoute[] = [];
  let outDir = "";
  let isDev = false;
  let pages: Pages = [];
  return {
    name: "seogo:cached-output",
    hooks: {
      // A shell may have its own, under which a build would be a preview without a policy, and the dev server no preview.
      "astro:config:setup": ({ command, updateConfig }) => {
        updateConfig({ vite: { plugins: [checkedCollections()] } });
        isDev = command === "dev";
        process.env["NODE_ENV"] = isDev ? "development" : "production";
      },
      "astro:routes:resolved": (resolved) => {
        routes = resolved.routes;
        // A build is told of all that is wrong together; in dev there are no routes yet when the settings are looked at.
        const asking = isDev ? serverPages(routes, root) : [];
        if (asking.length === 0 || tell("seogo:lost", report(asking, "error", messageLanguage()))) return;
        throw new Failure(asking);
      },
      "astro:config:done": async ({ config }) => {
        // A build whose `npm run build` was killed must not go on writing to the folder that the next one uses.
        if (!isDev) process.once("disconnect", () => process.exit(1)).channel?.unref();
        await checkFixedSettings(config, { site, root, routes });
        outDir = fileURLToPath(config.outDir);
        for (const { hooks } of config.integrations) {
          const done = hooks["astro:build:done"];
          // Astro knows of those pages alone that are left to it.
          if (done) hooks["astro:build:done"] = (all) => done({ ...all, pages: [...pages, ...all.pages] });
        }
      },
      "astro:build:start": ({ setPrerenderer, logger }) => {
        if (pageKeys === undefined) return;
        const before = cachedStamps(pageKeys);
        const done: Output["done"] = (facts, written) => {
          ahead.facts = facts;
          const files = savePageKeys({ folder: pageKeys, outDir }, written);
          for (const path of before.keys()) if (!files.has(path)) rmSync(join(outDir, path), { force: true });
          pages = pagesOf(files);
          logger.info(said("files-made", { files: written.size }));
        };
        const publicFiles = new Set(publicFilesIn(root));
        const output = { folder: outDir, publicFiles, site, done };
        setPrerenderer((astro) => writingPrerenderer(astro, output));
      },
    },
  };
}

type Pages = HookParameters<"astro:build:done">["pages"];

/** The pages among these files, as Astro names them. */
function pagesOf(files: ReadonlySet<string>): Pages {
  return [...files]
    .map((file) => file.replace(/^404\.html$/u, "404/index.html"))
    .flatMap((file) => /^(|.*\/)index\.html$/u.exec(file)?.[1] ?? [])
    .map((pathname) => ({ pathname }));
}
