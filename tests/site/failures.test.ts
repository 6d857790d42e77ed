import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { layOut } from "./sites.ts";

/** One way to make a command fail. */
interface Way {
  /** The command with its options; `build` where there is none. */
  readonly run?: readonly string[];
  /** Files written for as long as it runs, by path; our own files are put back. */
  readonly files?: Readonly<Record<string, string>>;
  /** Text in our own files that is changed for as long as it runs. */
  readonly edits?: readonly (readonly [file: string, before: string, after: string])[];
  readonly missing?: string;
  /** Takes a build's time, and so is asked in Korean alone: that every text is there in English is tested by itself. */
  readonly builds?: boolean;
  /** What both languages say: file, line, names. */
  readonly says: RegExp;
}

let folder = "";
const languages = ["ko_KR.UTF-8", "en_US.UTF-8"];
const head = "---\ntitle: One\ndate: 2020-06-01\n---\n\n";
const mdx = (body: string, says: RegExp): Way => ({ files: { "src/content/posts/a.mdx": `${head}${body}\n` }, says });
const post = (text: string, says: RegExp): Way => ({ files: { "src/content/posts/a.md": text }, says });
const setting = (after: string, says: RegExp): Way => ({
  edits: [["src/site.config.ts", 'address: "https://seogo.example/",', after]],
  says,
});
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
  "an unknown name in braces": mdx(
    "in {braces} here",
    /^src\/content\/posts\/a\.mdx:6:4 {2}.*braces.*\n {4}in \\\{braces\} here/mu,
  ),
  "a component that is not imported": mdx("<Foo/>", /^src\/content\/posts\/a\.mdx:6:1 {2}.*<Foo>.*\n {4}\\<Foo/mu),
  "an import of no file": mdx('import x from "./x.js"\n\n{x}', /^src\/content\/posts\/a\.mdx:\d+:\d+ {2}.*\.\/x\.js/mu),
  "an import that is none": mdx("import x form\n\n{x}", /^src\/content\/posts\/a\.mdx:6:1 {2}/mu),
  "an expression that throws": mdx("{null.x}", /^src\/content\/posts\/a\.mdx.* {2}.*null/mu),
  "a lost address": {
    files: { "src/content/addresses.txt": "/posts/gone/\n" },
    says: /\/posts\/gone\/ — .*npm run remove[\s\S]*aliases: \["\/posts\/gone\/"\]/u,
  },
  "a script of the owner's": { files: { "public/app.js": "alert(1)" }, says: /app\.js — / },
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
  "a setting without quotes": setting("address: seogo,", /^src\/site\.config\.ts:5:12 {2}.*"seogo"/mu),
  "settings without a comma": setting('address: "x"', /^src\/site\.config\.ts:6:\d+ {2}/mu),
  "no settings": { missing: "src/site.config.ts", says: /^src\/site\.config\.ts {2}/mu },
  "Astro's settings with a wrong value": {
    edits: [["astro.config.mjs", 'trailingSlash: "always"', 'trailingSlash: "no"']],
    says: /^astro\.config\.mjs {2}.*trailingSlash/mu,
  },
  "Astro's settings that import what is not installed": {
    edits: [["astro.config.mjs", "import mdx", 'import "nonesuch";\nimport mdx']],
    says: /^astro\.config\.mjs {2}.*nonesuch/mu,
  },
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
  "a layout that throws": {
    edits: [[layout, "---\n", '---\nthrow new Error("layout broke");\n']],
    says: /^src\/layouts\/SubscribePage\.astro:2:1 {2}\/subscribe\/ — .*layout broke/mu,
  },
  "a layout with wrong syntax": {
    edits: [[layout, "---\n", "---\nconst a = ;\n"]],
    says: /^src\/layouts\/SubscribePage\.astro:2:\d+ {2}/mu,
  },
  "styles with wrong syntax": {
    files: { "src/styles/owner.css": "main { color: red; " },
    says: /^src\/styles\/owner\.css:1:1 {2}/mu,
  },
  "two routes for one file": {
    files: { "src/pages/rss.xml.ts": 'export const GET = () => new Response("x");' },
    says: /rss\.xml \(.*src\/pages\/rss\.xml\.ts/u,
  },
  "a file where a folder should be": { files: { ".seogo": "x" }, says: /^\.seogo {2}/mu },
  "an unknown option": { run: ["build", "--foo"], says: /--foo/u },
  "doctor: an unknown option": { run: ["doctor", "--jsn"], says: /--jsn/u },
  "doctor: a mistake": { run: ["doctor"], ...post("---\ndate: 2020-13-01\n---\n", /a\.md:2:7 {2}date — /u) },
  "new: no title": { run: ["new"], says: /npm run new/u },
  "new: a file that exists": {
    run: ["new", "One"],
    files: { "src/content/posts/one.md": head },
    says: /posts\/one\.md/u,
  },
  "import: an unknown option": { run: ["import", "--foo"], says: /--foo/u },
  "import: no folder": { run: ["import", "/nonesuch"], says: /\/nonesuch/u },
  "import: no blog": { run: ["import", "commands"], says: /commands.*--kind/su },
  "publish: no folder": { run: ["publish"], says: /npm run publish/u },
  "publish: nothing to go back to": { run: ["publish", "nowhere", "--rollback"], says: /./u },
  "publish: a folder of others": { run: ["publish", "tools"], builds: true, says: /tools/u },
  "notify: no site": { run: ["notify"], missing: "dist", says: /npm run build/u },
  "notify: no answer": {
    run: ["notify"],
    files: { "dist/sitemap-index.xml": '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>' },
    edits: [["src/site.config.ts", "https://seogo.example/", "http://127.0.0.1:59999/"]],
    says: /ECONNREFUSED.*src\/site\.config\.ts/u,
  },
  "addresses: nothing built": { run: ["addresses"], missing: ".seogo", says: /npm run build/u },
  "check-links: nothing built": { run: ["check-links"], missing: "dist", says: /npm run build/u },
  "serve: nothing built": { run: ["serve"], missing: "dist", says: /npm run build/u },
  "prove: nothing built": { run: ["prove", "nowhere"], says: /npm run build/u },
  "dev: a wrong setting": { run: ["dev"], ...setting('titel: "x",', /^src\/site\.config\.ts:5:3 {2}.*titel/mu) },
  "dev: an unknown option": { run: ["dev", "--foo"], says: /--foo/u },
  "remove: no file": { run: ["remove", "nowhere.md"], says: /nowhere\.md/u },
  "due: a wrong setting": { run: ["due"], ...setting('titel: "x",', /^src\/site\.config\.ts:5:3 {2}.*titel/mu) },
};

before(() => {
  folder = layOut({ name: "failures", posts: {} });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  writeFileSync(join(folder, "src/content/posts/first.md"), `${head}Words.\n`);
});

test("mistakes in posts, all in one run", () => {
  const files = Object.fromEntries(
    Object.entries(mistakes).map(([name, [text]]) => [`src/content/posts/${name}`, text] as const),
  );
  withChanges({ files }, () => {
    for (const language of languages) {
      const said = failing(["build"], language);
      for (const [, says] of Object.values(mistakes)) assert.match(said, says);
    }
  });
});

for (const [name, { run = ["build"], builds = run[0] === "build", says, ...changes }] of Object.entries(ways)) {
  const asked = builds ? languages.slice(0, 1) : languages;
  test(name, () => {
    withChanges(changes, () => {
      for (const language of asked) assert.match(failing(run, language), says);
    });
  });
}

/** What a failing command says: in its language, with exit code 1 and without a stack. */
function failing([command = "", ...options]: readonly string[], language: string): string {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: language, LC_ALL: "", LC_MESSAGES: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`commands/${command}.ts`, ...options], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 120_000,
  });
  const said = `${stdout}${stderr}`.replaceAll(folder, "");
  assert.equal(status, 1, said);
  assert.doesNotMatch(said, /unhandled|^\s+at |node:internal/imu);
  assert.equal(/\p{Script=Hangul}/u.test(said), language.startsWith("ko"), said);
  return said;
}

/** Changes the site for as long as a check runs. */
function withChanges(
  { files = {}, edits = [], missing }: Omit<Way, "says" | "run" | "builds">,
  check: () => void,
): void {
  const aside = `${folder}.aside`;
  const touched = [...Object.keys(files), ...edits.map(([file]) => file), ...(missing === undefined ? [] : [missing])];
  for (const file of touched.filter((one) => existsSync(join(folder, one)))) {
    mkdirSync(dirname(join(aside, file)), { recursive: true });
    cpSync(join(folder, file), join(aside, file), { recursive: true });
  }
  try {
    if (missing !== undefined) rmSync(join(folder, missing), { recursive: true, force: true });
    for (const [file, text] of Object.entries(files)) {
      if (file === ".seogo") rmSync(join(folder, file), { recursive: true, force: true });
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const [file, from, to] of edits) edit(file, from, to);
    check();
  } finally {
    for (const file of touched) {
      rmSync(join(folder, file), { recursive: true, force: true });
      if (existsSync(join(aside, file))) cpSync(join(aside, file), join(folder, file), { recursive: true });
    }
    rmSync(aside, { recursive: true, force: true });
  }
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  assert.ok(text.includes(from), `${file}: ${from}`);
  writeFileSync(join(folder, file), text.replace(from, to));
}
