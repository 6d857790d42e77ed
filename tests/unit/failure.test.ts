import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Failure, failureText } from "#messages/failure.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

const refused: readonly (readonly [said: string, code: string, file?: string])[] = [
  ["EACCES: permission denied, open '/site/dist/a.html'", "no-permission", "dist/a.html"],
  ["EROFS: read-only file system, mkdir '/site/.seogo'", "disk-read-only", ".seogo"],
  ["ENOSPC: no space left on device, write", "disk-full"],
  ["EFBIG: file too large, write", "file-limit"],
  ["EMFILE: too many open files, open '/site/src/a.md'", "open-limit", "src/a.md"],
  ["ENOTDIR: not a directory, mkdir '/site/dist'", "file-in-the-way", "dist"],
  ["EBUSY: resource busy or locked, rename '/site/dist' -> '/site/.seogo/spare'", "file-busy", ".seogo/spare"],
  ["EIO: i/o error, read", "disk-trouble"],
];

test("what the system refuses is told with its path, be the error another's text", () => {
  for (const [said, code, file] of refused) {
    const [message] = messagesOf(new Error("a step failed", { cause: new Error(said) }), "/site");
    assert.deepEqual([message?.code, message?.file], [code, file], said);
  }
});

test("the system's own error is known", () => {
  assert.throws(
    () => readFileSync("/nonesuch/a"),
    (error) => messagesOf(error, "/site")[0]?.code === "file-missing",
  );
});

test("a failure of another copy of the class is told as it is; anything else has no stack", () => {
  const failure = new Failure([{ severity: "error", code: "not-built", values: {} }]);
  assert.equal(
    messagesOf(Object.assign(new Error("x"), { name: "Failure", messages: failure.messages }), "/site"),
    failure.messages,
  );
  assert.doesNotMatch(failureText(messagesOf(new TypeError("odd\n    at x.js:1:1"), "/site")), /\n/u);
});
