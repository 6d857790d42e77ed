import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { layOut } from "./sites.ts";

/** One way to make a command fail. */
export interface Way {
  /** The command with its options; `build` where there is none. */
  readonly run?: readonly string[];
  /** Files written for as long as it runs, by path; our own files are put back. */
  readonly files?: Readonly<Record<string, string>>;
  /** Text in our own files that is changed for as long as it runs. */
  readonly edits?: readonly (readonly [file: string, before: string, after: string])[];
  readonly missing?: string;
  /** What both languages say: file, line, names. */
  readonly says: RegExp;
}

type Changes = Omit<Way, "says" | "run">;

/** The languages in which failures are asked for. */
export const languages = ["ko_KR.UTF-8", "en_US.UTF-8"];
/** Front matter without a mistake. */
export const head = "---\ntitle: One\ndate: 2020-06-01\n---\n\n";
/** A post of these words. */
export const post = (text: string, says: RegExp): Way => ({ files: { "src/content/posts/a.md": text }, says });
/** An .mdx post of this body. */
export const mdx = (body: string, says: RegExp): Way => ({
  files: { "src/content/posts/a.mdx": `${head}${body}\n` },
  says,
});
/** A collection of an owner's own by a loader. */
export const collection = (loader: string) =>
  [
    "src/content.config.ts",
    "export const collections = {",
    `import { file } from "astro/loaders";\nimport { z } from "astro/zod";\nexport const collections = {\n  people: defineCollection({ loader: ${loader}, schema: z.object({ name: z.string() }) }),`,
  ] as const;
/** A page of an owner's own. */
export const page = (script: string, body: string, name = "mine") => ({
  files: { [`src/pages/${name}.astro`]: `---\n${script}\n---\n<html lang="en"><body>${body}</body></html>\n` },
});
/** Words in place of the address among the settings. */
export const setting = (after: string, says: RegExp): Way => ({
  edits: [["src/site.config.ts", 'address: "https://seogo.example/",', after]],
  says,
});

/** Lays out a site of one post in which nothing is wrong; returns its folder. */
export function faultlessSite(name: string): string {
  const folder = layOut({ name, posts: {} });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  writeFileSync(join(folder, "src/content/posts/first.md"), `${head}Words.\n`);
  return folder;
}

/** One test for each way, by its name: in the two languages in turn, as every text is there in both. */
export function testWays(folder: string, ways: Readonly<Record<string, Way>>): void {
  for (const [at, [name, { run = ["build"], says, ...changes }]] of Object.entries(ways).entries()) {
    // A build takes long: its words are looked at in Korean alone.
    const language = languages[run[0] === "build" ? 0 : at % 2] ?? "";
    test(name, () => {
      withChanges(folder, changes, () => {
        assert.match(failing(folder, run, language), says);
      });
    });
  }
}

/** What a failing command says: in its language, with exit code 1 and without a stack. */
export function failing(folder: string, [command = "", ...options]: readonly string[], language: string): string {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: language, LC_ALL: "", LC_MESSAGES: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`commands/${command}.ts`, ...options], {
    cwd: folder,
    env,
    encoding: "utf8",
    // One build takes a minute beside a dozen others: only what hangs is ended.
    timeout: 600_000,
  });
  const said = `${stdout}${stderr}`.replaceAll(folder, "");
  assert.equal(status, 1, said);
  assert.doesNotMatch(said, /unhandled|^\s+at |node:internal/imu);
  assert.equal(/\p{Script=Hangul}/u.test(said), language.startsWith("ko"), said);
  return said;
}

/** Changes the site for as long as a check runs. */
export function withChanges(folder: string, changes: Changes, check: () => void): void {
  const { files = {}, edits = [], missing } = changes;
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
    for (const [file, from, to] of edits) {
      const text = readFileSync(join(folder, file), "utf8");
      assert.ok(text.includes(from), `${file}: ${from}`);
      writeFileSync(join(folder, file), text.replace(from, to));
    }
    check();
  } finally {
    for (const file of touched) {
      rmSync(join(folder, file), { recursive: true, force: true });
      if (existsSync(join(aside, file))) cpSync(join(aside, file), join(folder, file), { recursive: true });
    }
    rmSync(aside, { recursive: true, force: true });
  }
}
