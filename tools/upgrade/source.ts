import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { said } from "#text/words.ts";

/**
 * The folder of a version that a folder, an archive or `git-address[@version]` names, unpacked or cloned into `into`
 * where it is no plain folder; throws with what was wrong.
 */
export function versionFolder(given: string, into: string): string {
  rmSync(into, { recursive: true, force: true });
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  const standing = existsSync(path);
  const plain = standing && statSync(path).isDirectory() && !existsSync(join(path, ".git"));
  if (!plain) mkdirSync(into, { recursive: true });
  if (standing && !statSync(path).isDirectory()) brings("tar", ["-xf", path], into);
  else if (!plain) clone(standing ? path : given, into);
  const found = plain ? path : into;
  const [only = ""] = existsSync(join(found, "package.json")) ? [] : readdirSync(found);
  const folder = join(found, only);
  if (!existsSync(join(folder, "commands/build.mjs"))) throw new Error(said("upgrade-no-version", { given }));
  return folder;
}

/** Clones an address and stands at the version that it names, else at the newest release, else at its newest state. */
function clone(given: string, into: string): void {
  const [, address = given, version] = /^(.+)@([\w.-]+)$/u.exec(given) ?? [];
  if (!brings("git", ["clone", "-q", address, "."], into)) throw new Error(said("upgrade-no-version", { given }));
  const tags = git(into, ["tag", "--list", "v[0-9]*", "--sort=-v:refname"])?.toString("utf8").split("\n") ?? [];
  const states = version === undefined ? [tags[0] || "HEAD"] : [`v${version}`, version];
  if (!states.some((state) => git(into, ["checkout", "-q", "--detach", state]) !== undefined))
    throw new Error(said("upgrade-no-version", { given }));
}

/** Whether a program brings files into a folder; its own words of why not stand in the terminal. Throws where it is not installed. */
function brings(program: "git" | "tar", words: readonly string[], cwd: string): boolean {
  const { status, error } = spawnSync(program, words, { cwd, stdio: ["inherit", "ignore", "inherit"] });
  if (error) throw new Error(said("upgrade-no-program", { program }));
  return status === 0;
}

/** What git answers in a folder, as bytes; undefined where it fails or is not installed. */
export function git(folder: string, words: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync("git", words, { cwd: folder, input, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
}

/** Those of some blob ids that a repository has. */
export function knownBlobs(repository: string, ids: readonly string[]): ReadonlySet<string> {
  const answer = git(repository, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], `${ids.join("\n")}\n`);
  return new Set(answer?.toString("utf8").match(/^\w{40}(?= blob$)/gmu));
}

/** Bytes of a blob from the first repository that has it. */
export function blobOf(repositories: readonly string[], id: string): Buffer | undefined {
  const blobs = repositories.values().map((repository) => git(repository, ["cat-file", "blob", id]));
  return blobs.find((bytes) => bytes !== undefined);
}
