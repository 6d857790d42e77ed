import assert from "node:assert/strict";
import { test } from "node:test";
import { neighboursOf } from "#components/neighbours.ts";
import { serialOf } from "#model/post-line.ts";
import { site } from "#site.config.ts";
import { interfaceText } from "#text/interface.ts";
import { entryAt } from "./guards-site.ts";

const posts = Array.from({ length: 1000 }, (_, index) => entryAt(`/posts/${String(index + 1)}/`));
const long = { label: "날마다", path: "/series/날마다/", posts };
const short = { ...long, posts: posts.slice(0, 3) };

test("a post shows the posts of its series around it, and its place among all", () => {
  const shown = (series: typeof long, place: number) => {
    const { first, count, posts: parts, ...rest } = serialOf(series, series.posts[place - 1] ?? assert.fail());
    return [rest.place, count, first, parts.length, parts[0]?.path, parts.at(-1)?.path];
  };
  assert.deepEqual(shown(short, 2), [2, 3, 1, 3, "/posts/1/", "/posts/3/"]);
  assert.deepEqual(shown(long, 1), [1, 1000, 1, 41, "/posts/1/", "/posts/41/"]);
  assert.deepEqual(shown(long, 21), [21, 1000, 1, 41, "/posts/1/", "/posts/41/"]);
  assert.deepEqual(shown(long, 500), [500, 1000, 480, 41, "/posts/480/", "/posts/520/"]);
  assert.deepEqual(shown(long, 1000), [1000, 1000, 960, 41, "/posts/960/", "/posts/1000/"]);
});

test("the parts before and after a post are those of its series, also at an end of what is shown", () => {
  const around = (place: number) => {
    const entry = posts[place - 1] ?? assert.fail();
    return neighboursOf({ series: serialOf(long, entry) }, interfaceText(site)).map(({ post }) => post.path);
  };
  assert.deepEqual(around(1), ["/posts/2/"]);
  assert.deepEqual(around(500), ["/posts/499/", "/posts/501/"]);
  assert.deepEqual(around(1000), ["/posts/999/"]);
});
