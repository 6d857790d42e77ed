import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { AstroPrerenderer } from "astro";
import { cachedStamps, filesToMake } from "#cache/page-keys.ts";
import { defineSite } from "#model/site.ts";
import { cachedOutput } from "#tools/build/cached-output.ts";
import { temporaryFolder } from "./temporary.ts";

/** More than a call takes as values, which is some 120,000. */
const many = 200_000;

test("a build ends with more pages than one call takes as values", async (context) => {
  const root = temporaryFolder(context);
  const pageKeys = join(root, "page-keys");
  const candidates = Array.from({ length: many }, (_, index) => ({ file: `${String(index)}/index.html`, key: "a" }));
  assert.equal(filesToMake({ outDir: root, folder: pageKeys, code: "1" }, "/[page]", candidates).length, many);
  const site = defineSite({ address: "https://site.example/", title: "집" });
  const { hooks } = cachedOutput({ root, site, now: 0, pageKeys });
  // None of them is rendered: what was kept of each is the same.
  const astro = { name: "fake", getStaticPaths: async () => [], render: async () => new Response() };
  let left: unknown;
  await hooks["astro:build:start"]?.({
    logger: { info: () => undefined },
    setPrerenderer: (made: (given: AstroPrerenderer) => AstroPrerenderer) => {
      left = made(astro).getStaticPaths();
    },
  } as never);
  assert.deepEqual(await left, []);
  assert.equal(cachedStamps(pageKeys).size, many);
});
