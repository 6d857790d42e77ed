import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileReader } from "#tools/prove/file-reader.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("files of any size are read whole, one after the other", (context) => {
  const folder = temporaryFolder(context);
  const sizes = [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 5 * 2 ** 20, 3];
  const texts = sizes.map((size, index) => String(index).repeat(size));
  write(folder, Object.fromEntries(texts.map((text, index) => [String(index), text])));
  const read = fileReader();
  for (const [index, text] of texts.entries())
    assert.ok(Buffer.from(text).equals(read(join(folder, String(index)))), String(sizes[index]));
  assert.throws(() => read(join(folder, "없음")), { code: "ENOENT" });
});
