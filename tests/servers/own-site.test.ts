import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { addressOf } from "#tools/prove/built-site.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { distOf, recipes } from "../site/sites.ts";
import { missingServer } from "./programs.ts";
import { ask } from "./request.ts";
import { folderToServe } from "./running.ts";
import { servers } from "./servers.ts";

for (const { name, program, start } of servers) {
  test(
    `${name} answers every address of our own site, and redirects every moved one`,
    { skip: missingServer(name, program) },
    async (context) => {
      const site = distOf(recipes.own);
      const { port, stop } = await start({
        folder: folderToServe(),
        site,
        server: join(dirname(site), ".seogo/server"),
      });
      context.after(stop);
      const redirects = readFileSync(join(site, "_redirects"), "utf8")
        .split("\n")
        .filter((line) => /^\/\S+ \S+ 301$/u.test(line) && !line.includes("/:"))
        .map((line) => line.split(" "));
      const moved = new Set(redirects.map(([from = ""]) => decodeURI(from)));
      const standing = filesIn(site)
        .map(addressOf)
        .filter((path) => !moved.has(path) && !/^\/(?:_|404\.html)/u.test(path));
      assert.ok(standing.length > 50 && redirects.length > 5);
      const answers = await Promise.all(
        standing.map(async (path) => [path, (await ask(port, encodeURI(path))).status]),
      );
      assert.deepEqual(
        answers.filter(([, status]) => status !== 200),
        [],
      );
      for (const [from = "", to] of redirects) {
        const { status, headers } = await ask(port, from);
        assert.deepEqual(
          [status, headers.location && new URL(headers.location, "http://localhost").pathname],
          [301, to],
          from,
        );
      }
    },
  );
}
