import assert from "node:assert/strict";
import { test } from "node:test";
import type { AstroPrerenderer } from "astro";
import { messagesOf } from "#tools/failure/messages-of.ts";
import { writingPrerenderer } from "#tools/build/prerender.ts";
import { path, setUp, site } from "./prerendering.ts";
import { temporaryFolder } from "./temporary.ts";

test("a page that sets a cookie is refused, as nobody would be sent it", async (context) => {
  const answer = () => Object.assign(new Response("글"), { [Symbol.for("astro.cookies")]: { consume: () => ["a=b"] } });
  const { run } = setUp(context, [path("/now/", "page")], { answer });
  await assert.rejects(run, (error: Error) => {
    const [message] = messagesOf(error, process.cwd());
    return message?.code === "needs-server" && message.page === "/now/";
  });
});

test("all pages that cannot be made are told in one run, those that fail in the same words once", async (context) => {
  const paths = ["/가/", "/나/", "/다/", "/라/"].map((one) => path(one, "page", one < "/다" ? "/[post]" : one));
  const answer = (address: string) => {
    if (decodeURI(address).endsWith("/라/")) return new Response("글");
    throw new Error(decodeURI(address).endsWith("/다/") ? "third" : "first two");
  };
  const { asked, run } = setUp(context, paths, { answer });
  await assert.rejects(run, (error: Error) => {
    const told = messagesOf(error, process.cwd()).map(({ page, file }) => [page, file]);
    assert.deepEqual(told, [
      ["/가/", "src/pages/[post]"],
      ["/다/", "src/pages/다/"],
    ]);
    return true;
  });
  assert.equal(asked.length, 4);
});

test("a page that leads elsewhere is refused with its file", async (context) => {
  const answer = () => Response.redirect("https://site.example/", 301);
  const { run } = setUp(context, [path("/moved/", "page")], { answer });
  await assert.rejects(run, ({ cause }: Error) => (cause as Error).message.includes("src/pages/moved/"));
});

test("an endpoint whose name has no ending, and a page that asks for headers, are told as what they are", async (context) => {
  const slashed = () => new Response(null, { status: 301, headers: { location: "/blog/plain/" } });
  const plain = setUp(context, [path("/plain", "endpoint")], { answer: slashed });
  await assert.rejects(plain.run, ({ cause }: Error) => (cause as Error).message.includes("확장자가 없는 엔드포인트"));
  const asking: AstroPrerenderer = {
    name: "fake",
    getStaticPaths: async () => [path("/asks/", "page")],
    render: async ({ headers }) => new Response(headers.get("cookie")),
  };
  const output = { folder: temporaryFolder(context), publicFiles: new Set<string>(), site, done: () => undefined };
  const run = async () => writingPrerenderer(asking, output).getStaticPaths();
  await assert.rejects(run, (error: Error) => {
    const [told] = messagesOf(error, "/site");
    return told?.code === "needs-server" && told.values["feature"] === "request.headers, cookies";
  });
});

test("two routes for one file, and a template that throws, fail by name", async (context) => {
  const twice = setUp(context, [path("/a/", "page"), path("/a", "page")]);
  await assert.rejects(twice.run, { message: /a\/index\.html.*src\/pages\/a\/.*src\/pages\/a/u, stack: "" });
  const thrown = setUp(context, [path("/나/", "page", "/[...path]")], {
    answer: () => {
      throw new Error("틀이 깨졌습니다");
    },
  });
  await assert.rejects(thrown.run, { path: "/나/", file: "src/pages/[...path]" });
});
