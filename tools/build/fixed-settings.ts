import { fileURLToPath } from "node:url";
import type { AstroConfig, IntegrationResolvedRoute } from "astro";
import { Failure } from "#messages/failure.ts";
import type { Message } from "#messages/message.ts";
import { basePath } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** A setting of Astro's that others rest on, as it is and as it must be; `ours` of the site's settings decides it. */
interface Fixed {
  readonly setting: string;
  readonly found: unknown;
  readonly value: string | false | undefined;
  readonly ours?: string;
}

/** Throws a Failure that names every setting of `astro.config.mjs` under which pages, maps and server files would not agree. */
export function checkFixedSettings(config: AstroConfig, site: Site, root: string): void {
  const [from] = Object.keys(config.redirects);
  const messages = fixedSettings(config, site, root)
    .filter(({ found, value }) => found !== value)
    .map(({ setting, value, ours }) =>
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
  return [
    {
      setting: "site",
      found: config.site && new URL(config.site).origin,
      value: new URL(site.address).origin,
      ours: "address",
    },
    { setting: "base", found: slashed(config.base), value: slashed(basePath(site)), ours: "address" },
    { setting: "i18n", found: config.i18n, value: undefined, ours: "languages" },
    { setting: "output", found: config.output, value: "static" },
    { setting: "trailingSlash", found: config.trailingSlash, value: "always" },
    { setting: "build.format", found: config.build.format, value: "directory" },
    { setting: "build.assets", found: config.build.assets, value: "assets" },
    { setting: "build.inlineStylesheets", found: config.build.inlineStylesheets, value: "never" },
    { setting: "prefetch", found: config.prefetch || false, value: false },
    { setting: "srcDir", found: folder(config.srcDir), value: "src/" },
    { setting: "publicDir", found: folder(config.publicDir), value: "public/" },
    {
      setting: "outDir",
      found: out ? slashed(fileURLToPath(config.outDir)) === slashed(out) && "dist" : "dist",
      value: "dist",
    },
    {
      setting: "markdown.shikiConfig.theme",
      found: Object.keys(themes).length > 0 ? themes : theme,
      value: "github-dark",
    },
    {
      setting: "markdown.processor",
      found: "version" in markdown.processor.options && "markdownProcessor",
      value: "markdownProcessor",
    },
  ];
}

function slashed(path: string): string {
  return path.replace(/\/*$/u, "/");
}

function messageOf(code: Message["code"], values: Message["values"], file = "astro.config.mjs"): Message {
  return { severity: "error", code, file, values };
}
