import assert from "node:assert/strict";
import { test } from "node:test";
import {
  collection,
  failing,
  faultlessSite,
  head,
  languages,
  mdx,
  page,
  post,
  setting,
  testWays,
  type Way,
  withChanges,
} from "./failing.ts";

const folder = faultlessSite("failures");
/** Lines in their order, each begun by what its expression says. */
const lines = (...says: readonly RegExp[]) =>
  new RegExp(says.map(({ source }) => `^${source}`).join("[\\s\\S]*"), "mu");
const layout = "src/layouts/SubscribePage.astro";

/** Mistakes in posts, all told in one run: file by file, and what both languages say of it. */
const mistakes: Readonly<Record<string, readonly [text: string, says: RegExp]>> = {
  "date.md": [head.replace("06-01", "13-01"), /date\.md:3:7 {2}date — /u],
  "quote.md": ['---\ntitle: "One\n---\n', /quote\.md:2:\d+ {2}title — /u],
  "picture.md": [`${head}![x](x.png)\n`, /picture\.md:6:\d+ {2}.*x\.png/u],
  "x.png": ["no picture", /x\.png/u],
  "same.md": [head.replace("---\n\n", "url: /same/\n---\n\n"), /same\.md:4:\d+ {2}.*\/same\//u],
  "same-too.md": [head.replace("---\n\n", "url: /same/\n---\n\n"), /same-too\.md:4:\d+ {2}.*\/same\//u],
  "quotations.md": [`${head}${"> ".repeat(3000)}x\n`, /quotations\.md:6:1 {2}.*500/u],
  "tags.md": [`${head}${"<div>".repeat(8000)}x\n`, /tags\.md:6:1 {2}.*500/u],
  "braces.mdx": [`${head}in {two words}\n`, /braces\.mdx:6:\d+ {2}.*\n {4}in \\\{two words\}/u],
  "brace.mdx": [`${head}in { open\n`, /brace\.mdx:6:4 {2}.*\n {4}in \\\{ open/u],
  "unclosed.mdx": [`${head}one<br>two\n`, /unclosed\.mdx:6:4 {2}.*<br>.*<br \/>/u],
  "unopened.mdx": [`${head}one</b>two\n`, /unopened\.mdx:6:4 {2}.*<\/b>/u],
  "comment.mdx": [`${head}<!-- x -->\n`, /comment\.mdx:6:1 {2}.*\{\/\* /u],
  "angle.mdx": [`${head}a <3 b\n`, /angle\.mdx:6:3 {2}.*\n {4}a \\<3 b/u],
};

const ways: Readonly<Record<string, Way>> = {
  "an import of no file": mdx('import x from "./x.js"\n\n{x}', /^src\/content\/posts\/a\.mdx:6:15 {2}.*\.\/x\.js/mu),
  "warnings under --strict": {
    run: ["build", "--strict"],
    ...post("---\ntitle: One\n---\n", /a\.md:1:1 {2}date[\s\S]*--strict/u),
  },
  "wrong settings, all in one run": setting(
    'titel: "x",\n  address: "seogo",\n  postsPerPage: "x",\n  feedItems: 0,\n  quotes: "no",\n  timeZone: "Asia/Seul",',
    lines(
      /src\/site\.config\.ts:5:3 {2}.*titel.*title/u,
      /src\/site\.config\.ts:6:3 {2}.*address: "https:\/\/example\.com\/"/u,
      /src\/site\.config\.ts:7:3 {2}.*postsPerPage: 20/u,
      /src\/site\.config\.ts:8:3 {2}feedItems .*1/u,
      /src\/site\.config\.ts:9:3 {2}quotes.*"korean", "keep"/u,
      /src\/site\.config\.ts:10:3 {2}.*timeZone: "Asia\/Seoul"/u,
    ),
  ),
  "settings of more than one value, and addresses that lead nowhere": setting(
    'menu: ["posts", "tag"],\n  footer: { links: ["x"] },\n  search: "kakao",\n  newsletter: "me@x.kr",\n  postPattern: "/:titel/",\n  address: "https://a.kr/블로그/",\n  authors: [{ name: "a", fediverse: "me@x" }],',
    lines(
      /src\/site\.config\.ts:5:3 {2}.*menu\.1.* menu: \["posts","\/about\/",/u,
      /src\/site\.config\.ts:6:13 {2}.*footer\.links\.0.* links: \["posts",/u,
      /src\/site\.config\.ts:7:3 {2}.*search: "naver"/u,
      /src\/site\.config\.ts:8:3 {2}.*newsletter: "https:/u,
      /src\/site\.config\.ts:9:3 {2}.*postPattern: "\/posts\/:slug\/"/u,
      /src\/site\.config\.ts:10:3 {2}.*address: "https:\/\/example\.com\/"/u,
      /src\/site\.config\.ts:11:26 {2}.*fediverse: "@me@/u,
    ),
  ),
  "settings that no page can show": setting(
    'address: "https://me:secret@a.kr/",\n  words: { minutes: "{2}분" },\n  home: { summaries: "5" },\n  authors: [{ name: "가" }, { name: "가 " }],\n  license: { name: "", url: "https://a.kr/" },\n  menu: [{ label: "a", href: "//b.kr/" }],',
    lines(
      /src\/site\.config\.ts:5:3 {2}address.*"https:\/\/example\.com\/"/u,
      /src\/site\.config\.ts:6:12 {2}words\.minutes.*minutes: "읽는 데 \{1\}분"/u,
      /src\/site\.config\.ts:7:11 {2}home\.summaries.*summaries: 5/u,
      /src\/site\.config\.ts:8:3 {2}authors.*name/u,
      /src\/site\.config\.ts:9:3 {2}license/u,
      /src\/site\.config\.ts:10:24 {2}menu\.0\.href.*href: "\/about\/"/u,
    ),
  ),
  "a mark that is not there": {
    edits: [["src/site.config.ts", "/favicon.svg", "/없는.svg"]],
    says: /^src\/site\.config\.ts:\d+:3 {2}.*mark.*: public\/없는\.svg — /mu,
  },
  "a setting without quotes": setting("address: seogo,", /^src\/site\.config\.ts:5:12 {2}.*"seogo"/mu),
  "settings without a comma": setting('address: "x"', /^src\/site\.config\.ts:6:\d+ {2}/mu),
  "settings in round quotes": setting("  title: “x”,", /:5:\d+ {2}.*: title: “x”, — .*\n {4}title: "x",$/mu),
  "settings with = for a colon": setting('  title = "x",', /:5:\d+ {2}.*: title = "x", — .*\n {4}title: "x",$/mu),
  "settings that nothing closes": {
    edits: [["src/site.config.ts", "\n});", ""]],
    says: /^src\/site\.config\.ts:\d+:1 {2}.*author: \{/mu,
  },
  "settings that import a file that is not there": setting(
    '...(await import("./none.ts")),',
    /site\.config\.ts.*\.\/none|none\.ts/u,
  ),
  "no settings": { missing: "src/site.config.ts", says: /^src\/site\.config\.ts {2}/mu },
  "Astro's settings with a wrong value": {
    edits: [["astro.config.mjs", 'trailingSlash: "always"', 'trailingSlash: "no"']],
    says: /^astro\.config\.mjs:\d+:3 {2}trailingSlash.*: "no" — "always" \| /mu,
  },
  "Astro's settings that ours decide, each at its line": {
    edits: [
      [
        "astro.config.mjs",
        'trailingSlash: "always"',
        'trailingSlash: "never",\n  redirects: { "/old/": "/" },\n  i18n: { locales: ["ko"], defaultLocale: "ko" }',
      ],
    ],
    says: lines(
      /astro\.config\.mjs:\d+:3 {2}.*trailingSlash.*always/u,
      /astro\.config\.mjs:\d+:3 {2}.*\/old\//u,
      /astro\.config\.mjs:\d+:3 {2}.*i18n.*languages/u,
    ),
  },
  "pages that cannot be made, and a name in braces in a post, all in one run": {
    files: {
      ...page('return Astro.redirect("/");', "", "elsewhere").files,
      ...page('import { Image } from "astro:assets";', '<Image src="https://a.kr/a.png" width="1" height="1" />').files,
      ...page("const one = undefined;", "<p>{one.data.title}</p>", "nothing").files,
      ...mdx("in {braces} here", / /u).files,
    },
    says: lines(
      /고쳐야 할 곳 4군데/u,
      /src\/content\/posts\/a\.mdx:6:4 {2}.*braces.*\n {4}in \\\{braces\} here/u,
      /src\/pages\/elsewhere\.astro:2:\d+ {2}/u,
      /src\/pages\/mine\.astro:4:23 {2}.*<Image>.*alt="…"/u,
      /src\/pages\/nothing\.astro:4:\d+ {2}.* data /u,
    ),
  },
  "Astro's settings with wrong syntax": {
    edits: [["astro.config.mjs", "devToolbar: { enabled: false }", "devToolbar: { enabled: }"]],
    says: /^astro\.config\.mjs:\d+:26 {2}.*Unexpected token/mu,
  },
  "an integration's own file with wrong syntax": {
    files: { "src/owner/mine.mjs": "export const mine = {\n  name: ;\n};\n" },
    edits: [["astro.config.mjs", "import mdx", 'import "./src/owner/mine.mjs";\nimport mdx']],
    says: /^src\/owner\/mine\.mjs:2:9 {2}.*Unexpected token/mu,
  },
  "Astro's settings that import what is not installed": {
    edits: [["astro.config.mjs", "import mdx", 'import "nonesuch";\nimport mdx']],
    says: /^astro\.config\.mjs:\d+:8 {2}.*nonesuch/mu,
  },
  "data that does not fit the schema of an owner's own collection": {
    files: { "src/owner/people.json": '{ "kim": { "nam": 1 } }' },
    edits: [collection('file("src/owner/people.json")')],
    says: /^src\/owner\/people\.json:1:3 {2}kim\.name/mu,
  },
  "a name that a file does not have": {
    ...page('import { nonesuch } from "#site/library.ts";', "{nonesuch}"),
    says: /^src\/pages\/mine\.astro:2:\d+ {2}.*nonesuch.*\(export\)/mu,
  },
  "a page for each request": {
    ...page("export const prerender = false;", ""),
    says: /^src\/pages\/mine\.astro:2:14 {2}.*: prerender = false — /mu,
  },
  "a layout with wrong syntax": {
    edits: [[layout, "---\n", "---\nconst a = ;\n"]],
    says: /^src\/layouts\/SubscribePage\.astro:2:\d+ {2}/mu,
  },
  "styles with wrong syntax, and a helper of Astro's for languages": {
    files: {
      "src/styles/owner.css": "main { color: red; ",
      ...page('import { getRelativeLocaleUrl } from "astro:i18n";', '{getRelativeLocaleUrl("ko", "a")}').files,
    },
    says: lines(/src\/pages\/mine\.astro:2:\d+ {2}.*astro:i18n/u, /src\/styles\/owner\.css:1:1 {2}/u),
  },
  "a file where a folder should be": { files: { ".seogo": "x" }, says: /^\.seogo {2}/mu },
  "an unknown option": { run: ["build", "--foo"], says: /--foo/u },
};

test("mistakes in posts, all in one run", () => {
  const files = Object.fromEntries(
    Object.entries(mistakes).map(([name, [text]]) => [`src/content/posts/${name}`, text] as const),
  );
  withChanges(folder, { files }, () => {
    for (const language of languages) {
      const said = failing(folder, ["build"], language);
      for (const [, says] of Object.values(mistakes)) assert.match(said, says);
    }
  });
});

testWays(folder, ways);
