import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { bodyStore } from "#reading/bodies.ts";
import { temporarySite } from "./temporary-site.ts";

test("a body is given back as it was kept, lone surrogates and all", (context) => {
  const store = bodyStore(`${temporarySite(context, {})}/.seogo`);
  const html = fc.array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  );
  fc.assert(
    fc.property(html, (parts) => {
      store.write("a", parts.join(""));
      assert.equal(store.html("a"), parts.join(""));
    }),
  );
});

test("only what is needed stays, and what others are writing just now", (context) => {
  const root = temporarySite(context, {});
  const store = bodyStore(`${root}/.seogo`);
  assert.equal(store.digests().size, 0);
  for (const digest of ["a", "b"]) store.write(digest, "<p>");
  for (const other of ["c.utf16le.1.part", "d.json"]) writeFileSync(`${root}/.seogo/bodies/${other}`, "");
  assert.deepEqual(store.digests(), new Set(["a", "b"]));
  store.prune(new Set(["b"]));
  assert.deepEqual(readdirSync(`${root}/.seogo/bodies`).sort(), ["b.utf16le", "c.utf16le.1.part"]);
  assert.throws(() => store.html("a"), /ENOENT/u);
});
