import assert from "node:assert/strict";
import { test } from "node:test";
import { readPosts } from "./temporary-site.ts";

test("a post is out from its very hour, and over at that of its end; nothing is said of no drafts", async (context) => {
  const post = (date: string, more = "") => `---\ntitle: 제목\ndate: ${date}\n${more}---\n본문입니다.\n`;
  const { notes } = await readPosts(context, {
    "이제.md": post("2026-11-22 12:00:00"),
    "곧.md": post("2026-11-22 12:00:01"),
    "끝.md": post("2020-01-01", "expiryDate: 2026-11-22 12:00:00\n"),
    "아직.md": post("2020-01-01", "expiryDate: 2026-11-22 12:00:01\n"),
  });
  assert.deepEqual(notes.map(({ code, file = "" }) => `${code} ${file.slice(18)}`).sort(), [
    "expired 끝.md",
    "future-post 곧.md",
  ]);
});
