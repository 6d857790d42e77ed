import assert from "node:assert/strict";
import { test } from "node:test";
import { validateConfig } from "astro/config";
import { failureMessages } from "#messages/failure.ts";
import { messageLine } from "#messages/report.ts";
import { defineSite } from "#model/site.ts";
import { checkFixedSettings } from "#tools/build/fixed-settings.ts";

test("an adapter, and what it sets for its server, is told by its name", async () => {
  const root = process.cwd();
  const site = defineSite({ address: "https://site.example/", title: "집" });
  const session = { driver: { entrypoint: "unstorage/drivers/memory" } };
  const featuresOf = async (settings: object) => {
    const config = await validateConfig(settings, root, "build");
    const error = await checkFixedSettings(config, { site, root, routes: [] }).catch((thrown: Error) => thrown);
    const messages = (error && failureMessages(error)) ?? [];
    return messages.flatMap(({ code, values }) => (code === "needs-server" ? [values["feature"]] : []));
  };
  assert.deepEqual(await featuresOf({ session, adapter: { name: "@astrojs/node", hooks: {} } }), ["@astrojs/node"]);
  // A static site's too: it would copy what was not proved to a place of its own.
  assert.deepEqual(await featuresOf({ adapter: { name: "@astrojs/vercel", hooks: {} } }), ["@astrojs/vercel"]);
  assert.deepEqual(await featuresOf({ session }), ["session"]);
});

test("of settings that must be as they were nothing says to delete their line, which may be gone already", async () => {
  const root = process.cwd();
  const site = defineSite({ address: "https://site.example/", title: "집" });
  const config = await validateConfig({}, root, "build");
  const error = await checkFixedSettings(config, { site, root, routes: [] }).catch((thrown: Error) => thrown);
  const fixed = ((error && failureMessages(error)) ?? []).filter(({ code }) => code === "config-fixed");
  assert.ok(fixed.some(({ values }) => values["setting"] === "markdown.processor"));
  for (const one of fixed) assert.doesNotMatch(messageLine(one, "ko"), /지우세요/u);
});
