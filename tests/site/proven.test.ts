import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addressOf, builtSite } from "#tools/prove/built-site.ts";
import { noScript } from "#tools/prove/no-script.ts";
import { redirectsOf } from "#tools/publish/redirects.ts";
import { filesOf, readStamped } from "#tools/prove/read-site.ts";
import { readEntries } from "#reading/entry-store.ts";
import { hostileBodies, hostileFiles } from "../unit/guards-hostile.ts";
import { temporaryFolder, write } from "../unit/temporary.ts";
import { distOf, recipes } from "./sites.ts";

test("our own content passes every guard without a warning", () => {
  assert.equal(recipes.own.environment.SEOGO_STRICT, "1");
  assert.ok(existsSync(distOf(recipes.own)), "a build that warns publishes nothing");
});

test("of a site with every way to smuggle script, all hostile pages are found and no other", (context) => {
  const folder = temporaryFolder(context);
  const dist = distOf(recipes.own);
  cpSync(dist, folder, { recursive: true });
  const frame = readFileSync(join(dist, "404.html"), "utf8");
  const bodies = hostileBodies.map(
    ([, html], index) => [`hostile/${index}/index.html`, frame.replace("</h1>", `</h1>${html}`)] as const,
  );
  const files = hostileFiles.map(([path, content], index) => [`hostile-files/${index}/${path}`, content] as const);
  write(folder, Object.fromEntries([...bodies, ...files]));
  const entries = readEntries(join(dist, "../.seogo"));
  const now = Date.UTC(2026, 10, 25);
  const redirects = redirectsOf(entries, now, { promised: new Set(), ledger: [], prefixes: ["/en"] });
  const expected = {
    address: "https://seogo.example/",
    entries,
    now,
    redirects,
    ledger: [],
    publicFiles: files.map(([path]) => path),
    read: () => "",
    source: () => undefined,
  };
  const read = filesOf(readStamped(folder, { isOthers: (path) => path.startsWith("hostile-files/") }));
  const found = new Set(noScript(builtSite(read, expected)).map(({ page }) => page));
  assert.deepEqual([...found].sort(), [...bodies, ...files].map(([path]) => addressOf(path)).sort());
});
