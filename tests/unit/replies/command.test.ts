import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { post, temporarySite } from "../reading/temporary-site.ts";
import { standIn } from "./stand-in.ts";

const status = (id: string, to: string, content: string) => ({
  id,
  in_reply_to_id: to,
  created_at: "2026-03-01T00:00:00.000Z",
  visibility: "public",
  spoiler_text: "",
  uri: `https://far.example/${id}`,
  url: `https://far.example/${id}`,
  replies_count: 0,
  content,
  account: { acct: "guest", display_name: "손님", url: "https://far.example/@guest" },
});

test("npm run replies shows what would change, then writes it; the same again writes nothing, a deletion is followed, a failure ends with 1", async (context) => {
  let descendants = [status("2", "1", "<p>잘 읽었습니다</p>"), status("3", "2", "<p>저도요&#27;[2J\u202e</p>")];
  const server = await standIn(() => ({ json: { ancestors: [], descendants } }));
  context.after(server.close);
  const at = `${server.address}/@me/1`;
  const root = temporarySite(context, {
    "src/content/posts/2026/봄.md": post(`discussion: ${at}`, "봄입니다.\n"),
    "src/content/posts/초안.md": post(`draft: true\ndiscussion: ${server.address}/@me/9`, "아직.\n"),
  });
  const run = (...options: string[]) => {
    const env = { ...process.env, SEOGO_ROOT: root, LANG: "ko_KR.UTF-8", GITHUB_TOKEN: "" };
    return promisify(execFile)(process.execPath, ["commands/replies.ts", ...options], { env }).then(
      ({ stdout }) => ({ stdout, stderr: "", code: 0 }),
      (error: { stdout: string; stderr: string; code: number }) => error,
    );
  };
  const file = `${root}/src/content/replies/2026/봄.json`;
  const dry = await run("--dry-run");
  assert.match(
    dry.stdout,
    /2026\/봄: 새 댓글 2개, 고친 댓글 0개, 없어진 댓글 0개\n {2}\+ 손님: 잘 읽었습니다\n {2}\+ 손님: 저도요\[2J\\u\{202e\}\n/u,
  );
  assert.ok(!existsSync(file));
  assert.equal((await run()).code, 0);
  const written = readFileSync(file, "utf8");
  assert.deepEqual(JSON.parse(written), {
    discussions: [],
    replies: [
      {
        id: "mastodon:https://far.example/2",
        name: "손님",
        person: "https://far.example/@guest",
        url: "https://far.example/2",
        date: "2026-03-01T00:00:00.000Z",
        html: "<p>잘 읽었습니다</p>",
      },
      {
        id: "mastodon:https://far.example/3",
        to: "mastodon:https://far.example/2",
        name: "손님",
        person: "https://far.example/@guest",
        url: "https://far.example/3",
        date: "2026-03-01T00:00:00.000Z",
        html: "<p>저도요[2J\u202e</p>",
      },
    ],
  });
  assert.match((await run()).stdout, /달라진 댓글이 없습니다/u);
  assert.equal(readFileSync(file, "utf8"), written);
  server.failures.push(...Array.from({ length: 3 }, () => ({ status: 500, headers: { "Retry-After": "0" } })));
  const failed = await run();
  assert.deepEqual([failed.code, readFileSync(file, "utf8")], [1, written]);
  assert.match(failed.stderr, new RegExp(`✗ ${at}: 응답하지 않습니다\\(HTTP 500\\)`, "u"));
  descendants = [];
  assert.match((await run()).stdout, /없어진 댓글 2개/u);
  assert.ok(!existsSync(file));
  assert.ok(
    server.asked.every(({ url }) => url.pathname === "/api/v1/statuses/1/context"),
    "nothing is asked about a draft",
  );
});
