import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answers, at, dev, folder, notice, open, page, patience, put, until } from "./sitting.ts";

const strip = () => page.locator("seogo-strip");
/** Waits until the strip of the page that is open says all these words. */
const told = async (...words: string[]) => {
  for (const one of words)
    await strip()
      .getByText(one)
      .first()
      .waitFor({ ...patience, state: "attached" });
};
const gone = () => strip().waitFor({ ...patience, state: "detached" });
/** Opens or closes the strip, and waits until the pages to come know of it: one that loads again takes a click along with it. */
const turn = (isOpen: boolean) =>
  page.waitForFunction(
    (isOpen) => {
      const details = document.querySelector("seogo-strip")?.shadowRoot?.querySelector("details");
      if (details && details.open !== isOpen) details.querySelector("summary")?.click();
      return details && (sessionStorage.getItem("seogo-strip") !== null) === isOpen;
    },
    isOpen,
    patience,
  );
const path = () => decodeURI(new URL(page.url()).pathname);

test("what to look at in a post stands at the foot of its page, stays open, and goes when it is mended", async () => {
  put("살핌.md", '하나.\n\n<iframe src="https://example.com/"></iframe>\n\n![](/none.png)\n');
  await page.setViewportSize({ width: 360, height: 780 });
  await open("/posts/살핌/");
  await told("살펴볼 곳 2군데", "src/content/posts/살핌.md:8:1", "<iframe>은 싣지 않고 링크로 바꿨습니다");
  await page.locator("seogo-strip[role=status]").waitFor({ ...patience, state: "attached" });
  const opened = await page.waitForFunction(
    () => {
      const details = document.querySelector("seogo-strip")?.shadowRoot?.querySelector("details");
      // A page that loaded again on its way has kept it open.
      if (details?.open) details.querySelector("summary")?.click();
      const place = () => JSON.stringify(document.querySelector("main")?.getBoundingClientRect());
      const before = place();
      details?.querySelector("summary")?.click();
      return details && `${String(details.open)} ${before} ${place() === before ? "stays" : place()}`;
    },
    undefined,
    patience,
  );
  assert.match((await opened.jsonValue()) ?? "", /^true \{.*\} stays$/u);
  await turn(true);
  await strip().getByText("살핌.md:10:1").waitFor(patience);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (colour) => {
        const panel = document.querySelector("seogo-strip")?.shadowRoot?.querySelector("details");
        const box = panel?.getBoundingClientRect();
        const isWithin = box && box.left >= 0 && box.right <= 360 && box.bottom <= 780 && box.height > 0;
        return panel && isWithin && getComputedStyle(panel).backgroundColor === colour;
      },
      colorScheme === "light" ? "rgb(255, 244, 214)" : "rgb(58, 47, 20)",
      patience,
    );
  }
  await page.emulateMedia({ colorScheme: null });
  await page.waitForFunction(() => document.documentElement.scrollWidth === 360, undefined, patience);
  put("살핌.md", "하나.\n\n![](/none.png)\n");
  await told("살펴볼 곳 1군데");
  await strip().getByText("살핌.md:8:1").waitFor(patience);
  await turn(false);
  put("살핌.md", "하나.\n");
  await gone();
  await page.setViewportSize({ width: 1280, height: 720 });
});

test("the home page names the posts that have something to look at, each with its page", async () => {
  put("살핌.md", '<iframe src="https://example.com/"></iframe>\n');
  await open("/");
  await told("살펴볼 곳이 있는 글 1편", "살펴볼 곳 1군데");
  await turn(true);
  const link = strip().getByRole("link", { name: "/posts/살핌/" });
  await until(async () => {
    if (path() !== "/posts/살핌/") await link.click({ timeout: 2000 }).catch(() => undefined);
    return path() === "/posts/살핌/";
  });
  await told("src/content/posts/살핌.md:6:1");
  await turn(false);
  await open("/");
  rmSync(at("살핌.md"));
  await gone();
  // A page that loads again has no strip for a while, too.
  await answers("/posts/살핌/", 404);
});

test("pages of which the build says nothing have nothing to look at", async () => {
  const list = await (await fetch(`${dev.origin}/posts/`)).text();
  const posts = Array.from(list.matchAll(/href="(\/posts\/[^"/]+\/)"/gu), ([, href = ""]) => href);
  for (const one of [...new Set(posts)].slice(0, 12).concat("/about/", "/tags/")) {
    assert.equal(await open(one), 200, one);
    await page.waitForLoadState("networkidle");
    const words = await strip().allTextContents();
    assert.deepEqual(words, [], one);
  }
});

const asWritten = `[하나](/posts/없는-글/) [둘](#없는-자리) [셋](/posts/봄/#없는-제목) [넷](/files/none.pdf) [다섯](/tags/없는-태그/)
[여섯](/posts/%EC%97%86%EB%8A%94/) [일곱](초안.md) [여덟](/posts/예약/)

[글](/posts/봄/) [태그](/tags/) [피드](/rss.xml) [지도](/sitemap-index.xml) [내 화면](/mine/) [옛 주소](/old/one/)

## 있는 제목

[자리](#있는-제목)
`;

test("links that lead nowhere are told on the page, in the words of the build, and go when what they lacked is there", async () => {
  put("걸림.md", asWritten, "date: 2026-11-20\naliases: [/old/one/]");
  await open("/posts/걸림/");
  await told("살펴볼 곳 8군데");
  for (const words of [
    "이어지는 곳이 없는 링크입니다: /posts/없는-글/",
    "자리(#)가 그 페이지에 없습니다: #없는-자리",
    "자리(#)가 그 페이지에 없습니다: /posts/봄/#없는-제목",
    "이어지는 곳이 없는 링크입니다: /files/none.pdf",
    "이어지는 곳이 없는 링크입니다: /tags/없는-태그/",
    "이어지는 곳이 없는 링크입니다: /posts/없는/",
    "공개하지 않은 글로 이어져 글자만 남겼습니다: 초안.md",
    "공개하지 않은 글로 이어져 글자만 남겼습니다: /posts/예약/",
  ])
    await told(words);
  mkdirSync(join(folder, "public/files"), { recursive: true });
  writeFileSync(join(folder, "public/files/none.pdf"), "%PDF-1.4\n");
  await told("살펴볼 곳 7군데");
  put("없는 글.md", "이제 있다.\n");
  await told("살펴볼 곳 6군데");
  put("걸림.md", "[글](/posts/봄/)\n", "date: 2026-11-20\naliases: [/old/one/]");
  await gone();
  rmSync(join(folder, "public/files"), { recursive: true });
  rmSync(at("없는 글.md"));
});

test("a menu that leads nowhere is told over a page of ours, as the build refuses it", async () => {
  const footer = join(folder, "src/owner/Footer.astro");
  assert.ok(existsSync(footer));
  appendFileSync(footer, '<a href="/nowhere/">어디에도</a>\n');
  await open("/tags/");
  await notice().getByText("페이지마다 있는 링크가 이어지는 곳이 없습니다: /nowhere/").waitFor(patience);
  rmSync(footer);
  writeFileSync(footer, "");
  await notice().waitFor({ ...patience, state: "detached" });
});

test("an old address leads to its post, and one without its slash to its page", async () => {
  const moves = join(folder, "src/content/moves.txt");
  writeFileSync(moves, "/moved/ /posts/걸림/\n");
  await answers("/moved/", 302);
  for (const [from, to] of [
    ["/old/one/", "/posts/걸림/"],
    ["/old/one", "/posts/걸림/"],
    ["/old/one.html", "/posts/걸림/"],
    ["/moved/", "/posts/걸림/"],
    ["/posts/봄", "/posts/봄/"],
    ["/nowhere", "/nowhere/"],
  ] as const) {
    assert.equal(await open(from), to === "/nowhere/" ? 404 : 200, from);
    assert.equal(path(), to);
  }
  rmSync(moves);
  rmSync(at("걸림.md"));
  for (const from of ["/old/one/", "/moved/"]) await answers(from, 404);
});

test("a page of an owner's that redirects is told as the build tells it, until it no longer does", async () => {
  const file = join(folder, "src/pages/go.astro");
  writeFileSync(file, '---\nreturn Astro.redirect("/about/");\n---\n');
  await answers("/go/", 302);
  await open("/go/");
  await notice().getByText("src/pages/go.astro:2").waitFor(patience);
  await notice().getByText("Astro로 옮긴 주소는 서버까지 이어지지 않습니다: /go/").waitFor(patience);
  // Astro writes what it knows of the content some time after it has read it.
  writeFileSync(join(folder, ".astro/later.txt"), "");
  await page.waitForTimeout(500);
  await open("/go/");
  await notice().getByText("src/pages/go.astro:2").waitFor(patience);
  rmSync(file);
  await open("/about/");
  await notice().waitFor({ ...patience, state: "detached" });
});
