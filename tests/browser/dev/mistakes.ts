import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { at, dev, notice, open, page, patience, put, sees, settings, times, until } from "./sitting.ts";

const mistakes = [
  ["front matter", "봄.md", "---\ntitle: 봄 글\ndrafft: true\ndate: 2026-11-20\n---\n\n봄.\n", "봄.md:3:1", "draft"],
  ["date", "봄.md", "---\ntitle: 봄 글\ndate: 2026-02-30\n---\n\n봄.\n", "봄.md:3:7", "28일까지"],
  ["YAML", "봄.md", '---\ntitle: "봄 글\ndate: 2026-11-20\n---\n\n봄.\n', "봄.md:2:1", "따옴표"],
  ["MDX", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n여름이 {1 +\n", "여름.mdx:6:", "중괄호"],
  ["component", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n<Sea />\n", "여름.mdx:6:1", "<Sea>"],
  ["name", "여름.mdx", "---\ntitle: 여름 글\ndate: 2026-11-20\n---\n\n{sea}\n", "여름.mdx:6:1", "sea"],
  ["address", "딴.md", "---\ntitle: 딴 글\nurl: /posts/봄/\n---\n\n딴 글.\n", "딴.md:3:", "/posts/봄/"],
] as const;
for (const [kind, name, text, place, words] of mistakes) {
  test(`a mistake (${kind}) shows over the open page and in the terminal, once, and goes when it is fixed`, async () => {
    const [path, title] = name === "여름.mdx" ? ["/posts/여름/", "여름 글"] : ["/posts/봄/", "봄 글"];
    await open(path);
    const told = times(place);
    writeFileSync(at(name), text);
    try {
      await notice().getByText(place).waitFor(patience);
      const shown = (await notice().locator("section").textContent()) ?? "";
      // On a phone its words leave the button one line.
      await page.setViewportSize({ width: 360, height: 780 });
      // The page may just be loading again, with what changed while it was on its way.
      await until(async () => ((await notice().locator("button").boundingBox())?.height ?? 40) < 40);
      await page.setViewportSize({ width: 1280, height: 720 });
      assert.ok(shown.includes(words), shown);
      if (kind !== "component" && kind !== "name")
        await page.getByRole("heading", { name: title, level: 1 }).waitFor(patience);
      await until(() => times(place) > told);
      assert.equal(times(place) - told, 1, dev.said());
    } finally {
      if (name === "딴.md") rmSync(at(name));
      else put(name, `나아진 글 (${kind}).\n`);
    }
    await notice().waitFor({ ...patience, state: "detached" });
    if (name !== "딴.md") await sees(`나아진 글 (${kind}).`);
  });
}

test("a mistake in the settings leaves the site as it was, and goes when it is fixed", async () => {
  await open("/posts/봄/");
  const good = readFileSync(settings, "utf8");
  for (const [wrong, words] of [
    [good.replace("title:", "titel:"), "titel"],
    [good.replace(/address: "[^"]*"/u, 'address: "우리 집"'), "address"],
    [good.replace("});", ""), "site.config.ts"],
    [good.replace(/(address: "[^"]*)"/u, '$1blog/"'), "npm run dev"],
  ] as const) {
    writeFileSync(settings, wrong);
    await notice().getByText(words).first().waitFor(patience);
    assert.match((await notice().locator("code").first().textContent()) ?? "", /^src\/site\.config\.ts(?::\d+:\d+)?$/u);
    await page.getByRole("heading", { name: "봄 글", level: 1 }).waitFor(patience);
    writeFileSync(settings, good);
    await notice().waitFor({ ...patience, state: "detached" });
  }
});
