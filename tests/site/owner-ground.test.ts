import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut, root } from "./sites.ts";

const ground = ["src/site.config.ts", "src/content", "public", "src/styles/owner.css", "src/owner"];

test("a site whose owner edited only the owner's ground still builds after a new version is laid over it", () => {
  const folder = layOut({ name: "owned", posts: {} });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  writeFileSync(
    join(folder, "src/content/posts/내-글.md"),
    "---\ntitle: 내 글\ndate: 2026-01-02\n---\n\n첫 줄입니다.\n",
  );
  writeFileSync(join(folder, "src/styles/owner.css"), "@layer owner { :root { --owner: 1; } }\n");
  writeFileSync(
    join(folder, "src/site.config.ts"),
    'import { defineSite } from "./model/site.ts";\nexport const site = defineSite({ address: "https://mine.example/", title: "내 책장" });\n',
  );
  writeFileSync(join(folder, "public/내-파일.txt"), "남는 파일\n");
  writeFileSync(join(folder, "src/owner/HomeTop.astro"), "<p>주인의 말</p>\n");
  const kept = join(folder, ".kept");
  for (const path of ground) cpSync(join(folder, path), join(kept, path), { recursive: true });
  rmSync(join(folder, "src"), { recursive: true });
  cpSync(join(root, "src"), join(folder, "src"), { recursive: true });
  for (const path of ground) {
    rmSync(join(folder, path), { recursive: true });
    cpSync(join(kept, path), join(folder, path), { recursive: true });
  }
  build(folder);
  const home = readFileSync(join(folder, "dist/index.html"), "utf8");
  assert.match(home, /<title>내 책장<\/title>/u);
  assert.match(home, /<p>주인의 말<\/p>/u);
  assert.match(home, /href="\/posts\/내-글\/"/u);
  assert.ok(existsSync(join(folder, "dist/내-파일.txt")));
});
