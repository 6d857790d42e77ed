import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { said, type Word } from "#text/words.ts";
import { temporaryFolder } from "./temporary.ts";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/** What `npm run NAME` says where npm itself has taken these options. */
function ran(name: string, words: readonly string[], taken: Record<string, string> = {}) {
  const { npm_config_yes: _, ...around } = process.env;
  const env = { ...around, LC_ALL: "", LANG: "ko_KR.UTF-8", ...taken };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "commands", name), ...words], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("each command of an owner says how it is used, option by option, in both languages", () => {
  const commands = globSync("*.ts", { cwd: join(root, "commands") }).map((file) => ({
    name: file.replace(/\.ts$/u, ""),
    source: readFileSync(join(root, "commands", file), "utf8"),
  }));
  const asking = commands.filter(({ name, source }) => name !== "command" && /\bgiven\(|parseArgs\(/u.test(source));
  assert.ok(asking.length > 15);
  for (const { name, source } of asking) {
    const [script] =
      Object.entries(scripts).find(([, line]) => new RegExp(`commands/${name}\\.`, "u").test(line)) ?? [];
    const kinds = [...source.matchAll(/["']?([a-z-]+)["']?: (?:"(?:boolean|string)"|\{ type:)/gu)];
    for (const language of ["ko", "en"] as const) {
      const usage = said(`${name}-usage` as Word, {}, language);
      assert.match(usage, new RegExp(`npm run ${script}(?= |$|\\n)`, "u"));
      for (const [, option] of kinds)
        if (option !== "site") assert.ok(usage.includes(`--${option}`), `${name} --${option}`);
    }
  }
});

test("--help shows the usage and does nothing; a word that a command does not take is named above it", () => {
  for (const word of ["--help", "-h"])
    for (const name of ["doctor.ts", "upgrade.ts"]) assert.equal(ran(name, [word]).status, 0);
  assert.match(ran("build.mjs", ["--help"]).stdout, /^사용법: npm run build/u);
  const { status, stderr } = ran("doctor.ts", ["내 글.md"]);
  assert.equal(status, 1);
  assert.match(stderr, /^사용법: npm run doctor[\s\S]*\n이 명령에서 쓰지 않는 말이나 옵션입니다: 내 글\.md — /u);
  assert.match(ran("due.ts", ["--tset"]).stderr, /옵션입니다: --tset — /u);
});

test("a command whose option npm has taken does nothing but tell of it", (context) => {
  const folder = temporaryFolder(context);
  const dry = { npm_config_dry_run: "true", SEOGO_ROOT: folder };
  const brought = ran("import.ts", [join(root, "examples"), "--to", folder], dry);
  assert.equal(brought.status, 1);
  assert.match(brought.stderr, /^--dry-run 옵션을 npm이 가져가서[^\n]*npm run 명령 -- --dry-run\n$/u);
  assert.ok(!existsSync(join(folder, "import-report.md")));
  assert.match(ran("upgrade.ts", ["../x"], dry).stderr, /^--dry-run 옵션을 npm이/u);
  assert.match(ran("publish.ts", [folder], { npm_config_rollback: "true" }).stderr, /^--rollback 옵션을 npm이/u);
  // What npm's own settings may hold stops nothing.
  assert.match(ran("remove.ts", [], { npm_config_yes: "true", npm_config_json: "" }).stderr, /^사용법/u);
});
