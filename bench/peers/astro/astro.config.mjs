import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://bench.example",
  trailingSlash: "always",
  cacheDir: ".cache",
  integrations: [sitemap()],
});
