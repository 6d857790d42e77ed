import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { recordEngine } from "#tools/upgrade/plan.ts";
import { temporaryFolder, write } from "../temporary.ts";

export const lines = (...words: string[]) => `${words.join("\n")}\n`;
export const base = lines("one", "two", "three", "four", "five");
export const packageFile = (name: string, version: string, one: string) =>
  `${JSON.stringify({ name, version, dependencies: { one, two: "1.0.0" } }, null, 2)}\n`;

export const before = {
  "package.json": packageFile("seogo", "1.0.0", "1.0.0"),
  "package-lock.json": base,
  "commands/build.mjs": base,
  "src/kept.ts": base,
  "src/merged.ts": base,
  "src/fought.ts": base,
  "src/old/gone.ts": base,
  "src/old-mine.ts": base,
  "src/deleted.ts": base,
  "README.md": base,
  "tests/a.test.ts": base,
  "src/site.config.ts": "ours",
  "src/content/posts/예시.md": "ours",
};

export const after = {
  ...before,
  "package.json": packageFile("seogo", "1.1.0", "1.2.0"),
  "package-lock.json": base.replace("three", "theirs"),
  "commands/build.mjs": base.replace("one", "ONE"),
  "src/merged.ts": base.replace("five", "FIVE"),
  "src/fought.ts": base.replace("three", "theirs"),
  "src/added/new.ts": base,
  "src/owner/Footer.astro": "",
  "src/site.config.ts": "theirs",
  "src/content/posts/예시.md": "theirs",
  "public/new.png": "theirs",
  "tests/b.test.ts": base,
};

/** A repository with two versions, at the newer one, and a plain folder of an owner at the older one. */
export function versions(context: TestContext) {
  const [from, site] = [temporaryFolder(context), temporaryFolder(context)];
  const git = (...words: string[]) =>
    assert.equal(spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: from }).status, 0);
  write(from, before);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "1.0.0");
  recordEngine(from, from);
  rmSync(join(from, "src/old"), { recursive: true });
  rmSync(join(from, "src/old-mine.ts"));
  write(from, after);
  rmSync(join(from, "src/old"), { recursive: true });
  rmSync(join(from, "src/old-mine.ts"));
  write(site, before);
  rmSync(join(site, "src/deleted.ts"));
  rmSync(join(site, "README.md"));
  write(site, {
    "package.json": packageFile("my-blog", "1.0.0", "1.0.0"),
    "package-lock.json": base.replace("three", "mine"),
    "src/merged.ts": base.replace("one", "mine"),
    "src/fought.ts": base.replace("three", "mine"),
    "src/kept.ts": base.replaceAll("\n", "\r\n"),
    "src/old-mine.ts": "mine",
    "src/own.ts": "mine",
    "src/content/posts/내-글.md": "mine",
  });
  return { from, site };
}
