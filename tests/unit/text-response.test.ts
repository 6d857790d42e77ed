import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextResponse } from "#site/text-response.ts";

test("whatever way an answer is read, it is what a plain Response would be", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const answer = () => new TextResponse(text, "text/markdown");
      const plain = () => new Response(text, { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
      assert.deepEqual(await answer().arrayBuffer(), await plain().arrayBuffer());
      assert.equal(await new Response(answer().body).text(), await plain().text());
      assert.deepEqual([...answer().headers], [...plain().headers]);
      assert.equal(answer().status, 200);
    }),
  );
  assert.equal(await new TextResponse("가나다", "text/plain").text(), "가나다");
});
