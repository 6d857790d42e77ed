import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { site } from "#site.config.ts";
import { failureMessages } from "#messages/failure.ts";
import { hear } from "#messages/told.ts";
import { cachedOutput } from "#tools/build/cached-output.ts";
import { reportOf } from "#tools/dev/board.ts";
import { keepEditor } from "#tools/dev/dev-server.ts";
import { keepReading, settingsKeeper } from "#tools/dev/restart.ts";

test("what changes while the dev server begins anew is read, and what changes later is passed on", async () => {
  const [before, now] = [new EventEmitter(), new EventEmitter()];
  const heard: string[] = [];
  before.on("change", () => heard.push("too early"));
  let readings = 0;
  const kept = keepReading({ first: before, ended: before, now }, async () => {
    readings += 1;
    if (readings === 1) now.emit("change", "during.md");
    else before.on("change", (file: string) => heard.push(file));
  });
  assert.equal(readings, 0);
  before.removeAllListeners();
  await kept;
  assert.equal(readings, 2);
  now.emit("change", "later.md");
  assert.deepEqual(heard, ["later.md"]);
});

test("a second beginning reads again too, when the watcher of the first has ended", async () => {
  const [first, ended, now] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  const heard: string[] = [];
  first.on("change", () => heard.push("of a server that is no more"));
  ended.on("change", () => undefined);
  const kept = keepReading({ first, ended, now }, async () => {
    first.on("change", (file: string) => heard.push(file));
  });
  ended.removeAllListeners();
  await kept;
  now.emit("change", "later.md");
  assert.deepEqual(heard, ["later.md"]);
});

for (const event of ["add", "addDir", "change", "unlink"])
  test(`a file that changes (${event}) before the collections listen, in the same reading, is read by one more`, async () => {
    const [first, now] = [new EventEmitter(), new EventEmitter()];
    const heard: string[] = [];
    let readings = 0;
    await keepReading({ first, ended: first, now }, async () => {
      readings += 1;
      if (readings > 1) return;
      now.emit(event, "during.md");
      for (const one of ["change", event]) first.on(one, (file: string) => heard.push(file));
    });
    assert.deepEqual([readings, heard], [2, []]);
    now.emit(event, "later.md");
    assert.equal(heard[0], "later.md");
  });

test("settings that change while the dev server begins are told once it has begun, and only then", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "seogo-settings-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "astro.config.mjs");
  writeFileSync(file, "");
  utimesSync(file, 1, 1);
  const keep = settingsKeeper(file);
  const beginning = () => {
    const [now, heard, { promise, resolve }] = [new EventEmitter(), [] as string[], Promise.withResolvers<void>()];
    now.on("change", (name: string) => heard.push(name));
    return { now, heard, resolve, kept: keep(now, promise) };
  };
  const change = ({ now }: { now: EventEmitter }) => {
    utimesSync(file, Date.now() / 1000 + 1, Date.now() / 1000 + 1);
    now.emit("change", file);
  };
  const first = beginning();
  change(first);
  first.now.emit("change", "글.md");
  assert.deepEqual(first.heard, ["글.md"]);
  first.resolve();
  await first.kept;
  assert.deepEqual(first.heard, ["글.md", file]);
  // Astro forgets what the watcher that ends still hears.
  change(first);
  const second = beginning();
  second.resolve();
  await second.kept;
  assert.deepEqual(second.heard, [file]);
  utimesSync(file, 1, 1);
  const third = beginning();
  third.resolve();
  await third.kept;
  assert.deepEqual(third.heard, []);
  change(third);
  assert.deepEqual(third.heard, [file]);
});

test("the dev server is a preview and a build is none, whatever NODE_ENV a shell has", (context) => {
  const given = process.env["NODE_ENV"];
  context.after(() => {
    if (given === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = given;
  });
  const { hooks } = cachedOutput({ site, root: "/", now: 0 });
  const under = (command: "dev" | "build", shell: string) => {
    process.env["NODE_ENV"] = shell;
    void hooks["astro:config:setup"]?.({ command, updateConfig: () => undefined } as never);
    return process.env["NODE_ENV"];
  };
  assert.deepEqual([under("dev", "production"), under("build", "development")], ["development", "production"]);
});

test("a page that asks for a server is told while the dev server runs, and keeps one from starting", (context) => {
  const { hooks } = cachedOutput({ site, root: "/", now: 0 });
  const setUp = (command: "dev" | "build") =>
    void hooks["astro:config:setup"]?.({ command, updateConfig: () => undefined } as never);
  const page = { origin: "project", entrypoint: "src/pages/now.astro", isPrerendered: false };
  const resolve = (...routes: object[]) => void hooks["astro:routes:resolved"]?.({ routes } as never);
  setUp("build");
  resolve(page);
  setUp("dev");
  resolve({ ...page, isPrerendered: true });
  assert.throws(
    () => resolve(page),
    (error: Error) => failureMessages(error)?.[0]?.file === "src/pages/now.astro",
  );
  context.after(() => process.removeAllListeners("seogo:lost"));
  const told: string[] = [];
  hear("seogo:lost", (report) => told.push(report));
  resolve(page);
  assert.match(told.join(), /^src\/pages\/now\.astro {2}.*prerender = false/mu);
});

test("what a server that has ended cannot load is nothing that is wrong", async () => {
  const failed = (message: string) => reportOf(Promise.reject(new Error(message)), "/");
  assert.equal(await failed('transport was disconnected, cannot call "fetchModule"'), "");
  assert.notEqual(await failed("other"), "");
});

test("the author's editor opens for the own machine alone", () => {
  let answerTo = (..._: unknown[]): void => {};
  keepEditor({ middlewares: { use: (hear: typeof answerTo) => (answerTo = hear) } } as never);
  const statusOf = (url: string, remoteAddress: string) => {
    let status = 0;
    const response = { writeHead: (code: number) => ({ end: () => (status = code) }) };
    answerTo({ url, socket: { remoteAddress } }, response, () => (status = 200));
    return status;
  };
  for (const own of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    assert.equal(statusOf("/__open-in-editor?file=/a", own), 200, own);
  for (const other of ["192.0.2.2", "fe80::1", "::ffff:192.0.2.127", ""]) {
    assert.equal(statusOf("/blog/__Open-in-editor/?file=/a", other), 403, other);
    assert.equal(statusOf("/posts/", other), 200, other);
  }
});
