import assert from "node:assert/strict";
import { test } from "node:test";
import { readMdxBody } from "#markdown/mdx.ts";
import { bodyProblem } from "#reading/body-problem.ts";
import { plain } from "../markdown/setting.ts";

test("the line that is told in place of one with a brace or an angle brings its author to one that is right", async () => {
  for (const [written, right] of [
    ["변수 {이름 과 { 하나", "변수 \\{이름 과 \\{ 하나"],
    ["값은 \\{가} {나 다} <3", "값은 \\{가} \\{나 다} \\<3"],
    ["\\< {가 <- 나", "\\< \\{가 \\<- 나"],
  ] as const) {
    let line = written as string;
    for (let tries = 0; tries < 4; tries += 1) {
      const error = await readMdxBody(line, plain).catch((thrown: unknown) => thrown);
      if (!(error instanceof Error)) break;
      const draft = { file: "글.mdx", format: "mdx", bodyLine: 1 } as never;
      line = bodyProblem(error, draft, line).corrected ?? "";
    }
    assert.equal(line, right);
  }
});
