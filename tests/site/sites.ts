import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** How a site under test differs from ours. */
export interface Recipe {
  readonly name: string;
  /** Folders or files laid into `src/content/posts/` by name there; without them our examples are the content. */
  readonly posts?: Readonly<Record<string, string>>;
  /** Source of `src/site.config.ts` in place of ours. */
  readonly settings?: string;
  /** The examples stand where an owner has written nothing yet, as in the repository. */
  readonly unowned?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

const seed = "tests/fixtures/seed/seed.md";

const fewPaths = [
  "첫-글.md",
  "첫눈.md",
  "별표-두-개.md",
  "몇-분이면-읽을까.mdx",
  "창가의-두-철",
  "산으로-간-책",
  "다시-피드를-켜고.md",
  "다시-피드를-켜고.en.md",
  "아직-덜-쓴-글.md",
  "먼-훗날의-인사.md",
];

/** Some of our examples, at least one of each kind: half the work of all of them, for tests that build again and again. */
export const fewPosts = Object.fromEntries(fewPaths.map((path) => [path, `examples/posts/${path}`]));

/** The sites that tests look at; `npm test` builds each once before the tests run, ours without a warning. */
export const recipes = {
  own: { name: "own", unowned: true, environment: { SEOGO_STRICT: "1" } },
  old: {
    name: "old",
    posts: { "옛-블로그": "tests/fixtures/posts", "테크핀 이야기.md": seed },
    settings: `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/blog/", title: "옮겨 온 집", postPattern: "/:year/:month/:slug/", postsPerPage: 5, search: "duckduckgo" });
`,
  },
  look: {
    name: "look",
    posts: { 글: "tests/fixtures/look" },
    settings: `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://seogo.example/", title: "나의 작고 오래된 책방 이야기" });
`,
  },
  english: {
    name: "english",
    posts: { posts: "tests/fixtures/look" },
    settings: `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://seogo.example/", title: "Notes from the Margin", description: "Slow writing.", language: "en" });
`,
  },
} satisfies Record<string, Recipe>;

/** Folder of a built site under test. */
export function distOf(recipe: Recipe): string {
  const dist = join(folderOf(recipe), "dist");
  if (!existsSync(dist)) buildSite(recipe);
  return dist;
}

/** What one file of a built site says. */
export function pageOf(recipe: Recipe, file: string): string {
  return readFileSync(join(distOf(recipe), file), "utf8");
}

/** Lays a copy of the repository with the recipe's content and builds it for a fixed day; throws with the build's words. */
function buildSite(recipe: Recipe): void {
  build(layOut(recipe), recipe.environment);
}

/** Builds the site in a folder for a fixed day; throws with the build's words. */
export function build(folder: string, environment: NodeJS.ProcessEnv = {}): void {
  const fixed = { SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8", ...compiledFor(folder), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["commands/build.mjs"], {
    cwd: folder,
    env: { ...process.env, ...fixed },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${folder}: ${stdout}${stderr}`);
}

/** Where the processes of a laid-out site keep what Node makes of code: one place, as all sites link to our packages. */
function compiledFor(folder: string): NodeJS.ProcessEnv {
  return { NODE_COMPILE_CACHE: join(folder, "node_modules/.cache/seogo-tests"), NODE_COMPILE_CACHE_PORTABLE: "1" };
}

/** Lays a copy of the repository with the recipe's content, without building it; returns its folder. */
export function layOut(recipe: Recipe): string {
  const folder = folderOf(recipe);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [
    "src",
    "public",
    "commands",
    "tools",
    "astro.config.mjs",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  // A junction where the system is Windows; the kind means nothing elsewhere.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const content = join(folder, "src/content");
  rmSync(content, { recursive: true });
  for (const kind of ["posts", "pages"]) mkdirSync(join(content, kind), { recursive: true });
  if (recipe.posts === undefined)
    cpSync(join(root, "examples"), recipe.unowned ? join(folder, "examples") : content, { recursive: true });
  for (const [name, from] of Object.entries(recipe.posts ?? {})) {
    cpSync(join(root, from), join(content, "posts", name), { recursive: true });
  }
  if (recipe.settings) writeFileSync(join(folder, "src/site.config.ts"), recipe.settings);
  return folder;
}

/** Builds the files of a laid-out site from nothing, in a folder beside it; returns what was published there. */
export function builtFresh(folder: string, environment: NodeJS.ProcessEnv = {}): string {
  const other = `${folder}-fresh`;
  const kept = ["dist", ".seogo", ".astro"].map((name) => join(folder, name));
  rmSync(other, { recursive: true, force: true });
  cpSync(folder, other, { recursive: true, verbatimSymlinks: true, filter: (path) => !kept.includes(path) });
  build(other, environment);
  return join(other, "dist");
}

/** Where a recipe is laid out. */
export function folderOf({ name }: Recipe): string {
  return join(root, ".seogo/tests", name);
}

/** Builds every site under test at once, each in a process of its own; resolves to whether all are built. */
async function allBuilt(): Promise<boolean> {
  const ends = Object.keys(recipes).map((name) =>
    once(spawn(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: "inherit" }), "close"),
  );
  return (await Promise.all(ends)).every(([status]) => status === 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv[2] as keyof typeof recipes | undefined;
  if (asked) buildSite(recipes[asked]);
  else process.exitCode = (await allBuilt()) ? 0 : 1;
}
