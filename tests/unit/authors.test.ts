import assert from "node:assert/strict";
import { test } from "node:test";
import { authorNamed } from "#model/authors.ts";
import { defineSite } from "#model/site.ts";

test("an author is whom the settings name, first among the authors; a guest is nobody there", () => {
  const own = { name: "나", email: "me@a.example" };
  const friend = { name: "벗", bio: "벗의 소개" };
  const site = defineSite({ author: own, authors: [friend] });
  assert.equal(authorNamed(site, "벗")?.bio, friend.bio);
  assert.equal(authorNamed(site, "나")?.email, own.email);
  assert.equal(authorNamed(site)?.email, own.email);
  assert.equal(authorNamed(site, "손님"), undefined);
  const both = defineSite({ author: own, authors: [friend, { name: "나", bio: "나의 소개" }] });
  assert.equal(authorNamed(both, "나")?.bio, "나의 소개");
});
