import assert from "node:assert/strict";
import { once } from "node:events";
import { get } from "node:https";
import { join } from "node:path";
import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { missingServer } from "./programs.ts";
import { ask } from "./request.ts";
import { folderToServe } from "./running.ts";
import { servers } from "./servers.ts";

for (const { name, program, abilities, start } of servers) {
  test(`${name} meets every expectation`, { skip: missingServer(name, program) }, async (context) => {
    const folder = folderToServe();
    const { port, plainPort, stop } = await start({ folder, ...(await siteToServe(folder)) });
    context.after(stop);
    if (plainPort !== undefined) {
      await context.test("plain HTTP leads to HTTPS in one step", async () => {
        const { status, headers } = await ask(plainPort, "/%EA%B0%80/?a=1");
        assert.deepEqual([status, headers.location], [301, "https://localhost/%EA%B0%80/?a=1"]);
      });
      await context.test("the certificate is used", async () => {
        const [answer] = await once(
          get({ socketPath: join(folder, "work/tls"), rejectUnauthorized: false }),
          "response",
        );
        assert.deepEqual([answer.statusCode, answer.socket.getProtocol()], [200, "TLSv1.3"]);
        answer.destroy();
      });
    }
    for (const [words, check] of expectations(abilities)) await context.test(words, () => check(port));
  });
}
