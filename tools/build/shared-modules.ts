import { createRequire } from "node:module";
import type { ViteUserConfig } from "astro";
import { tried } from "#model/tried.ts";
import { storedNames } from "#reading/collected.ts";

type Plugins = NonNullable<ViteUserConfig["plugins"]>;

const rooms = /^#(?:cache|cores|korean|markdown|model|outputs|reading|text|tools|site\.config\.ts)/u;

/**
 * Leaves the plain TypeScript rooms out of the bundle that makes the pages: Node loads them as they are, as it has for
 * the settings and the reader, so that a build has one copy of each, warmed up by the time the pages come.
 */
export function sharedModules(): Plugins {
  return [
    {
      name: "seogo:shared-modules",
      enforce: "pre",
      apply: "build",
      applyToEnvironment: ({ name }) => name !== "client",
      resolveId: { filter: { id: rooms }, handler: (id) => ({ id, external: true }) },
    },
    collectedStore("build"),
    sharedReader(),
  ];
}

/** Has the site's collections checked wherever Astro loads them. */
export function checkedCollections(): Plugins[number] {
  const check = 'import { checkCollections } from "#site/whole-collections.ts";\ncheckCollections(collections);';
  return {
    name: "seogo:checked-collections",
    transform: { filter: { id: /\/src\/content\.config\.ts(?:\?|$)/u }, handler: (code) => `${code}\n${check}\n` },
  };
}

/** Leaves out the browser's half of components in React and the like, which Astro bundles though no page may ask for it. */
export function noClientCode(): Plugins[number] {
  return {
    name: "seogo:no-client-code",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle(_, bundle) {
      for (const [file, { type }] of Object.entries(bundle)) if (type === "chunk") delete bundle[file];
    },
  };
}

/** Astro's runtime takes its whole store from a module, which it does not document: what the reading left is that store, and costs less to read than Astro's own. */
export function collectedStore(command: "build" | "serve"): Plugins[number] {
  return {
    name: "seogo:collected-store",
    enforce: "pre",
    apply: () => process.env["SEOGO_STORE"] !== "whole",
    applyToEnvironment: ({ config }) => config.command === command,
    transform: {
      filter: { id: /^\0astro:data-layer-content$/u },
      handler: (code) =>
        `import { collected } from "#reading/collected.ts";\nexport default collected(".seogo"${othersIn(code)});`,
    },
  };
}

const parsed = "export default JSON.parse(";

/** Astro's own store as a second argument, where collections of an owner's own are in it. */
export function othersIn(code: string): string {
  // Found by position: a regular expression over the megabytes of a large blog overflows its stack.
  const text = code.startsWith(parsed) ? code.slice(parsed.length, code.lastIndexOf(")")) : '""';
  const stored: unknown = JSON.parse((JSON.parse(text) as string) || "[]");
  const isOwners = storedNames(stored).some((name) => name !== "posts" && name !== "pages");
  return isOwners ? `, JSON.parse(${text})` : "";
}

const whole = 'import { defineCollection } from "astro:content";';
const part = "astro/content/config";

/** Leaves the reader to Node for src/content.config.ts too, which a build reads by a server of Vite's: that would take a second more. */
function sharedReader(): Plugins[number] {
  return {
    name: "seogo:shared-reader",
    enforce: "pre",
    // Astro drops a plugin that applies to "serve" from every build, though it reads the content by such a server.
    applyToEnvironment: ({ config }) => config.command === "serve",
    resolveId: { filter: { id: /^#reading\// }, handler: (name) => mark + name },
    load: {
      filter: { id: new RegExp(`^${mark}`, "u") },
      handler: (marked) => {
        const name = marked.slice(mark.length);
        const names = Object.keys(require(name) as object).join();
        const loaded = `createRequire(${JSON.stringify(import.meta.url)})(${JSON.stringify(name)})`;
        return `import { createRequire } from "node:module";\nexport const { ${names} } = ${loaded};`;
      },
    },
    transform: {
      filter: { id: /\/src\/content\.config\.ts$/u },
      handler: (code) => lighter(code, (name) => require.resolve(name)),
    },
  };
}

const require = createRequire(import.meta.url);
const mark = "\0seogo:shared:";

/** The module that Astro has `defineCollection` from, which it does not document: all of astro:content costs a third of a second. */
export function lighter(code: string, resolve: (name: string) => string): string {
  return code.replace(whole, whole.replace("astro:content", tried(() => resolve(part)) ?? "astro:content"));
}
