import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openIn } from "../dev-server.ts";
import { browser, dev, folder, kim, mine, notice, open, page, patience, people, until } from "./sitting.ts";

test("a script in an owner's component is told over the page, at its line, as the build tells it, until it is gone", async () => {
  const part = join(folder, "src/owner/Part.astro");
  writeFileSync(part, "<p>조각</p>\n<script>document.title = 'x';</script>\n");
  writeFileSync(
    join(folder, "src/pages/mine.astro"),
    mine
      .replace("---\nimport", '---\nimport Part from "#owner/Part.astro";\nimport')
      .replace("</body>", "<Part /></body>"),
  );
  // A page on its way would show what was served before the watcher saw the edit.
  await until(async () => (await (await fetch(`${dev.origin}/mine/`)).text()).includes("조각"));
  await open("/mine/");
  await page.locator("seogo-notice").getByText("src/owner/Part.astro:2").waitFor(patience);
  await until(() =>
    /^src\/owner\/Part\.astro:2 {2}\/mine\/ — 실행되는 스크립트가 있습니다: <script type="module"> — /mu.test(
      dev.said(),
    ),
  );
  writeFileSync(part, "<p>조각</p>\n");
  await page.locator("seogo-notice").waitFor({ ...patience, state: "detached" });
});

test("an error of one page stays told while another that is right is opened beside it", async () => {
  const file = join(folder, "src/pages/mine.astro");
  const good = readFileSync(file, "utf8");
  const beside = await browser.newPage();
  await open("/mine/");
  writeFileSync(file, mine.replace("<body>", "<body>{null.x}"));
  await notice().getByText("src/pages/mine.astro:5:").waitFor(patience);
  await openIn(beside, `${dev.origin}/about/`);
  await beside.locator("seogo-notice").waitFor(patience);
  await pause(500);
  await notice().waitFor(patience);
  writeFileSync(file, good);
  for (const one of [page, beside]) await one.locator("seogo-notice").waitFor({ ...patience, state: "detached" });
  await beside.close();
});

const faults = [
  ["src/pages/mine.astro", mine.replace('<meta charset="utf-8" />', ""), "src/pages/mine.astro:5", "charset"],
  [
    "src/pages/mine.astro",
    mine.replace("const", "await Astro.session?.get('a'); const"),
    "mine.astro",
    "Astro.session",
  ],
  [
    "src/pages/mine.astro",
    mine.replace("const", "Astro.cookies.set('a', 'b'); const"),
    "mine.astro:3:1",
    "Astro.cookies",
  ],
  ["src/pages/mine.astro", mine.replace("<body>", "<body>{null.x}"), "src/pages/mine.astro:5:", " x "],
  [
    "src/pages/mine.astro",
    mine
      .replace("---\nimport", '---\nimport { Image } from "astro:assets";\nimport')
      .replace("<body>", '<body><Image src="/mark.png" width={1} height={1} />'),
    "src/pages/mine.astro",
    "/mine/ —",
  ],
  ["src/styles/owner.css", "h1 {\n  color: red;\n", "src/styles/owner.css:1:1", "Unclosed block"],
  ["src/styles/owner.css", '\n@import "./none.css";\n', "src/styles/owner.css:2:9", "none.css"],
] as const;
for (const [file, text, place, words] of faults) {
  test(`what is wrong in ${file} (${words}) is told over the page at its place, once, and goes`, async () => {
    const good = readFileSync(join(folder, file), "utf8");
    await open(file.endsWith(".css") ? "/posts/봄/" : "/mine/");
    writeFileSync(join(folder, file), text);
    await notice().getByText(place).waitFor(patience);
    await notice().getByText(words).first().waitFor(patience);
    await page.waitForFunction(
      () => document.querySelector("seogo-notice")?.shadowRoot?.querySelectorAll("li").length === 1,
      undefined,
      patience,
    );
    writeFileSync(join(folder, file), good);
    await notice().waitFor({ ...patience, state: "detached" });
  });
}

for (const [kind, text] of [
  ["does not fit its schema", '{ "kim": { "nam": "김" } }'],
  ["cannot be read", "[{"],
] as const) {
  test(`data of an owner's own collection that ${kind} is told over the page until its file is right`, async () => {
    await open("/posts/봄/");
    writeFileSync(people, text);
    const notice = page.locator("seogo-notice").getByText("src/owner/people.json");
    await notice.waitFor(patience);
    // A page that shows well says nothing of data.
    await open("/tags/");
    await notice.waitFor(patience);
    await pause(1500);
    assert.doesNotMatch(dev.said().slice(dev.said().lastIndexOf("people.json")), /오류를 모두 고쳤습니다/u);
    writeFileSync(people, kim);
    await notice.waitFor({ ...patience, state: "detached" });
  });
}

test("data that an editor empties first and writes a moment later are shown once they are whole", async () => {
  await open("/posts/봄/");
  writeFileSync(people, "[{");
  const told = notice().getByText("src/owner/people.json");
  await told.waitFor(patience);
  writeFileSync(people, "");
  await pause(30);
  writeFileSync(people, kim);
  await told.waitFor({ ...patience, state: "detached" });
  // What was told of before is gone for a moment while the empty file is read.
  await pause(500);
  assert.equal(await told.count(), 0);
});

test("collections that cannot be read are told at their line until they can", async () => {
  const collections = join(folder, "src/content.config.ts");
  const text = readFileSync(collections, "utf8");
  await open("/posts/봄/");
  writeFileSync(collections, `${text}const x = ;\n`);
  await notice()
    .getByText(/^src\/content\.config\.ts:\d+:\d+$/u)
    .waitFor(patience);
  writeFileSync(collections, text);
  await notice().waitFor({ ...patience, state: "detached" });
});

test("middleware that an owner makes while dev runs is used, and no more once it is deleted", async () => {
  const file = join(folder, "src/middleware.ts");
  const isUsed = async () => (await fetch(`${dev.origin}/mine/`).catch(() => undefined))?.headers.has("x-mine");
  writeFileSync(
    file,
    'export const onRequest = async (_: unknown, next: () => Promise<Response>) => {\n  const answer = await next();\n  answer.headers.set("x-mine", "1");\n  return answer;\n};\n',
  );
  await until(async () => (await isUsed()) === true);
  rmSync(file);
  await until(async () => (await isUsed()) === false);
});
