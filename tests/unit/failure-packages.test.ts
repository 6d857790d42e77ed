import assert from "node:assert/strict";
import { test } from "node:test";
import { messagesOf } from "#tools/failure/messages-of.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("a component of a framework whose integration is missing is told so, in build and in dev", () => {
  const refused = Object.assign(new Error("Unable to render `A`."), { type: "AstroError", name: "NoMatchingRenderer" });
  assert.equal(messagesOf(refused, "/site")[0]?.code, "renderer-missing");
  for (const [said, id] of [
    ["[PARSE_ERROR] Unexpected JSX expression", "/site/src/owner/A.tsx"],
    ["Failed to parse source for import analysis because the content contains invalid JS", "/site/src/owner/A.svelte"],
  ] as const) {
    const [told] = messagesOf(Object.assign(new Error(said), { id }), "/site");
    assert.deepEqual([told?.code, told?.file], ["renderer-missing", id.slice("/site/".length)]);
  }
});

test("what a package throws that Astro's settings import is told at that line, and so is one in TypeScript", (context) => {
  const root = temporaryFolder(context);
  write(root, { "astro.config.mjs": 'import a from "a";\nimport b from "@b/c";\n' });
  const at = `    at hook (${root}/node_modules/astro/dist/a.js:1:2)\n    at own (file://${root}/node_modules/@b/c/i.js:1:2)`;
  for (const [code, told] of [
    ["", "code-failed"],
    ["ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING", "package-typescript"],
  ]) {
    const error = Object.assign(new Error("Wrong order"), { code, stack: `Error: Wrong order\n${at}` });
    const [message] = messagesOf(error, root);
    assert.deepEqual([message?.code, message?.file, message?.line, message?.column], [told, "astro.config.mjs", 2, 15]);
  }
});

test("what Astro refuses in a package's code, or names no file for, is told where the site's own code asks for it", async (context) => {
  const root = temporaryFolder(context);
  write(root, {
    "src/pages/a.astro": '---\nimport "astro:i18n";\nimport p from "../none.png";\n---\n<Image src={p} />\n',
  });
  const refused = (name: string, message: string, stack = "") => {
    const loc = { file: `${root}/node_modules/astro/components/Image.astro`, line: 15, column: 2 };
    const about = {
      type: "AstroError",
      name,
      stack: `Error: ${message}\n${stack}`,
      ...(name.startsWith("Image") && { loc }),
    };
    const [one] = messagesOf(Object.assign(new Error(message), about), root);
    return [one?.code, one?.file, one?.line];
  };
  const lost = "Could not find requested image `../none.png`. Does it exist?";
  assert.deepEqual(refused("ImageNotFound", lost), ["import-missing", "src/pages/a.astro", 3]);
  const frame = `    at Image (file://${root}/node_modules/x.js:1:1)\n    at file://${root}/src/pages/a.astro:5:2`;
  assert.deepEqual(refused("ImageMissingAlt", "No alt", frame), ["picture-alt", "src/pages/a.astro", 5]);
  assert.deepEqual(refused("ImageMissingAlt", "No alt"), ["picture-alt", "src/pages/a.astro", 5]);
  assert.deepEqual(refused("UnknownError", "Odd", frame), ["astro-refused", "src/pages/a.astro", 5]);
  const noRenderer = "Unable to render `Image`.\n\nNo valid renderer was found for the `.jsx` file extension.";
  assert.deepEqual(refused("NoMatchingRenderer", noRenderer), ["renderer-missing", "src/pages/a.astro", 5]);
  const bad = "Could not process image metadata for `/site/src/none.png`.";
  assert.deepEqual(refused("NoImageMetadata", bad), ["picture-broken", "src/pages/a.astro", 3]);
  assert.deepEqual(refused("i18nNotEnabled", "Enable i18n"), ["module-elsewhere", "src/pages/a.astro", 2]);
  write(root, {
    "src/content.config.ts": 'export const collections = {\n  mine: defineCollection({}),\n  b: "a.csv",\n};\n',
  });
  const noId = "The content loader for the collection **mine** returned an entry with an invalid `id`:\n{}";
  assert.deepEqual(refused("ContentLoaderReturnsInvalidId", noId), ["loader-id", "src/content.config.ts", 2]);
  // Astro has a wrong name for one of them.
  for (const name of ["ContentLoaderInvalidDataError", "ExpectedImageOptions"])
    assert.deepEqual(refused(name, "**mine** entry is missing an ID.\nx"), ["loader-id", "src/content.config.ts", 2]);
  const parser = "No parser was found for 'a.csv'. Pass a parser function (e.g. `parser: csv`) to the `file` loader.";
  assert.deepEqual(refused("FileParserNotFound", parser), ["file-parser", "src/content.config.ts", 3]);
});
