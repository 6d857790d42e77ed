import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { AstroConfig, IntegrationResolvedRoute } from "astro";
import { validateConfig } from "astro/config";
import { Failure } from "#messages/failure.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { basePath } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { keyPlace, useOf } from "#tools/failure/places.ts";

/** A setting of Astro's that others rest on: its name, what it is, what it must be, and which of the site's settings decides it. */
type Fixed = readonly [setting: string, found: unknown, value: string | false | undefined, ours?: string];

/** Throws a Failure that names each of Astro's settings by which pages and server files disagree, or that changes nothing. */
export async function checkFixedSettings(
  config: AstroConfig,
  { site, root, routes }: { site: Site; root: string; routes: readonly IntegrationResolvedRoute[] },
): Promise<void> {
  const [from] = Object.keys(config.redirects);
  const source = readFileSync(join(root, "astro.config.mjs"), "utf8");
  const messages = [
    ...fixedSettings(config, site, root)
      .filter(([, found, value]) => found !== value)
      .map(fixedMessage),
    ...(await uselessSettings(config, { root, source })),
    ...(config.output === "static" ? serverPages(routes, root) : []),
    ...["@astrojs/mdx", "@astrojs/sitemap"]
      .filter((name) => config.integrations.filter((one) => one.name === name).length !== 1)
      .map((name) => messageOf("config-once", { name })),
  ];
  // Redirects of ours reach the files that hosts and servers read; Astro's would be pages alone, without a heading or a language.
  if (from !== undefined) messages.push(messageOf("config-redirects", { from }));
  const named = ({ setting = "", feature = setting, name, from }: Message["values"]) =>
    String(name ? "integrations" : from ? "redirects" : feature).match(/\b(?!mdx\b)\w+/gu) ?? [];
  if (messages.length > 0)
    throw new Failure(messages.map((one) => ({ ...keyPlace(named(one.values), source), ...one })));
}

function fixedMessage([setting, , value, ours]: Fixed): Message {
  if (ours !== undefined) return messageOf("config-elsewhere", { setting, ours });
  if (value === undefined) return messageOf("config-unset", { setting });
  return messageOf("config-fixed", { setting, value: String(value) });
}

/** The options of `mdx({ … })` that say how Markdown is read; of the others nothing is lost. */
const markdownOption =
  /^(?!\s*\/\/)[^\n]*\bmdx\(\{[^)]*?\b(gfm|smartypants|syntaxHighlight|shikiConfig|extendMarkdownConfig|processor|(?:remark|rehype|recma)(?:Plugins|Rehype))\b/mu;

/** What Astro would take and never ask for: of Markdown, since the site's processor has its own, and of servers. */
async function uselessSettings(config: AstroConfig, { root, source }: Record<"root" | "source", string>) {
  const usual = await validateConfig({}, root, "build");
  const changed = (part: "markdown" | "security", ours: string) =>
    Object.entries({ ...config[part], [ours]: undefined })
      .filter(([key, value]) => value !== undefined && !isDeepStrictEqual(value, Object(usual[part])[key]))
      .map(([key]) => `${part}.${key}`);
  // The integration keeps its options to itself.
  const mdx = markdownOption.exec(source)?.[1];
  const written = ["session", "cache", "routeRules"].filter((name) => Object(config)[name] !== undefined);
  // One brings settings that its owner never wrote, and of a static site copies away what nothing has proved.
  const servers = config.adapter ? [config.adapter.name] : written;
  return [
    ...[...changed("markdown", "processor"), ...(mdx ? [`mdx({ ${mdx} })`] : [])].map((setting) =>
      messageOf("config-markdown", { setting }),
    ),
    ...[...servers, ...changed("security", "csp")].map((feature) => messageOf("needs-server", { feature })),
    ...(config.security.csp ? [messageOf("config-policy", {})] : []),
  ];
}

/** The pages that ask for a server. */
export function serverPages(routes: readonly IntegrationResolvedRoute[], root: string): Message[] {
  const feature = "prerender = false";
  return routes
    .filter(({ origin, isPrerendered }) => origin === "project" && !isPrerendered)
    .map(({ entrypoint }) => errorOf("needs-server", { feature }, useOf(/\bprerender\s*=\s*false/u, root, entrypoint)));
}

function fixedSettings({ markdown, ...config }: AstroConfig, site: Site, root: string): Fixed[] {
  const folder = (url: URL) => fileURLToPath(url).slice(root.length + 1);
  const log = config.logger?.entrypoint;
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
    ["outDir", isElsewhere ? "" : ourOutDir, ourOutDir],
    ["root", folder(config.root) || "./", "./"],
    ...["root", "base", "publicDir"].map((key): Fixed => [`vite.${key}`, Object(config.vite)[key], undefined]),
    // Pages may load files of their own site alone.
    ["build.assetsPrefix", config.build.assetsPrefix, undefined],
    ["experimental.collectionStorage", config.experimental.collectionStorage, "single-file"],
    // It stops a build in which Astro goes on without something.
    ["logger", log instanceof URL ? folder(log) : log, "tools/build/astro-log.ts"],
    ["markdown.processor", "version" in markdown.processor.options && "markdownProcessor", "markdownProcessor"],
  ];
}

/** As the settings have it: `npm run build` gives Astro a folder of its own. */
const ourOutDir = 'outDir ?? "dist"';

function slashed(path: string): string {
  return path.replace(/\/*$/u, "/");
}

function messageOf(code: Message["code"], values: Message["values"]): Message {
  return errorOf(code, values, { file: "astro.config.mjs" });
}
