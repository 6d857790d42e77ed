import { collection, faultlessSite, mdx, page, testWays } from "../site/failing.ts";

/** What is said of a feature on a page of an owner's own which only a server has. */
const needsServer = (feature: string) =>
  new RegExp(`^src/pages/mine\\.astro(?::\\d+:\\d+)? {2}.*: ${feature} — `, "mu");
const adapter =
  '{ name: "mine", hooks: { "astro:config:done": ({ setAdapter }) => setAdapter({ name: "mine", serverEntrypoint: "./src/owner/server.mjs", adapterFeatures: { buildOutput: "server" }, supportedAstroFeatures: {} }) } }';

/** What stops a build by the same roads as a few in `tests/site/failures.test.ts`: most takes a bundle of the whole site. */
testWays(faultlessSite("failures-long"), {
  "a component that is not imported": mdx("<Foo/>", /^src\/content\/posts\/a\.mdx:6:1 {2}.*<Foo>.*\n {4}\\<Foo/mu),
  "an import that is none": mdx("import x form\n\n{x}", /^src\/content\/posts\/a\.mdx:6:1 {2}/mu),
  "an expression that throws": mdx("{null.x}", /^src\/content\/posts\/a\.mdx.* {2}.*null/mu),
  "an integration that throws": {
    edits: [
      [
        "astro.config.mjs",
        "integrations: [",
        'integrations: [{ name: "mine", hooks: { "astro:build:done": () => { throw new Error("mine broke"); } } }, ',
      ],
    ],
    says: /^astro\.config\.mjs:\d+:\d+ {2}.*mine broke/mu,
  },
  "data that an owner's own collection cannot read": {
    files: { "src/owner/people.json": "[{" },
    edits: [collection('file("src/owner/people.json")')],
    says: /^\S* *.*src\/owner\/people\.json/mu,
  },
  "entries of an owner's own collection under one id": {
    files: { "src/owner/people.json": '[{ "id": "kim", "name": "Kim" }, { "id": "kim", "name": "Lee" }]' },
    edits: [collection('file("src/owner/people.json")')],
    says: /people .*src\/owner\/people\.json.*duplicate-content-entry-slug-error/u,
  },
  "a name that is none among the collections": {
    edits: [["src/content.config.ts", "posts: defineCollection", "posts: defineColection"]],
    says: /^src\/content\.config\.ts {2}.*defineColection/mu,
  },
  "a variable of the environment that is missing": {
    files: { "src/pages/mine.astro": '---\nimport { MINE } from "astro:env/server";\n---\n{MINE}' },
    edits: [
      [
        "astro.config.mjs",
        "integrations: [",
        'env: { schema: { MINE: { type: "string", context: "server", access: "public" } } },\n  integrations: [',
      ],
    ],
    says: /^astro\.config\.mjs:\d+:\d+ {2}.*env\.schema.*MINE/mu,
  },
  "a name that a file of a shared room does not have": {
    ...page('import { nonesuch } from "#model/address.ts";', "{nonesuch}"),
    says: /^src\/pages\/mine\.astro {2}\/mine\/ — .*nonesuch.*export/mu,
  },
  "the address of each reader": { ...page("", "{Astro.clientAddress}"), says: needsServer("Astro.clientAddress") },
  "a session of each reader": {
    ...page('const user = await Astro.session?.get("user");', "<p>{user}</p>"),
    says: /서버.*: Astro\.session — /u,
  },
  "a part of a page for each request": {
    ...page('import Part from "#owner/HomeTop.astro";', "<Part server:defer />"),
    says: needsServer("server:defer"),
  },
  "a server's actions": {
    files: { "src/actions/index.ts": "export const server = {};\n" },
    says: /astro:actions/u,
  },
  "an adapter for a server": {
    files: { "src/owner/server.mjs": "export {};\n" },
    edits: [["astro.config.mjs", "integrations: [", `adapter: ${adapter},\n  integrations: [`]],
    says: /^astro\.config\.mjs {2}.*mine/mu,
  },
  "two routes for one file": {
    files: { "src/pages/rss.xml.ts": 'export const GET = () => new Response("x");' },
    says: /rss\.xml \(.*src\/pages\/rss\.xml\.ts/u,
  },
});
