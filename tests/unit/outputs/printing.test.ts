import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { escapedText, tag } from "#model/escape.ts";
import { jsonLdText } from "#outputs/structured-data.ts";
import { assertHolds } from "../../random.ts";

test("no text breaks out of a JSON-LD block, and it reads back the same", () => {
  assertHolds(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const hostile = `${text}</script><!--\u2028\u2029`;
      const written = jsonLdText({ hostile });
      assert.doesNotMatch(written, /[<\u2028\u2029]/u);
      assert.deepEqual(JSON.parse(written), { hostile });
    }),
  );
});

test("a tag and a text read back as what was printed, whatever it was", () => {
  assertHolds(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const written = value.replace(/[\0\r\uD800-\uDFFF]/gu, "");
      const read = parseFragment(`${tag("a", { title: written, href: undefined })}${escapedText(written)}</a>`)
        .childNodes[0];
      assert.ok(read && "attrs" in read);
      assert.deepEqual(read.attrs, [{ name: "title", value: written }]);
      assert.equal(read.childNodes.map((node) => ("value" in node ? node.value : "?")).join(""), written);
    }),
  );
  assert.equal(tag("img", { alt: "", src: 'a"&b' }), '<img alt src="a&quot;&amp;b">');
});
