import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { validateConfig } from "astro/config";
import { Failure, failureText } from "#messages/failure.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";
import { temporaryFolder, write } from "./temporary.ts";

const refused: readonly (readonly [said: string, code: string, file?: string])[] = [
  ["EACCES: permission denied, open '/site/dist/a.html'", "no-permission", "dist/a.html"],
  ["EROFS: read-only file system, mkdir '/site/.seogo'", "disk-read-only", ".seogo"],
  ["ENOSPC: no space left on device, write", "disk-full"],
  ["EFBIG: file too large, write", "file-limit"],
  ["EMFILE: too many open files, open '/site/src/a.md'", "open-limit", "src/a.md"],
  ["ENOSPC: System limit for number of file watchers reached, watch '/site/src/a.md'", "watch-limit"],
  ["EMFILE: too many open files, watch '/site/src/a.md'", "watch-limit"],
  ["ENOTDIR: not a directory, mkdir '/site/dist'", "file-in-the-way", "dist"],
  ["EBUSY: resource busy or locked, rename '/site/dist' -> '/site/.seogo/spare'", "file-busy", "dist"],
  ["ENOTEMPTY: directory not empty, rename '/site/a' -> '/site/b'", "file-in-the-way", "b"],
  ["EACCES: permission denied, copyfile '/site/public/a' -> '/site/.seogo/a'", "no-permission", "public/a"],
  [`EACCES: permission denied, copyfile '${import.meta.filename}' -> '/site/b'`, "no-permission", "b"],
  ["EACCES, Permission denied: /site/it's '/site/it's'", "no-permission", "it's"],
  ["EIO: i/o error, read", "disk-trouble"],
  ["WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance", "memory-limit"],
  ["Array buffer allocation failed", "memory-limit"],
  ["spawn ENOMEM", "memory-limit"],
  ["spawn /usr/bin/node EAGAIN", "memory-limit"],
  ["ENOMEM: not enough memory, scandir '/site/src'", "memory-limit"],
  [
    "[UNHANDLEABLE_ERROR] Something went wrong inside rolldown.\nFailed to write file in /site/dist/b.mjs\n\nCaused by:\n    Permission denied (os error 13)\n\nStack backtrace:\n   0: <unknown>",
    "no-permission",
    "dist/b.mjs",
  ],
];

test("what the system refuses is told with its path, be the error another's text", () => {
  for (const [said, code, file] of refused) {
    const [message] = messagesOf(new Error("a step failed", { cause: new Error(said) }), "/site");
    assert.deepEqual([message?.code, message?.file], [code, file], said);
  }
});

test("a port that another program has is told by its number", () => {
  const [told] = messagesOf(new Error("listen EADDRINUSE: address already in use 127.0.0.1:4321"), "/site");
  assert.deepEqual([told?.code, told?.values["port"]], ["port-taken", "4321"]);
});

test("the system's own error is known", () => {
  assert.throws(
    () => readFileSync("/nonesuch/a"),
    (error) => messagesOf(error, "/site")[0]?.code === "file-missing",
  );
});

test("code that asks for what is not there is told with the name, in build and in dev", (context) => {
  const dev = "./a.ts (resolved id: ./a.ts) in /site/src/b.mdx. Does the file exist?";
  const root = temporaryFolder(context);
  write(root, {
    "src/styles/owner.css":
      'h1 { color: red }\n@import "./none.css";\n@import "없음.css";\n@import "글꼴/없음.css";\n@import "@fontsource/gowun/400.css"; /* "chart.js" */\n',
  });
  for (const [error, code, name, file] of [
    [new Error(`Failed to load url ${dev}`), "import-missing", "./a.ts", "src/b.mdx"],
    [
      Object.assign(new Error("Could not import `./a.ts`."), { stack: `Error: Failed to load url ${dev}\n    at x` }),
      "import-missing",
      "./a.ts",
      "src/b.mdx",
    ],
    [
      Object.assign(new Error('Preprocessor dependency "sass-embedded" not found. Did you install it?'), {
        id: "/site/src/c.astro",
      }),
      "package-missing",
      "sass-embedded",
      "src/c.astro",
    ],
  ] as const) {
    const [message] = messagesOf(error, "/site");
    assert.deepEqual([message?.code, message?.values["name"], message?.file], [code, name, file]);
  }
  const [sheet] = messagesOf(new Error("[postcss] ENOENT: no such file or directory, open './none.css'"), root);
  assert.deepEqual([sheet?.code, sheet?.file, sheet?.line], ["import-missing", "src/styles/owner.css", 2]);
  // CSS names a file beside it without `./`.
  for (const [name, code] of [
    ["없음.css", "import-missing"],
    ["글꼴/없음.css", "import-missing"],
    ["@fontsource/gowun/400.css", "package-missing"],
    ["chart.js", "package-missing"],
  ] as const)
    assert.equal(messagesOf(new Error(`[postcss] ENOENT: no such file, open '${name}'`), root)[0]?.code, code, name);
  write(root, { "astro.config.mjs": "export default {\n  integrations: [[,\n};\n" });
  const [config] = messagesOf(new Error("Failed to parse source for import analysis because of JSX"), root);
  assert.deepEqual([config?.code, config?.file, config?.line], ["code-syntax", "astro.config.mjs", 3]);
  assert.match(String(config?.values["message"]), /^Unexpected token/u);
  write(root, { "src/content/posts/가/자료.json": '{\n "나": 1,,\n}\n', "src/right.json": "{}" });
  for (const said of [
    "key must be a string at line 2 column 10",
    "[builtin:vite-json] plugin `builtin:vite-json` threw an error",
  ]) {
    const [data] = messagesOf(new Error(said), root);
    assert.deepEqual([data?.code, data?.file, data?.line], ["json-unreadable", "src/content/posts/가/자료.json", 2]);
  }
});

test("a mistake of code is told at the place that its compiler gives, in the first line that says what it is", () => {
  const text = "Build failed with 2 errors:\n\n[plugin a] src/a.ts:1:2: Something odd\nand more";
  assert.equal(messagesOf(new Error(text), "/site")[0]?.values["message"], "Something odd");
  const loc = { file: "/site/src/pages/a.astro", line: 3, column: 4 };
  const [placed] = messagesOf(Object.assign(new Error("Unexpected token"), { loc }), "/site");
  assert.deepEqual(
    [placed?.code, placed?.file, placed?.line, placed?.column],
    ["code-syntax", "src/pages/a.astro", 3, 5],
  );
});

test("a component that is not imported is shown as text with both its tags, whatever the folder is called", (context) => {
  for (const name of ["내블로그", "내 블로그 (1)"]) {
    const root = join(temporaryFolder(context), name);
    const file = `${root}/src/content/posts/a.mdx`;
    write(root, { "src/content/posts/a.mdx": "---\ntitle: a\n---\n\n가 <Callout>알림</Callout> 나\n" });
    const inside = `eval at b (${file}:1:1), <anonymous>`;
    for (const frame of [
      `at a (${file}:9:1)`,
      `at async ${file}:9:1`,
      `at async c (${pathToFileURL(file).href}:9:1)`,
    ]) {
      const error = new Error("Expected component `Callout` to be defined: you likely forgot to import");
      const stack = `Error: x\n    at eval (${inside}:3:4)\n    ${frame}`;
      const [told] = messagesOf(Object.assign(error, { stack }), root);
      assert.deepEqual([told?.line, told?.corrected], [5, "가 \\<Callout>알림\\</Callout> 나"], frame);
    }
  }
});

test("a page whose name Astro cannot read as an address is named, and one where code failed is told at its line", (context) => {
  const root = temporaryFolder(context);
  write(root, { "src/pages/50%.astro": "" });
  const [told] = messagesOf(new URIError("URI malformed"), root);
  assert.deepEqual([told?.code, told?.file], ["file-name-signs", "src/pages/50%.astro"]);
  const stack = `Error: x\n    at f (${root}/src/pages/50%.astro:3:4)`;
  const [failed] = messagesOf(Object.assign(new Error("x"), { stack }), root);
  assert.deepEqual([failed?.code, failed?.file, failed?.line], ["code-failed", "src/pages/50%.astro", 3]);
});

test("a page of an owner's that redirects to an address in Hangul is told as one that redirects", () => {
  const stack =
    "TypeError: x\n    at new Response (node:internal)\n    at redirect (file:///site/node_modules/astro/a.js:3:9)";
  const error = new Error(
    "Cannot convert argument to a ByteString because the character at index 7 has a value of 48388",
  );
  const [told] = messagesOf(
    Object.assign(error, { stack: `${stack}\n    at /site/src/pages/go/index.astro:2:14` }),
    "/site",
  );
  assert.deepEqual([told?.code, told?.values["from"], told?.line], ["config-redirects", "/go/", 2]);
  const [other] = messagesOf(
    Object.assign(error, { stack: "TypeError: x\n    at /site/src/pages/go.ts:2:14" }),
    "/site",
  );
  assert.equal(other?.code, "code-failed");
});

test("a setting that Astro refuses is told by its name", async () => {
  const error: unknown = await validateConfig({ experimental: { oops: true } } as object, "/site", "build").catch(
    (one: unknown) => one,
  );
  assert.equal(messagesOf(error, "/site")[0]?.values["key"], "experimental.oops");
});

test("what Astro refuses is told in its words, by its title where it has none", () => {
  const refused = Object.assign(new Error(), {
    type: "AstroError",
    name: "MissingSharp",
    title: "No entry",
  });
  const [message] = messagesOf(refused, "/site");
  assert.deepEqual(message?.values, { message: "No entry", page: "missing-sharp" });
});

test("a failure of another copy of the class is told as it is; anything else has no stack", () => {
  const failure = new Failure([{ severity: "error", code: "not-built", values: {} }]);
  assert.equal(
    messagesOf(Object.assign(new Error("x"), { name: "Failure", messages: failure.messages }), "/site"),
    failure.messages,
  );
  assert.doesNotMatch(failureText(messagesOf(new TypeError("odd\n    at x.js:1:1"), "/site")), /\n/u);
});
