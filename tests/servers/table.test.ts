import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { missingServer } from "./programs.ts";
import { folderToServe } from "./running.ts";
import { servers } from "./servers.ts";

for (const { name, program, abilities, start } of servers) {
  test(`${name} meets every expectation`, { skip: missingServer(name, program) }, async (context) => {
    const folder = folderToServe();
    const { port, stop } = await start({ folder, ...(await siteToServe(folder)) });
    context.after(stop);
    for (const [words, check] of expectations(abilities)) await context.test(words, () => check(port));
  });
}
