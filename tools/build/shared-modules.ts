import type { ViteUserConfig } from "astro";

type Plugins = NonNullable<ViteUserConfig["plugins"]>;

const rooms = /^#(?:cache|korean|markdown|model|outputs|reading|text|tools|site\.config\.ts)/u;

/**
 * Leaves the plain TypeScript rooms out of the bundle that makes the pages: Node loads them as they are, as it has for
 * the settings and the reader, so that a build has one copy of each, warmed up by the time the pages come.
 */
export function sharedModules(): Plugins[number] {
  return {
    name: "seogo:shared-modules",
    enforce: "pre",
    apply: "build",
    applyToEnvironment: ({ name }) => name !== "client",
    resolveId: { filter: { id: rooms }, handler: (id) => ({ id, external: true }) },
  };
}
