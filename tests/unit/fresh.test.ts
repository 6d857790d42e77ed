import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { recordSamples } from "#tools/import/shared/samples.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";

const command = fileURLToPath(new URL("../../commands/fresh.ts", import.meta.url));
const posts = "src/content/posts";
const pages = "src/content/pages";

function fresh(root: string, ...options: string[]) {
  const env = { ...process.env, LC_ALL: "", LANG: "ko_KR.UTF-8", SEOGO_ROOT: root };
  return spawnSync(process.execPath, [command, ...options], { env, encoding: "utf8" });
}

test("fresh: what came with Seogo goes, an example and all of the owner's stay, and the page about the owner begins anew", (context) => {
  const root = temporaryFolder(context);
  mkdirSync(`${root}/commands`);
  const ours = ["첫-글.md", "우리-글.md", "손댈-글.md", "묶음/index.md", "묶음/그림.svg"].map(
    (name) => `${posts}/${name}`,
  );
  write(root, Object.fromEntries([...ours, `${pages}/about.md`, `${pages}/만듦새.md`].map((path) => [path, path])));
  recordSamples(root);
  const settings = readFileSync(new URL("../../src/site.config.ts", import.meta.url), "utf8");
  write(root, { "src/site.config.ts": settings });
  write(root, { [`${posts}/손댈-글.md`]: "손댔다", [`${posts}/내-글.md`]: "내 글" });

  const told = fresh(root);
  assert.equal(told.status, 0);
  assert.match(
    told.stdout,
    /글과 그림 5개를 지웁니다[\s\S]+손댈-글\.md\n정말 지우려면 npm run fresh -- --yes를 실행하세요/u,
  );
  assert.equal(Object.keys(contents(root)).length, 10);

  const done = fresh(root, "--yes");
  assert.equal(done.stderr, "");
  assert.match(done.stdout, /예시를 비웠습니다[\s\S]+ {2}3\. npm run new/u);
  const left = contents(root);
  const stays = [`${posts}/첫-글.md`, `${posts}/손댈-글.md`, `${posts}/내-글.md`, `${pages}/about.md`];
  assert.deepEqual(Object.keys(left).sort(), [...stays, "commands/samples.json", "src/site.config.ts"].sort());
  assert.match(settings, /license:/u);
  assert.doesNotMatch(left["src/site.config.ts"] ?? "", /license|footer|npm run fresh|여기까지/u);
  assert.match(left["src/site.config.ts"] ?? "", /\n {2}mark: "글",\n/u);
  assert.match(left["src/site.config.ts"] ?? "", /address: [\s\S]+author: \{.+\},\n\}\);/u);
  assert.match(left[`${pages}/about.md`] ?? "", /^---\ntitle: "소개"\nslug: "about"\n---\n/u);
});
