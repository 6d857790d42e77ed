import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressOf, resolver } from "#tools/prove/built-site.ts";
import { assertHolds } from "../random.ts";

test("a fragment means what the URL standard makes of it, also where nothing is parsed", () => {
  const resolve = resolver({ address: "https://seogo.example/blog/" });
  const fragment = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("둘째 제목", "가%20나", "%", "a:~:text=b", "위"),
  );
  assertHolds(
    fc.property(fragment, fc.constantFrom("posts/가/index.html", "404.html", "a b/index.html"), (text, file) => {
      const whole = new URL(encodeURI(`.${addressOf(file)}`), "https://seogo.example/blog/").href;
      assert.deepEqual(resolve(file, `#${text}`), resolve(file, `${whole}#${text}`));
    }),
    500,
  );
});

test("a path means what the URL standard makes of it, also where nothing is parsed", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constantFrom(
      "글",
      "글".normalize("NFD"),
      "a",
      "_~-",
      ".",
      "..",
      ".a",
      "a.",
      "%",
      "%41",
      "/",
      "blog/",
      "\\",
      "?",
      " ",
    ),
  );
  const address = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join("")}`);
  for (const home of [
    "https://seogo.example/",
    "https://seogo.example/blog/",
    "http://xn--3e0b707e.example:8080/글/",
  ]) {
    const { origin } = new URL(home);
    assertHolds(
      fc.property(address, (path) => {
        fc.pre(!/^\/[\t\n\r]*[/\\]/u.test(path));
        const [short, long] = [path, `${origin}${path}`].map((written) =>
          resolver({ address: home })("a.html", written),
        );
        // What begins with a capital is parsed: no origin does.
        const parsed = resolver({ address: home })("a.html", `${origin.replace("http", "HTTP")}${path}`);
        assert.deepEqual(short, parsed, path);
        assert.deepEqual(long, parsed, path);
      }),
      500,
    );
  }
});
