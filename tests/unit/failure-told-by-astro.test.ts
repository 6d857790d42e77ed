import assert from "node:assert/strict";
import { test } from "node:test";
import astroLog from "#tools/build/astro-log.ts";

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
