import assert from "node:assert/strict";
import { test } from "node:test";
import { validateConfig } from "astro/config";
import { failureMessages } from "#messages/failure.ts";
import { defineSite } from "#model/site.ts";
import { checkFixedSettings } from "#tools/build/fixed-settings.ts";

test("what an adapter sets for its server is told by the adapter's name", async () => {
  const root = process.cwd();
  const site = defineSite({ address: "https://site.example/", title: "집" });
  const session = { driver: { entrypoint: "unstorage/drivers/memory" } };
  const featuresOf = async (settings: object) => {
    const config = await validateConfig(settings, root, "build");
    const error = await checkFixedSettings(config, site, root).catch((thrown: Error) => thrown);
    const messages = (error && failureMessages(error)) ?? [];
    return messages.flatMap(({ code, values }) => (code === "needs-server" ? [values["feature"]] : []));
  };
  assert.deepEqual(await featuresOf({ session, adapter: { name: "@astrojs/node", hooks: {} } }), ["@astrojs/node"]);
  assert.deepEqual(await featuresOf({ session }), ["session"]);
});
