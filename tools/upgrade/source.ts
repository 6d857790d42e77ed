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
  if (standing && !statSync(path).isDirectory()) spawnSync("tar", ["-xf", path, "-C", into]);
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
  if (git(into, ["clone", "-q", address, "."]) === undefined) throw new Error(said("upgrade-no-version", { given }));
  const tags = git(into, ["tag", "--list", "v[0-9]*", "--sort=-v:refname"])?.toString("utf8").split("\n") ?? [];
  const states = version === undefined ? tags.slice(0, 1).filter(Boolean) : [`v${version}`, version];
  if (version === undefined && states.length === 0) return;
  if (!states.some((state) => git(into, ["checkout", "-q", "--detach", state]) !== undefined))
    throw new Error(said("upgrade-no-version", { given }));
}

/** What git answers in a folder, as bytes; undefined where it fails or is not installed. */
export function git(folder: string, words: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync("git", words, { cwd: folder, input, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
}

/** Those of some blob ids that a repository has. */
export function knownBlobs(repository: string, ids: readonly string[]): ReadonlySet<string> {
  const answer = git(repository, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], `${ids.join("\n")}\n`);
  const lines = answer?.toString("utf8").split("\n") ?? [];
  return new Set(lines.filter((line) => line.endsWith(" blob")).map((line) => line.slice(0, 40)));
}

/** Bytes of a blob from the first repository that has it. */
export function blobOf(repositories: readonly string[], id: string): Buffer | undefined {
  for (const repository of repositories) {
    const bytes = git(repository, ["cat-file", "blob", id]);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

/** Packages that `npm outdated --json` knows newer versions of, a line for each; none where it could not ask. */
export function newerPackages(answer: string): string[] {
  const found = JSON.parse(answer || "{}") as Record<string, { current?: string; latest?: string }>;
  return Object.entries(found).flatMap(([name, { current, latest }]) =>
    latest === current ? [] : [`${name} ${current ?? "–"} → ${latest}`],
  );
}
