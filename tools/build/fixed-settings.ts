import { fileURLToPath } from "node:url";
import type { AstroConfig, IntegrationResolvedRoute } from "astro";
import { Failure } from "#messages/failure.ts";
import type { Message } from "#messages/message.ts";
import { basePath } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** A setting of Astro's that others rest on: its name, what it is, what it must be, and which of the site's settings decides it. */
type Fixed = readonly [setting: string, found: unknown, value: string | false | undefined, ours?: string];

/** Throws a Failure that names every setting of `astro.config.mjs` under which pages, maps and server files would not agree. */
export function checkFixedSettings(config: AstroConfig, site: Site, root: string): void {
  const [from] = Object.keys(config.redirects);
  const messages = fixedSettings(config, site, root)
    .filter(([, found, value]) => found !== value)
    .map(([setting, , value, ours]) =>
      ours === undefined
        ? messageOf("config-fixed", { setting, value: String(value) })
        : messageOf("config-elsewhere", { setting, ours }),
    );
  // Redirects of ours reach the files that hosts and servers read; Astro's would be pages alone, without a heading or a language.
  if (from !== undefined) messages.push(messageOf("config-redirects", { from }));
  if (messages.length > 0) throw new Failure(messages);
}

/** Throws a Failure that names the pages, or else the adapter, for which Astro would build a server. */
export function checkServerless({ adapter }: AstroConfig, routes: readonly IntegrationResolvedRoute[]): void {
  const pages = routes.filter(({ origin, isPrerendered }) => origin === "project" && !isPrerendered);
  const messages = pages.map(({ entrypoint }) =>
    messageOf("needs-server", { feature: "prerender = false" }, entrypoint),
  );
  throw new Failure(
    messages.length > 0 ? messages : [messageOf("needs-server", { feature: adapter?.name ?? "adapter" })],
  );
}

function fixedSettings({ markdown, ...config }: AstroConfig, site: Site, root: string): Fixed[] {
  const { theme, themes } = markdown.shikiConfig;
  const folder = (url: URL) => fileURLToPath(url).slice(root.length + 1);
  const out = process.env["SEOGO_OUT_DIR"];
  const isElsewhere = out ? slashed(fileURLToPath(config.outDir)) !== slashed(out) : false;
  return [
    ["site", config.site && new URL(config.site).origin, new URL(site.address).origin, "address"],
    ["base", slashed(config.base), slashed(basePath(site)), "address"],
    ["i18n", config.i18n, undefined, "languages"],
    ["output", config.output, "static"],
    ["trailingSlash", config.trailingSlash, "always"],
    ["build.format", config.build.format, "directory"],
    ["build.assets", config.build.assets, "assets"],
    ["build.inlineStylesheets", config.build.inlineStylesheets, "never"],
    ["prefetch", config.prefetch || false, false],
    ["srcDir", folder(config.srcDir), "src/"],
    ["publicDir", folder(config.publicDir), "public/"],
    ["outDir", isElsewhere ? "" : "dist", "dist"],
    ["markdown.shikiConfig.theme", Object.keys(themes).length > 0 ? themes : theme, "github-dark"],
    ["markdown.processor", "version" in markdown.processor.options && "markdownProcessor", "markdownProcessor"],
  ];
}

function slashed(path: string): string {
  return path.replace(/\/*$/u, "/");
}

function messageOf(code: Message["code"], values: Message["values"], file = "astro.config.mjs"): Message {
  return { severity: "error", code, file, values };
}
