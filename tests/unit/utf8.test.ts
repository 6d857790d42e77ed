import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Text } from "#reading/source-text.ts";
import { assertHolds } from "../random.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

test("UTF-8 is read as the platform's own decoder reads it, a byte order mark kept", () => {
  for (const text of [
    "",
    "\uFEFF",
    "\uFEFF\uFEFF가",
    "가\u0000",
    "각각",
    "\u{10FFFF}\uFFFF\uFFFE",
    "가".repeat(70_000),
  ])
    assert.equal(utf8Text(Buffer.from(text)), text);
  const text = fc.string({ unit: "binary", maxLength: 200 });
  assertHolds(fc.property(text, (one) => assert.equal(utf8Text(Buffer.from(one)), one.toWellFormed())));
});

test("bytes that are no UTF-8 give no text, wherever they stand and whatever array they lie in", () => {
  const broken = ["C3", "80", "EDA080", "F4908080", "C0AF", "E080AF", "F7BFBFBF", "FF", "EAB0"];
  for (const hex of broken) {
    const bytes = Buffer.concat([Buffer.from("가나"), Buffer.from(hex, "hex"), Buffer.from("다")]);
    assert.equal(utf8Text(bytes), undefined, hex);
  }
  const bytes = fc.uint8Array({ maxLength: 40 });
  assertHolds(
    fc.property(
      fc.oneof(
        bytes,
        fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
      ),
      fc.nat(9),
      (one, from) => {
        const part = new Uint8Array(one).subarray(from);
        assert.equal(utf8Text(part), decoded(part));
      },
    ),
    2000,
  );
});
