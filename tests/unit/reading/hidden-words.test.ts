import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { renderEntries } from "#reading/rendering.ts";
import { post, readPosts } from "./temporary-site.ts";

test("a post whose source says what its page does not is handed out as its page", async (context) => {
  const cases: readonly [string, boolean][] = [
    ["<template>비밀</template>", true],
    ["<template>\n\n비밀\n\n</template>", true],
    ["글 <script>비밀</script>", true],
    ["<select>\n<option>비밀</option>\n</select>", true],
    ["$$\na % 비밀\nb\n$$", true],
    ["![그림 <!-- 비밀 -->](https://a.example/a.png)", true],
    ["[[비밀|글]]", true],
    ["[글](비밀.md)", true],
    ["[글](file:///Users/비밀/a.pdf)", true],
    ["[노트](obsidian://open?vault=비밀)", true],
    ["![그림](/Users/비밀/a.png)", true],
    ['<img src="C:\\비밀\\a.png" alt="그림">', true],
    ["[글][가]\n\n[가]: file:///비밀", true],
    ["![그림](data:image/jpeg;base64,7KeR)", true],
    ["글 <!-- 비밀 -->", false],
    ['<script src="https://a.example/a.js"></script>\n\n<video src="https://a.example/a.mp4"></video>', false],
    ["`<template>` $$50% b$$ [글](https://a.example/)", false],
  ];
  const posts = cases.map(([body], index) => [`글${String(index)}.md`, post("", `${body}\n`)]);
  const reading = await readPosts(context, Object.fromEntries(posts));
  const cacheDir = join(reading.root, ".seogo");
  const { entries } = await renderEntries({ reading, site: reading.site, cacheDir, pipeline: "test", prune: true });
  for (const [index, [body, hides]] of cases.entries()) {
    const { entry } = entries.find(({ entry: { id } }) => id === `글${String(index)}`) ?? {};
    assert.equal(entry?.hidesWords ?? false, hides, body);
  }
});
