import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { openTable, textStore, writeWhole } from "#cache/store.ts";
import { temporaryFolder } from "../temporary.ts";
import { assertHolds } from "../../random.ts";

test("a text is given back as it was put", (context) => {
  const store = textStore(join(temporaryFolder(context), "bodies"), ".html");
  assertHolds(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      store.put("a", text);
      assert.equal(store.get("a"), text);
    }),
  );
});

test("only the texts that are needed stay, and what others are writing just now", (context) => {
  const folder = join(temporaryFolder(context), "bodies");
  const store = textStore(folder, ".html");
  assert.deepEqual([store.keys().size, store.get("a")], [0, undefined]);
  for (const key of ["a", "b"]) store.put(key, "<p>");
  for (const other of ["c.html.1-0.part", "d.json"]) writeFileSync(join(folder, other), "");
  assert.deepEqual(store.keys(), new Set(["a", "b"]));
  store.prune(new Set(["b"]));
  assert.deepEqual(readdirSync(folder).sort(), ["b.html", "c.html.1-0.part"]);
});

test("what a killed process was writing goes when the next one writes there, and what a living one writes stays", (context) => {
  const folder = temporaryFolder(context);
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const living = `gone.txt.${process.pid}-0.part`;
  for (const name of [`gone.txt.${dead}-0.part`, `글.md.${dead}-12.part`, living, "a.part"])
    writeFileSync(join(folder, name), "반쪽");
  writeWhole(join(folder, "addresses.txt"), "");
  assert.deepEqual(readdirSync(folder).sort(), ["a.part", "addresses.txt", living]);
});

test("a table of another version is empty, and one that did not change is not written", (context) => {
  const file = join(temporaryFolder(context), "folder/table.jsonl");
  const table = openTable(file, "1");
  table.put("가\n\t", { a: [1, null, "나"] });
  table.save();
  const written = readFileSync(file, "utf8");
  assert.deepEqual(openTable(file, "1").get("가\n\t"), { a: [1, null, "나"] });
  assert.deepEqual(openTable(file, "2").values(), []);
  writeFileSync(file, written.slice(0, -9));
  const again = openTable(file, "1");
  again.put("가\n\t", { a: [1, null, "나"] });
  again.save();
  assert.equal(readFileSync(file, "utf8"), written, "what is damaged is written anew");
});

test("putting what is there already leaves the file alone", (context) => {
  const file = join(temporaryFolder(context), "table.jsonl");
  const table = openTable<string>(file);
  const digest = table.put("가", "나");
  table.save();
  const again = openTable<string>(file);
  assert.equal(again.put("가", "나"), digest);
  writeFileSync(file, "");
  again.save();
  assert.equal(readFileSync(file, "utf8"), "");
});

test("keys stand in the order that they were pruned to", (context) => {
  const file = join(temporaryFolder(context), "table.jsonl");
  const table = openTable<number>(file);
  for (const [value, key] of ["다", "가", "나"].entries()) table.put(key, value);
  table.prune(["가", "나", "없음"]);
  table.save();
  assert.deepEqual(openTable(file).values(), [1, 2]);
  const other = openTable<number>(file);
  other.prune(["나", "가"]);
  other.save();
  assert.deepEqual(openTable(file).values(), [2, 1]);
});

test("whatever byte is changed or wherever it is cut, no value comes back that was not put", (context) => {
  const folder = temporaryFolder(context);
  const [file, store] = [join(folder, "table.jsonl"), textStore(folder, ".html")];
  const values = { 가: "첫 글", 나: { b: [1, 2] }, 다: null };
  const table = openTable<unknown>(file, "v");
  for (const [key, value] of Object.entries(values)) table.put(key, value);
  table.save();
  store.put("a", "<p>글</p>");
  const [whole, body] = [readFileSync(file), readFileSync(join(folder, "a.html"))];
  const damage = fc.record({ at: fc.nat(), flip: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() });
  const damaged = (bytes: Buffer, { at, flip, cut }: { at: number; flip: number; cut: boolean }) => {
    const place = at % bytes.length;
    if (cut) return bytes.subarray(0, place);
    return Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ flip : byte)));
  };
  assertHolds(
    fc.property(damage, (how) => {
      writeFileSync(file, damaged(whole, how));
      const read = openTable<unknown>(file, "v");
      assert.ok(read.damaged);
      for (const [key, value] of Object.entries(values)) {
        const found = read.get(key);
        if (found !== undefined) assert.deepEqual(found, value);
        read.put(key, value);
      }
      read.prune(Object.keys(values));
      read.save();
      assert.deepEqual(readFileSync(file), whole);
      writeFileSync(join(folder, "a.html"), damaged(body, how));
      assert.equal(store.get("a"), undefined);
    }),
  );
});
