import assert from "node:assert/strict";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { build, layOut } from "./sites.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const posts = {
  spring: "title: Spring came\ndate: 2024-01-03\nlang: en\nfeatured: true\nseries: 계절\ndescription: Rain on paper.",
  بحر: "title: بحر هادئ\ndate: 2024-01-02\nlang: ar\nslug: sea\nseries: 계절\ntags: [바다]",
  겨울: "title: 겨울 이야기\ndate: 2024-01-01\nslug: winter\nseries: 계절\ncategories: [나날]",
};
const bodies = { spring: "## Rain\n\n## Wind\n\n## Snow", بحر: "ماء", 겨울: "눈이 온다." };
const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/", title: "사철", author: { name: "가온", bio: "읽는 사람" } });
`;

/** Every text of a page's body with the language and the direction that hold for it. */
function* spoken(node: Node, lang = "", dir = "ltr"): Generator<{ text: string; lang: string; dir: string }> {
  if (node.nodeName === "#text" && "value" in node) yield { text: node.value.trim(), lang, dir };
  if (!("childNodes" in node) || node.nodeName === "head") return;
  const own = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value;
  for (const child of node.childNodes) yield* spoken(child, own("lang") ?? lang, own("dir") ?? dir);
}

test("words in another language say so on every page, and ours among them do", () => {
  const folder = layOut({ name: "foreign-words", posts: {}, settings });
  const content = join(folder, "src/content/posts");
  mkdirSync(content, { recursive: true });
  for (const [name, fields] of Object.entries(posts))
    writeFileSync(join(content, `${name}.md`), `---\n${fields}\n---\n\n${bodies[name as keyof typeof posts]}\n`);
  build(folder);
  const seen = new Set<string>();
  for (const file of globSync("**/*.html", { cwd: join(folder, "dist") })) {
    const html = parse(readFileSync(join(folder, "dist", file), "utf8")).childNodes.at(-1);
    for (const { text, lang, dir } of html ? spoken(html) : []) {
      const expected = /\p{Script=Hangul}/u.test(text)
        ? "ko ltr"
        : /بحر هادئ/u.test(text)
          ? "ar rtl"
          : /Spring came|Rain on/u.test(text) && "en ltr";
      if (!expected) continue;
      assert.equal(`${lang} ${dir}`, expected, `${file}: ${text}`);
      seen.add(`${expected} ${file}`);
    }
  }
  for (const page of [
    "ko ltr posts/spring/",
    "en ltr posts/winter/",
    "en ltr find/",
    "en ltr subscribe/",
    "ar rtl posts/winter/",
    "en ltr ",
  ])
    assert.ok(seen.has(`${page}index.html`), page);
});
