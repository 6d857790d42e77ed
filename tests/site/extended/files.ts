/** Settings of the site that an owner extended. */
export const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/blog/", title: "넓힌 집" });
`;
/** What the owner wrote, by path. */
export const files: Readonly<Record<string, string>> = {
  "src/content/posts/하나.md": "---\ntitle: 하나\ndate: 2026-01-02\n---\n\n첫 글입니다.\n",
  "src/content/posts/둘.md": "---\ntitle: 둘\ndate: 2026-01-03\n---\n\n둘째 글입니다.\n",
  "src/content/posts/셋.mdx": `---
title: 셋
date: 2026-01-04
---

import { Image } from "astro:assets";
import Note from "#components/Note.astro";
import photo from "../../photo.png";
import { Mine } from "../../../owner/mine.mjs";

<Note>**강조(설명)**을 씁니다.</Note>

<Image src={photo} width={30} alt="작은 사진" />

<Mine />
`,
  "src/components/Note.astro": `<aside class="note"><slot /></aside>\n\n<style>\n  .note { color: rebeccapurple; background: url(../dot.png); }\n</style>\n`,
  "src/badge.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>\n`,
  "src/pages/now.astro": `---
import { Image } from "astro:assets";
import { Mine } from "../../owner/mine.mjs";
import Note from "#components/Note.astro";
import OwnPage from "#site/OwnPage.astro";
import badge from "../badge.svg?url";
import photo from "../photo.png";
---

<OwnPage title="지금" description="요즘 하는 일입니다.">
  <p><a href="/blog/posts/하나/">첫 글</a>을 썼습니다.</p>
  <Note>쪽지입니다.</Note>
  <Mine />
  <Image src={photo} width={40} alt="사진" />
  <img src={badge} width="9" height="9" alt="딱지" />
</OwnPage>
`,
  "src/pages/talks/[year].astro": `---
import OwnPage from "#site/OwnPage.astro";
export const getStaticPaths = () => [{ params: { year: "2025" } }, { params: { year: "숨김" }, props: { noindex: true } }];
const { year } = Astro.params;
---

<OwnPage title={\`발표 \${year}\`} description={\`\${year}의 발표입니다.\`} noindex={Astro.props.noindex}><p>발표</p></OwnPage>
`,
  "src/pages/404.astro": `---\nimport OwnPage from "#site/OwnPage.astro";\n---\n\n<OwnPage title="없는 곳" description="제가 적은 말입니다."><p>없습니다.</p></OwnPage>\n`,
  "src/pages/memo.md": "---\ntitle: 메모\ndescription: 적어 둔 것입니다.\n---\n\n**강조(설명)**을 씁니다.\n",
  "src/pages/memo-mdx.mdx":
    "---\ntitle: 다른 메모\ndescription: 또 적어 둔 것입니다.\n---\n\n**강조(설명)**을 {1 + 1}번 씁니다.\n",
  "src/pages/memo-bare.md": "---\nlayout: ../Bare.astro\n---\n\n제 틀에 담긴 글입니다.\n",
  "src/Bare.astro": `<html lang="ko"><head><meta charset="utf-8" /><title>제 틀</title><meta name="description" content="제가 만든 틀입니다." /></head><body><h1>제 틀</h1><a href="/blog/now/"><slot /></a></body></html>\n`,
  "src/pages/data.json.ts": `export const GET = () => Response.json({ answer: 42 });\n`,
  "owner/mine.mjs": `export const Mine = Object.assign(() => "손수 만든 것", { isMine: true });\n`,
  "owner/server.mjs": `export default { check: ({ isMine }) => isMine === true, renderToStaticMarkup: (Mine) => ({ html: "<b>" + Mine() + "</b>" }) };\n`,
  "owner/client.mjs": `export default () => () => alert(1);\n`,
  "owner/integrations.mjs": `import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const after = (name, act) => ({ name, hooks: { "astro:build:done": ({ dir, pages }) => act(fileURLToPath(dir), pages) } });
const pages = (folder) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html")).sort();

export const search = after("search", (folder, told) => {
  writeFileSync(join(folder, "search.json"), JSON.stringify(pages(folder)));
  writeFileSync(join(folder, "told.json"), JSON.stringify(told.map(({ pathname }) => pathname).sort()));
});
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
export const components = { name: "components", hooks: { "astro:config:setup": ({ addRenderer }) =>
  addRenderer({ name: "mine", serverEntrypoint: here("server.mjs"), clientEntrypoint: here("client.mjs") }) } };
export const robots = after("robots", (folder) => {
  writeFileSync(join(folder, "robots.txt"), "User-agent: *\\nDisallow:\\n");
  writeFileSync(join(folder, "app.webmanifest"), "{}");
});
export const colophon = after("colophon", (folder) => {
  for (const page of pages(folder)) {
    const file = join(folder, page);
    writeFileSync(file, readFileSync(file, "utf8").replace("</footer>", "<p>꾸민이</p></footer>"));
  }
});
export const script = after("script", (folder) => {
  const file = join(folder, "posts/하나/index.html");
  writeFileSync(file, readFileSync(file, "utf8").replace("</body>", "<script>alert(1)</script></body>"));
});
`,
};
