import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { type FileMemory, fileMemory } from "#reading/file-memory.ts";
import { now, post, temporarySite } from "./temporary-site.ts";

const old = new Date("2020-06-01");

/** A folder of two files and a run over them that tells which it really read. */
function folder(context: TestContext) {
  const root = temporarySite(context, { "a.txt": "가", "b.txt": "나", ".seogo/x": "" });
  const open = (validFor = "1", youngMs = 40) =>
    fileMemory({ root, cacheDir: `${root}/.seogo`, site: defineSite({}), pipeline: validFor, youngMs });
  const run = (memory: FileMemory, names = ["a.txt", "b.txt"]) => {
    const read: string[] = [];
    memory.begin();
    const found = names.map((name) =>
      memory.of(name, () => {
        read.push(name);
        return { text: readFileSync(`${root}/${name}`, "utf8") };
      }),
    );
    memory.save();
    return { read, found: found.map(({ text }) => text).join(" ") };
  };
  return { root, open, run };
}

/** Makes files look written long before the run that first reads them: by the disk's own clock, which only waiting moves. */
async function settled(milliseconds = 60): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test("a file that did not change is read once, in this run and in later ones", async (context) => {
  const { open, run } = folder(context);
  await settled();
  assert.deepEqual(run(open()), { read: ["a.txt", "b.txt"], found: "가 나" });
  const memory = open();
  assert.deepEqual(run(memory), { read: [], found: "가 나" });
  assert.deepEqual(run(memory), { read: [], found: "가 나" });
  assert.deepEqual(run(open("2")).read, ["a.txt", "b.txt"]);
});

test("a file as young as the run that read it is read again", (context) => {
  const { open, run } = folder(context);
  // However busy the machine is.
  run(open("1", 600_000));
  assert.deepEqual(run(open("1", 600_000)).read, ["a.txt", "b.txt"]);
});

test("every way of changing a file is seen", async (context) => {
  const { root, open, run } = folder(context);
  for (const name of ["a.txt", "b.txt"]) utimesSync(`${root}/${name}`, old, old);
  await settled();
  const changes: Record<string, { change: () => void; read: string[]; found: string }> = {
    "as long as before, its old time put back": {
      change: () => {
        writeFileSync(`${root}/a.txt`, "다");
        utimesSync(`${root}/a.txt`, old, old);
        assert.equal(statSync(`${root}/a.txt`).mtimeMs, old.getTime());
      },
      read: ["a.txt"],
      found: "다 나",
    },
    "two files that change places": {
      change: () => {
        renameSync(`${root}/a.txt`, `${root}/c.txt`);
        renameSync(`${root}/b.txt`, `${root}/a.txt`);
        renameSync(`${root}/c.txt`, `${root}/b.txt`);
      },
      read: ["a.txt", "b.txt"],
      found: "나 다",
    },
    "another file of the same length in its place": {
      change: () => {
        writeFileSync(`${root}/c.txt`, "라");
        utimesSync(`${root}/c.txt`, old, old);
        renameSync(`${root}/c.txt`, `${root}/a.txt`);
      },
      read: ["a.txt"],
      found: "라 다",
    },
    "touched only": { change: () => utimesSync(`${root}/a.txt`, old, now / 1000), read: ["a.txt"], found: "라 다" },
  };
  run(open());
  for (const [how, { change, read, found }] of Object.entries(changes)) {
    await settled();
    run(open());
    change();
    assert.deepEqual(run(open()), { read, found }, how);
  }
});

test("what a run did not ask for is forgotten, and what is damaged read again", async (context) => {
  const { root, open, run } = folder(context);
  const file = `${root}/.seogo/files.jsonl`;
  await settled();
  run(open());
  run(open(), ["a.txt"]);
  assert.deepEqual(run(open()).read, ["b.txt"]);
  run(open());
  const whole = readFileSync(file, "utf8");
  const damages = [
    ["{", ["a.txt", "b.txt"]],
    ["", ["a.txt", "b.txt"]],
    [whole.slice(0, -9), ["b.txt"]],
    [whole.replace("나", "다"), ["b.txt"]],
  ] as const;
  for (const [damaged, read] of damages) {
    writeFileSync(file, damaged);
    assert.deepEqual(run(open()), { read, found: "가 나" }, damaged);
    assert.deepEqual(run(open()).read, []);
  }
  rmSync(`${root}/a.txt`);
  assert.throws(() => run(open()), /ENOENT.*a\.txt/u);
});

test("a reading from memory says and gives just what a reading of the files does", async (context) => {
  const root = temporarySite(context, {
    "src/content/posts/가.md": post("tags: [C++, 핀테크]\naliases: [/옛/]\nimage: 없음.png\nextra: {깊이: [1, ~]}"),
    "src/content/posts/나.md": post("date: 어제\ndarft: true"),
    "src/content/posts/다.md": post(
      "weight: 3\ndescription: '  '\nupdated: 2020-06-02 10:00",
      "가\u0008 ![x](Y.png)\n",
    ),
    "src/content/posts/y.png": "no picture",
    "src/content/pages/about.md": "제목 없는 쪽\n",
  });
  const site = defineSite({});
  await settled(2100);
  const read = async () => {
    const memory = fileMemory({ root, site, cacheDir: `${root}/.seogo`, pipeline: "1" });
    memory.begin();
    const { drafts, entries, problems, notes } = readContent({ root, site, now, memory });
    memory.save();
    return JSON.stringify({ drafts, entries, problems, notes });
  };
  const { drafts, entries, problems, notes } = readContent({ root, site, now });
  const plain = JSON.stringify({ drafts, entries, problems, notes });
  assert.equal(await read(), plain);
  assert.equal(await read(), plain);
  assert.equal(readFileSync(`${root}/.seogo/files.jsonl`, "utf8").split("\n").length, 1 + 4 + 1);
});
