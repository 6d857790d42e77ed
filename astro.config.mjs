import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { basePath } from "./src/model/address.ts";
import { cachedOutput } from "./tools/build/cached-output.ts";
import { collectedStore, noClientCode, sharedModules } from "./tools/build/shared-modules.ts";
import { siteMap } from "./tools/build/site-map.ts";
import { startClock } from "./src/reading/clock.ts";
import { markdownProcessor } from "./src/reading/own-markdown.ts";
import { site } from "./src/site.config.ts";
import { entryModules } from "./src/site/entry-modules.ts";

const now = startClock();
const { SEOGO_OUT_DIR: outDir, SEOGO_PAGE_KEYS: pageKeys, SEOGO_STORE: store } = process.env;
const built = { site, root: import.meta.dirname, now };

export default defineConfig({
  site: new URL(site.address).origin,
  base: basePath(site),
  trailingSlash: "always",
  outDir: outDir ?? "dist",
  cacheDir: ".seogo/astro",
  // What Astro only warns of leaves a file or an entry out.
  prerenderConflictBehavior: "error",
  build: { format: "directory", inlineStylesheets: "never", assets: "assets" },
  markdown: { processor: markdownProcessor({ site, root: built.root, cacheDir: ".seogo" }) },
  integrations: [
    cachedOutput({ ...built, pageKeys }),
    mdx(),
    siteMap(built),
    // Yours go anywhere in this list: what they add and change is proved like the rest.
  ],
  logger: { entrypoint: new URL("tools/build/astro-log.ts", import.meta.url), config: { plain: !outDir } },
  devToolbar: { enabled: false },
  vite: {
    plugins: [entryModules(), noClientCode(), outDir ? sharedModules() : store === "aside" && collectedStore("serve")],
    // Two copies of a built site would cost the dev server a watch for every folder, and what a reading writes there a look at every edit.
    server: { watch: { ignored: (path) => path.startsWith(`${import.meta.dirname}/.seogo/`) } },
    build: {
      emptyOutDir: outDir === undefined,
      // The policy of pages keeps pictures and fonts in data: addresses from browsers; Astro's small scripts are told at their line.
      assetsInlineLimit: (file) => (file.endsWith(".js") ? undefined : false),
      rolldownOptions: {
        // Astro's MDX marks its modules with a directive of its own; nothing for an author to fix.
        onLog: (level, log, tell) => log.code !== "MODULE_LEVEL_DIRECTIVE" && tell(level, log),
      },
    },
  },
});
