import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { oneRun } from "../../setup/one-run.ts";
import { temporaryFolder } from "../temporary.ts";

test("a second run of the tests in one clone is told to wait, and begins once the first has ended", (context) => {
  const clone = temporaryFolder(context);
  const file = join(clone, ".seogo/tests.lock");
  const end = oneRun(clone);
  assert.throws(
    () => oneRun(clone),
    (error: Error) => /테스트|tests/u.test(error.message) && error.message.includes(file),
  );
  end();
  oneRun(clone)();
  assert.equal(existsSync(file), false);
});
