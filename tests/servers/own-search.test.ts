import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { searchAnswerer } from "#tools/search/answerer.ts";
import { build, layOut } from "../site/sites.ts";
import { missingServer } from "./programs.ts";
import { ask } from "./request.ts";
import { folderToServe } from "./running.ts";
import { servers } from "./servers.ts";

const settings = { address: "https://seogo.example/", search: "own" } as const;
const folder = layOut({
  name: "own-search-served",
  posts: { "테크핀.md": "tests/fixtures/seed/seed.md" },
  settings: `import { defineSite } from "./model/site.ts";
export const site = defineSite(${JSON.stringify(settings)});
`,
});
build(folder);
const site = join(folder, "dist");

for (const { name, program, start } of servers.filter((one) => one.name !== "wrangler")) {
  test(
    `${name} sends searches to the answerer, with the headers of every page`,
    { skip: missingServer(name, program) },
    async (context) => {
      const server = join(folderToServe(), "server");
      cpSync(join(folder, ".seogo/server"), server, { recursive: true });
      const answerer = searchAnswerer({ folder: site, server }, defineSite(settings)).listen(0, "127.0.0.1");
      context.after(() => answerer.close());
      await once(answerer, "listening");
      const { port: own } = answerer.address() as AddressInfo;
      for (const file of globSync("*.{conf,caddy}", { cwd: server }).map((file) => join(server, file)))
        writeFileSync(file, readFileSync(file, "utf8").replaceAll("127.0.0.1:8098", `127.0.0.1:${own}`));
      const { port, stop } = await start({ folder: folderToServe(), site, server });
      context.after(stop);
      const { status, headers, body } = await ask(port, `/search/?q=${encodeURIComponent("핀테크")}`);
      assert.equal(status, 200);
      assert.match(body.toString(), /<mark>핀테크/u);
      assert.match(String(headers["content-security-policy"]), /form-action 'self'/u);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["cache-control"], "public, max-age=0, must-revalidate");
    },
  );
}
