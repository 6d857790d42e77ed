import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { said, type Word } from "#text/words.ts";
import { temporaryFolder, write } from "./temporary.ts";

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
  const asking = commands.filter(({ source }) => /\bgiven\(/u.test(source));
  assert.ok(asking.length > 15);
  for (const { name, source } of asking) {
    assert.doesNotMatch(source, /ownerSite\(\)[\s\S]*\bgiven\(/u, `${name}: mistakes in settings hide no usage`);
    const [script] =
      Object.entries(scripts).find(([, line]) => new RegExp(`commands/${name}\\.`, "u").test(line)) ?? [];
    const kinds = [...source.matchAll(/["']?([a-z-]+)["']?: "(?:boolean|string)"/gu)];
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
  for (const name of ["due.ts", "upgrade.ts"])
    assert.match(ran(name, ["--tset"]).stderr, /^사용법: npm run [\s\S]*옵션입니다: --tset — /u);
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

test("a path is read from where the owner stands, since npm begins a command at the root", (context) => {
  const folder = temporaryFolder(context);
  const here = { INIT_CWD: folder };
  write(folder, {
    "옛/글.md": "---\ntitle: 글\ndate: 2020-01-01\n---\n본문\n",
    "주소.txt": "https://old.example/2020/글/",
    "옛-사이트/글/index.html": "<title>글</title>",
  });
  const brought = ran("import.ts", ["옛", "--kind", "markdown", "--to", "새", "--addresses", "주소.txt"], here);
  assert.equal(brought.status, 0, brought.stderr);
  assert.match(readFileSync(join(folder, "새/src/content/posts/글.md"), "utf8"), /\nurl: "?\/2020\/글\//u);
  mkdirSync(join(folder, "새/dist"));
  const checked = ran("import.ts", ["--check", "옛-사이트", "--to", "새"], here);
  assert.match(checked.stdout, /주소 1개 가운데/u, checked.stderr);
  for (const release of ["1", "2"]) mkdirSync(join(folder, "www.releases", release), { recursive: true });
  symlinkSync("www.releases/2", join(folder, "www"));
  assert.match(ran("publish.ts", ["www", "--rollback"], here).stdout, /^1번째/u);
  write(folder, { "나감/sitemap-index.xml": "<sitemapindex></sitemapindex>" });
  assert.doesNotMatch(ran("verify.ts", ["나감"], here).stderr, /sitemap-index\.xml/u);
  assert.match(ran("verify.ts", ["나깜"], here).stderr, /나깜 {2}파일이나 폴더가 없습니다/u);
});
