import type { ViteUserConfig } from "astro";

type Plugin = NonNullable<ViteUserConfig["plugins"]>[number];

/** Answers Astro's `render(entry)` by bodies in the cache, for MDX by Astro's own modules (docs/architecture.md). */
export function entryModules(): Plugin {
  return {
    name: "seogo:entry-modules",
    enforce: "pre",
    transform: {
      filter: { id: /\/\.astro\/content-modules\.mjs$/u },
      handler: (code) => ({ code: withBodies(code), map: null }),
    },
  };
}

/** Astro's list of modules with ours in front; of Astro's all stay but Markdown's, since the bundler would make a module for each file. */
export function withBodies(list: string): string {
  const all = list.match(/^\["(?:[^"\\]|\\.)+", \(\) => import\("[^"]+"\)\]/gmu) ?? [];
  const lines = all.filter((line) => !/^\["(?:[^"\\]|\\.)+\.md"/iu.test(line));
  // A list in another form than today's costs time and nothing else.
  const isKnown = all.length === list.split("import(").length - 1;
  const astro = isKnown
    ? `const astro = new Map([${lines.join(",\n")}]);`
    : list.replace("export default", "const astro =");
  return `import { entryModule } from "#site/entry-body.ts";
${astro}
export default { get: (file) => () => entryModule(file, astro.get(file)) };
`;
}
