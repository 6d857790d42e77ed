import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { provenSitemap } from "./src/guards/sitemap.ts";
import { basePath } from "./src/model/address.ts";
import { startClock } from "./src/reading/clock.ts";
import { site } from "./src/site.config.ts";

const now = startClock();

export default defineConfig({
  site: new URL(site.address).origin,
  base: basePath(site),
  trailingSlash: "always",
  outDir: process.env.SEOGO_OUT_DIR ?? "dist",
  cacheDir: ".seogo/astro",
  build: { format: "directory", inlineStylesheets: "never", assets: "assets" },
  integrations: [mdx(), ...provenSitemap({ site, root: import.meta.dirname, now })],
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  devToolbar: { enabled: false },
  vite: { build: { emptyOutDir: process.env.SEOGO_OUT_DIR === undefined } },
});
