import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { hear } from "#messages/told.ts";
import astroLog from "#tools/build/astro-log.ts";
import { messagesOf, RouteError } from "#tools/failure/messages-of.ts";

test("an error that Astro tells of in a build fails it; one in dev, or a reference to a draft, does not", (context) => {
  const said = context.mock.method(console, "error", () => undefined);
  context.mock.method(console, "log", () => undefined);
  const before = process.exitCode;
  const line = { level: "error", label: "content", newLine: true } as const;
  astroLog({ dev: true }).write({ ...line, message: "Error reading a.json" });
  const few =
    "\u001B[31mfile watcher error: ENOSPC: System limit for number of file watchers reached, watch '/a'\u001B[39m";
  astroLog({ dev: true }).write({ ...line, message: few });
  assert.match(String(said.mock.calls.at(-1)?.arguments[0]), /max_user_watches/u);
  astroLog().write({ ...line, message: 'Invalid content reference: entry "a"' });
  assert.equal(process.exitCode, before);
  astroLog().write({ ...line, message: "Error reading a.json" });
  assert.equal(process.exitCode, 1);
  process.exitCode = before;
  assert.match(String(said.mock.calls.at(-1)?.arguments[0]), /Error reading a\.json —/u);
});

test("an endpoint that only answers a server's methods fails a build; a collection that is not there is told in our words, once", (context) => {
  const [errors, lines] = (["error", "log"] as const).map(
    (name) => context.mock.method(console, name, () => undefined).mock,
  );
  const before = process.exitCode;
  const log = astroLog();
  const line = { level: "warn", label: "router", newLine: true } as const;
  const answer = 'No API Route handler exists for the method "GET" for the route "/a.json".\nFound handlers: "POST"\n';
  for (const message of [answer, answer, 'The collection "notes" does not exist or is empty. Please check', answer])
    log.write({ ...line, message });
  assert.equal(process.exitCode, 1);
  process.exitCode = before;
  assert.deepEqual([errors?.callCount(), lines?.callCount()], [1, 1]);
  assert.match(String(errors?.calls[0]?.arguments[0]), /POST \(\/a\.json\)/u);
  assert.match(String(lines?.calls[0]?.arguments[0]), /src\/content\.config\.ts {2}.*: notes —/u);
});

type Line = readonly [level: "info" | "warn" | "error", label: string | null, message: string];

/** What the log says of a line, twice where it comes twice. */
function saidOf(context: TestContext, dev: boolean, [level, label, message]: Line): string {
  const said: string[] = [];
  for (const name of ["log", "error"] as const)
    context.mock.method(console, name, (line: string) => said.push(`${name} ${stripVTControlCharacters(line)}`));
  const log = astroLog({ dev });
  for (const _ of [1, 2]) log.write({ level, label, message, newLine: true });
  context.mock.restoreAll();
  return said.join(", ");
}

test("of Astro's log a build says what warns, once, and dev what it does not show elsewhere", (context) => {
  const thrown = "An unhandled error occurred while running";
  const cases: readonly (readonly [line: Line, build: string, dev: string])[] = [
    [["info", "seogo:pages", "셋"], "log 셋", "log 셋, log 셋"],
    [["info", "build", "셋"], "", ""],
    [["warn", "vite", "셋"], "log [vite] 셋", "log [vite] 셋, log [vite] 셋"],
    [["warn", null, "셋"], "log [astro] 셋", "log [astro] 셋, log [astro] 셋"],
    [["warn", "router", "셋"], "log [router] 셋", ""],
    [["warn", "config", "셋"], "log [config] 셋", "log [config] 셋, log [config] 셋"],
    [["error", "seogo", "셋"], "error 셋", "error 셋, error 셋"],
    [["error", "vite", thrown], "", ""],
    [["error", "vite", "Internal server error: [postcss] ENOENT, open './none.css'"], "error Astro", ""],
    [["warn", "vite", thrown], `log [vite] ${thrown}`, ""],
    [["warn", "vite", 'The route "/a/" is defined twice'], "", 'log [vite] The route "/a/" is defined twice'],
    [["warn", "vite", 'The collection "posts" does not exist or is empty'], "", "log src/content.config.ts"],
    [["error", "vite", "Unable to load your Astro config"], "error Astro", ""],
    [["error", "content", 'transport was disconnected, cannot call "fetchModule"'], "error Astro", ""],
  ];
  const before = process.exitCode;
  for (const [line, build, dev] of cases) {
    const [inBuild, inDev] = [saidOf(context, false, line), saidOf(context, true, line)];
    assert.ok(inBuild.startsWith(build) && (build !== "" || inBuild === ""), `${line.join()}: ${inBuild}`);
    assert.ok(inDev.startsWith(dev) && (dev !== "" || inDev === ""), `${line.join()}, dev: ${inDev}`);
  }
  process.exitCode = before;
});

test("what dev goes on without is told to who listens, and else in the terminal; SEOGO_DEBUG=1 shows Astro's own words of an error", (context) => {
  const lost: Line = ["error", "content", "Error reading a.json"];
  assert.match(saidOf(context, true, lost), /^error .*a\.json.*, error /u);
  const heard: string[] = [];
  hear("seogo:lost", (report) => heard.push(report));
  context.after(() => process.removeAllListeners("seogo:lost"));
  assert.equal(saidOf(context, true, lost), "");
  assert.equal(heard.length, 2);
  const refused: Line = ["error", "vite", 'The request id "/etc/passwd" is outside of Vite serving allow list.'];
  assert.match(saidOf(context, true, refused), /^log .*passwd/u);
  assert.equal(heard.length, 2);
  for (const report of heard) assert.match(report, /\n.*a\.json/u);
  const before = process.exitCode;
  assert.match(saidOf(context, false, lost), /^error .*a\.json/u);
  context.after(() => delete process.env["SEOGO_DEBUG"]);
  process.env["SEOGO_DEBUG"] = "1";
  assert.match(saidOf(context, false, ["error", null, "✗ Build failed in 3s"]), /^error .*Build failed/u);
  process.exitCode = before;
});

test("an endpoint without GET and what asks for a request's headers are told as they are, in dev too; so is a warning without a label", (context) => {
  const [errors, lines] = (["error", "log"] as const).map(
    (name) => context.mock.method(console, name, () => undefined).mock,
  );
  const before = process.exitCode;
  const line = { level: "warn", label: null, newLine: true } as const;
  const small =
    'No API Route handler exists for the method "GET" for the route "/a.json".\nFound handlers: "prerender", "get"\n';
  const headers = "`Astro.request.headers` was used when rendering the route `src/pages/a.astro'`. It is not available";
  for (const log of [astroLog(), astroLog({ dev: true })]) {
    log.write({ ...line, label: "router", message: small });
    log.write({ ...line, message: headers });
    log.write({ ...line, message: "Expected second parameter to be an array" });
    log.write({ ...line, level: "error", message: "TypeError: fetch failed" });
  }
  process.exitCode = before;
  const said = errors?.calls.map((call) => String(call.arguments[0])) ?? [];
  assert.equal(said.length, 4);
  for (const told of [said[0], said[2]]) assert.match(told ?? "", /GET을 내보내지 않아 .*\/a\.json .*"get"/u);
  for (const told of [said[1], said[3]])
    assert.match(told ?? "", /request\.headers, cookies \(src\/pages\/a\.astro\)/u);
  assert.equal(lines?.callCount(), 2);
});

test("an error in a component of an MDX file is told with that file, whatever shows it", () => {
  const alt = { type: "AstroError", name: "ImageMissingAlt", entryFile: "src/content/posts/a.mdx" };
  for (const error of [Object.assign(new Error("No alt"), alt), Object.assign(new Error("b"), { ...alt, type: "" })]) {
    const [told] = messagesOf(new RouteError("/rss.xml", "src/pages/[...list]/rss.xml.ts", error), "/site");
    assert.deepEqual([told?.file, told?.page], ["src/content/posts/a.mdx", "/rss.xml"]);
  }
});

test("a request that gets no answer is told with the innermost reason and the page that asks", () => {
  const why = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const error = new RouteError("/a/", "src/pages/a.astro", new TypeError("fetch failed", { cause: why }));
  const [told] = messagesOf(error, "/site");
  assert.deepEqual(
    [told?.code, told?.values["reason"], told?.file],
    ["unreachable", "ECONNREFUSED", "src/pages/a.astro"],
  );
  const loading = Object.assign(new TypeError("fetch failed", { cause: why }), {
    stack: "TypeError: fetch failed\n    at async load (/site/src/content.config.ts:7:21)",
  });
  const [{ file, line } = {}] = messagesOf(loading, "/site");
  assert.deepEqual([file, line], ["src/content.config.ts", 7]);
  const late = new DOMException("late", "TimeoutError");
  assert.equal(messagesOf(late, "/site")[0]?.values["reason"], "TimeoutError");
});

test("a name that a module of Astro's own asks of an owner's file is told at that file", () => {
  const said = '"onRequest" is not exported by "src/middleware.ts".';
  const error = Object.assign(new Error(said), { loc: { file: "\0virtual:astro:middleware", line: 1, column: 9 } });
  const [told] = messagesOf(error, "/site");
  assert.deepEqual([told?.code, told?.file, told?.line], ["name-missing", "src/middleware.ts", undefined]);
});
