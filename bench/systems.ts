import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { folderOf, layOut, root } from "../tests/site/sites.ts";
import { setAside } from "./aside.ts";
import type { Command } from "./measured.ts";

/** Peers that the bench knows how to build, by the name that `--peers` takes. */
export const peerNames = ["hugo", "eleventy", "astro"] as const;
type PeerName = (typeof peerNames)[number];

/** One blog system with a corpus laid out for it. */
export interface System {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** Folder of the posts. */
  readonly posts: string;
  readonly build: Command;
  /** The file in which a build says what each part of its work took, where it does. */
  readonly timings?: string;
  /** Names in `folder` that a build makes, for itself or for readers. */
  readonly made: readonly string[];
  /** The one of them that is published. */
  readonly output: string;
}

const work = join(root, ".seogo/bench");
const sources = join(root, "bench/peers");
/** The day of all builds, after every post of the corpus. */
const environment = { SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8", ASTRO_TELEMETRY_DISABLED: "1" };

/** Without cards for link previews, which no peer draws; a card costs about 40 ms once. */
const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ title: "서고", card: "" });
`;

/** A copy of this repository that holds a corpus in place of its own content; with `cores` it uses no more of them. */
export function seogo(corpus: string, cores?: number): System {
  const [label, own] = cores === undefined ? ["", {}] : [`, 코어 ${String(cores)}개`, { SEOGO_CORES: String(cores) }];
  const name = `bench-${basename(dirname(corpus))}${cores === undefined ? "" : `-on-${String(cores)}`}`;
  const recipe = { name, posts: { corpus: relative(root, corpus) }, settings };
  setAside(folderOf(recipe));
  const folder = layOut(recipe);
  return {
    name: `Seogo${label}`,
    version: `(Astro ${versionIn(root, "astro")})`,
    folder,
    posts: join(folder, "src/content/posts/corpus"),
    build: {
      program: process.execPath,
      args: ["commands/build.mjs", "--timings"],
      folder,
      environment: { ...environment, ...own },
    },
    timings: join(folder, ".seogo/timings.json"),
    made: ["dist", ".seogo", ".astro"],
    output: "dist",
  };
}

/** A peer with templates of ours (bench/peers) and a corpus; undefined where it is not to be had here. */
export function peer(name: PeerName, corpus: string): System | undefined {
  const packages = packagesOf(name);
  if (packages === undefined) return undefined;
  const version = versionOf(name, packages);
  if (version === undefined) return undefined;
  const { label, posts, publicFolder, program, args, made, output } = recipes[name];
  const folder = join(dirname(corpus), name);
  setAside(folder);
  cpSync(join(sources, name), folder, { recursive: true });
  if (packages !== "") symlinkSync(packages, join(folder, "node_modules"));
  cpSync(join(sources, "style.css"), join(folder, publicFolder, "style.css"));
  cpSync(join(corpus, "pictures"), join(folder, publicFolder, "pictures"), { recursive: true });
  mkdirSync(join(folder, posts), { recursive: true });
  for (const file of readdirSync(corpus)) {
    if (!file.endsWith(".md")) continue;
    // Peers get pictures as most of their themes ask for them: as they are, from the public folder.
    const source = readFileSync(join(corpus, file), "utf8").replaceAll("](pictures/", "](/pictures/");
    writeFileSync(join(folder, posts, file), source);
  }
  const build = { program, args, folder, environment };
  return { name: label, version, folder, posts: join(folder, posts), build, made, output };
}

const recipes = {
  hugo: {
    label: "Hugo",
    posts: "content/posts",
    publicFolder: "static",
    program: "hugo",
    args: ["--cacheDir", join(work, "hugo-cache")],
    made: ["public", "resources", ".hugo_build.lock"],
    output: "public",
  },
  eleventy: {
    label: "Eleventy",
    posts: "content/posts",
    publicFolder: "public",
    program: process.execPath,
    args: ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
    made: ["dist", ".cache"],
    output: "dist",
  },
  astro: {
    label: "Astro",
    posts: "src/content/posts",
    publicFolder: "public",
    program: process.execPath,
    args: ["node_modules/astro/bin/astro.mjs", "build"],
    made: ["dist", ".astro", ".cache"],
    output: "dist",
  },
} as const;

/** Where a peer's packages are, "" where it needs none; undefined where they cannot be had. */
function packagesOf(name: PeerName): string | undefined {
  if (name === "hugo") return "";
  if (name === "astro") return join(root, "node_modules");
  const folder = join(work, "peers", name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(sources, name, "package.json"), join(folder, "package.json"));
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return status === 0 ? join(folder, "node_modules") : undefined;
}

function versionOf(name: PeerName, packages: string): string | undefined {
  if (name === "astro") return versionIn(root, "astro");
  if (name === "eleventy") return versionIn(join(packages, ".."), "@11ty/eleventy");
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? (/v(\d[\d.]*)/u.exec(stdout)?.[1] ?? "?") : undefined;
}

function versionIn(folder: string, name: string): string {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
