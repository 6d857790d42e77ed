import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { importBlog } from "#tools/import/import-blog.ts";
import { openTarget } from "#tools/import/shared/target.ts";
import { command, post } from "./command.ts";
import { now } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";

function place(context: TestContext): { source: string; root: string } {
  const { root: source, remove } = unpacked("hugo-pictures.txt");
  const root = mkdtempSync(path.join(tmpdir(), "seogo-target-"));
  context.after(() => {
    remove();
    rmSync(root, { recursive: true, force: true });
  });
  return { source, root };
}

function run(at: { source: string; root: string }, options: { force?: boolean; dryRun?: boolean } = {}) {
  const target = openTarget(at.root, {
    force: options.force ?? false,
    dryRun: options.dryRun ?? false,
    blog: at.source,
  });
  importBlog({ source: at.source, now, progress: () => {} }, target);
  target.close();
  return target;
}

function listing(root: string): string[] {
  return globSync("**/*", { cwd: root })
    .filter((file) => statSync(path.join(root, file)).isFile())
    .map((file) => `${file} ${String(statSync(path.join(root, file)).size)}`)
    .sort();
}

test("a second run writes nothing", (context) => {
  const at = place(context);
  const first = run(at);
  assert.ok(first.counts.new > 10);
  const before = listing(at.root);
  const second = run(at);
  assert.deepEqual([second.counts.new, second.counts.changed, second.counts.kept], [0, 0, 0]);
  assert.deepEqual(listing(at.root), before);
});

test("a dry run writes nothing at all", (context) => {
  const at = place(context);
  assert.ok(run(at, { dryRun: true }).counts.new > 10);
  assert.deepEqual(listing(at.root), []);
});

test("the source is never touched", (context) => {
  const at = place(context);
  const before = listing(at.source);
  run(at);
  assert.deepEqual(listing(at.source), before);
});

test("an edited post stays, and gives way to --force", (context) => {
  const at = place(context);
  run(at);
  const file = path.join(at.root, "src/content/posts/posts/static.md");
  appendFileSync(file, "\n고친 줄\n");
  assert.deepEqual(run(at).keptFiles, ["src/content/posts/posts/static.md"]);
  assert.match(readFileSync(file, "utf8"), /고친 줄/u);
  assert.equal(run(at, { force: true }).counts.changed, 1);
  assert.doesNotMatch(readFileSync(file, "utf8"), /고친 줄/u);
});

test("a run that was stopped anywhere is brought to the same end by the next one", (context) => {
  const at = place(context);
  run(at);
  const whole = listing(at.root);
  for (const stop of [1, 3, 10, 100]) {
    const root = mkdtempSync(path.join(tmpdir(), "seogo-target-"));
    context.after(() => rmSync(root, { recursive: true, force: true }));
    const target = openTarget(root, { force: false, dryRun: false, blog: at.source });
    let count = 0;
    const put = (file: string, bytes: Uint8Array | string) => {
      count += 1;
      if (count <= stop) target.put(file, bytes);
    };
    importBlog({ source: at.source, now, progress: () => {} }, { ...target, put });
    appendFileSync(path.join(root, "import-journal.jsonl"), '\n{"src/content/po');
    run({ ...at, root });
    assert.deepEqual(listing(root), whole);
  }
});

test("what a theme or Seogo itself makes is not copied; owners' files are", (context) => {
  const at = place(context);
  run(at);
  const published = ["favicon.ico", "naver0123.html", "images/x.png", "posts/img/c.png", "posts/resource/문서.pdf"];
  assert.deepEqual(
    published.filter((file) => !existsSync(path.join(at.root, "public", file))),
    [],
  );
  assert.deepEqual(
    ["js/theme.js", "robots.txt"].filter((file) => existsSync(path.join(at.root, "public", file))),
    [],
  );
});

test("two blogs in one Seogo keep apart: the later one's clashing addresses move, with a warning", (context) => {
  const at = place(context);
  run(at);
  const second = place(context);
  const target = openTarget(at.root, { force: false, dryRun: false, blog: second.source });
  const report = importBlog({ source: second.source, now, progress: () => {} }, target);
  target.close();
  const moved =
    report?.pages.filter(({ warnings }) => warnings.some(({ code }) => code === "import-address-taken")) ?? [];
  assert.equal(moved.length, report?.pages.length);
  assert.equal(globSync("src/content/**/*.md", { cwd: at.root }).length, 2 * moved.length);
  assert.ok(moved.every(({ path: address }) => address.endsWith("-2/")));
});

test("a second blog has a report of its own, adds its redirects to those of the first, and is the same unpacked", (context) => {
  const root = mkdtempSync(path.join(tmpdir(), "seogo-target-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const at = (name: string, files: Readonly<Record<string, string>>) => {
    const { root: made, remove } = sourceOf(files);
    context.after(remove);
    renameSync(made, path.join(root, name));
    return path.join(root, name);
  };
  const hexo = { "package.json": '{"dependencies":{"hexo":"7"}}' };
  const tagged = (tag: string) => post("글").replace("\n---\n", `\ntags: [${tag}]\n---\n`);
  const first = at("첫째", { ...hexo, "source/_posts/가.md": tagged("C++") });
  const second = at("둘째.zip", { ...hexo, "source/_posts/나.md": tagged("A/B") });
  const to = path.join(root, "서고");
  const said = [first, second, first, second].map((from) => command([from, "--to", to]).stdout);
  const named = said.map((words) => /\S+\.md에/u.exec(words)?.[0]);
  assert.deepEqual(named, ["import-report.md에", "import-report-2.md에", "import-report.md에", "import-report-2.md에"]);
  const reports = ["", "-2"].map((end) => readFileSync(path.join(to, `import-report${end}.md`), "utf8"));
  assert.ok(reports[0]?.includes("가.md") && reports[1]?.includes("나.md"));
  const moves = readFileSync(path.join(to, "src/content/moves.txt"), "utf8").split("\n");
  assert.equal(moves.filter((line) => line === "/tags/C/ /tags/c++/").length, 1);
  assert.equal(moves.filter((line) => line === "/tags/A-B/ /tags/a/b/").length, 1);
  renameSync(second, path.join(root, "둘째"));
  const counts = command([path.join(root, "둘째"), "--to", to]).stdout;
  assert.match(counts, /새 파일 0개/u);
});

test("another blog in a folder of the same name, told by its program or its address, takes nothing from the first", (context) => {
  const root = mkdtempSync(path.join(tmpdir(), "seogo-target-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const to = path.join(root, "서고");
  const importing = (above: string, files: Readonly<Record<string, string>>) => {
    const { root: made, remove } = sourceOf(files);
    context.after(remove);
    mkdirSync(path.join(root, above), { recursive: true });
    rmSync(path.join(root, above, "blog"), { recursive: true, force: true });
    renameSync(made, path.join(root, above, "blog"));
    return command([path.join(root, above, "blog"), "--to", to]).stdout;
  };
  const hexo = (url: string, words: string) => ({
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "_config.yml": `url: ${url}\n`,
    "source/_posts/글.md": post("글", words),
  });
  assert.match(importing("가", hexo("", "첫 블로그")), /새 파일 [1-9]/u);
  // An owner writes the address that was missing, and imports again.
  assert.match(importing("가", hexo("https://a.test", "첫 블로그")), /새 파일 0개, 바뀐 파일 [1-9]/u);
  importing("나", hexo("https://b.test/blog", "둘째 블로그"));
  importing("다", { "_config.yml": "title: 셋\n", "_posts/2020-01-02-글.md": post("글", "셋째 블로그") });
  const written = globSync("src/content/posts/**/*.md", { cwd: to }).map((file) =>
    readFileSync(path.join(to, file), "utf8"),
  );
  for (const words of ["첫 블로그", "둘째 블로그", "셋째 블로그"])
    assert.ok(
      written.some((text) => text.includes(words)),
      words,
    );
  assert.match(importing("나", hexo("https://b.test/blog", "둘째 블로그")), /새 파일 0개, 바뀐 파일 0개/u);
});
