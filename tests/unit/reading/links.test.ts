import assert from "node:assert/strict";
import { test } from "node:test";
import { post, readPosts } from "./temporary-site.ts";

const posts = {
  "여행/첫날.md": post(),
  "여행/둘째 날.md": "---\ntitle: 둘째 날의 기록\ndate: 2020-06-02\naliases: [/2020/old/]\n---\n",
  "언어.md": "---\ntitle: 'C# 첫걸음'\ndate: 2020-06-04\n---\n",
  "묶음/index.md": "---\ntitle: 묶음\ndate: 2020-06-03\n---\n",
};

const links: readonly (readonly [written: string, href: string | undefined])[] = [
  ["둘째 날.md", "/posts/여행/둘째-날/"],
  ["./둘째%20날.md#절", "/posts/여행/둘째-날/#절"],
  ["둘째 날.md".normalize("NFD"), "/posts/여행/둘째-날/"],
  ["../묶음/index.md", "/posts/묶음/"],
  ["posts/묶음/index.md", "/posts/묶음/"],
  ["/posts/묶음/index.md", "/posts/묶음/"],
  ["/posts/여행/둘째-날", "/posts/여행/둘째-날/"],
  ["/posts/%EB%AC%B6%EC%9D%8C/?a=1#b", "/posts/묶음/?a=1#b"],
  ["/2020/old/", "/posts/여행/둘째-날/"],
  ["/2020/old/index.html", "/posts/여행/둘째-날/"],
  ["https://seogo.example/posts/묶음/#x", "/posts/묶음/#x"],
  ["../둘째-날/", "/posts/여행/둘째-날/"],
  ["../../묶음/", "/posts/묶음/"],
  ["[[둘째 날의 기록]]", "/posts/여행/둘째-날/"],
  ["[[둘째  날의 기록#절]]", "/posts/여행/둘째-날/#절"],
  ["[[둘째 날]]", "/posts/여행/둘째-날/"],
  ["[[묶음#절]]", "/posts/묶음/#절"],
  ["[[C# 첫걸음]]", "/posts/언어/"],
  ["[[index]]", undefined],
  ["[[없는 글]]", undefined],
  ["/about/", "/about/"],
  ["/files/a%20b.pdf", "/files/a%20b.pdf"],
  ["없음.md", undefined],
  ["../없음/", undefined],
  ["https://other.example/posts/묶음/", undefined],
  ["//other.example/posts/묶음/", undefined],
  ["mailto:a@b.c", undefined],
  ["#절", undefined],
];

test("what readers may not see has no address for them, nor takes a name from what they may", async (context) => {
  const hidden = {
    "초안.md": "---\ntitle: 둘째 날의 기록\ndate: 2020-06-01\ndraft: true\naliases: [/old/draft/]\n---\n",
    "먼 훗날.md": "---\ntitle: 먼 훗날\ndate: 2120-06-01\n---\n",
    "내린 글.md": "---\ntitle: 내린 글\ndate: 2020-06-01\nexpiryDate: 2020-06-02\n---\n",
  };
  const { links: find, drafts } = await readPosts(context, { ...hidden, ...posts });
  const [shown, draft] = ["여행/첫날", "초안"].map((id) => drafts.find((one) => one.id === id));
  assert.ok(shown && draft);
  const written = ["../초안.md", "/posts/초안/?a#b", "/old/draft/", "[[초안]]", "[[먼 훗날#절]]", "[[내린 글]]"];
  for (const link of written) assert.equal(find(link, shown), "", link);
  assert.equal(find("[[둘째 날의 기록]]", shown), "/posts/여행/둘째-날/");
  assert.equal(find("[[먼 훗날]]", draft), "/posts/먼-훗날/");
});

for (const [written, expected] of links) {
  test(`the link ${written} becomes ${String(expected)}`, async (context) => {
    for (const [address, base] of [
      ["https://seogo.example/", ""],
      ["https://seogo.example/blog/", "/blog"],
    ] as const) {
      if (base !== "" && written.startsWith("https://seogo")) continue;
      const { links: find, drafts } = await readPosts(context, posts, { address });
      const from = drafts.find(({ id }) => id === "여행/첫날");
      assert.ok(from);
      assert.equal(find(written, from), expected && base + expected);
    }
  });
}
