import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const body = `import Tabs from '@theme/Tabs';
import Chart from './Chart';

<Tabs groupId="a">
<TabItem value="one" label="하나" default>

\`\`\`js
import a from "b";
<Tabs>
\`\`\`

</TabItem>
<TabItem value={"two"}>둘 글</TabItem>
</Tabs>

<Callout type="warning" title={'조심'}>

**주의**할 글

</Callout>

<img src={require('./a.svg').default} width={300} /> <YouTube id="abc123" />

<Steps items={["가", "나"]} /> <Mine>내 것</Mine>

<div className="a" style={{ color: "red" }}>

안의 **글**

</div>

<TOCInline toc={props.toc} exclude="소개" />
`;

test("Docusaurus: addresses of its blog, and components as shortcodes of their names", async (context) => {
  const ours = await blog(context, {
    "package.json": '{"dependencies":{"@docusaurus/core":"3"}}',
    "docusaurus.config.js": "module.exports = { title: '문서', url: 'https://d.test' };\n",
    "blog/2020-06-01-글/index.md": `---\ntitle: 글\n---\n${body}`,
    "blog/2020-06-01-글/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "blog/2020-06-02-둘.mdx": "---\nslug: two\n---\n# 둘\n",
    "docs/안내.md": "# 안내\n",
  });
  assert.deepEqual(
    ours.entries.map(({ path: address }) => address),
    ["/blog/2020/06/01/글/", "/blog/two/"],
  );
  const written = ours.written("blog/2020-06-01-글/index.md");
  assert.match(
    written,
    /\n\*\*하나\*\*\n\n```js\nimport a from "b";\n<Tabs>\n```\n\n(?:\*\*two\*\*\n\n)?둘 글\n\n> \[!WARNING\] 조심\n>?\n?> \*\*주의\*\*할 글\n\n<img src="a\.svg" width="300" \/> \[YouTube: /u,
  );
  assert.match(
    written,
    /<Steps items=\{\["가", "나"\]\} \/> \\<Mine>내 것\\<\/Mine>\n\n<div class="a">\n\n안의 \*\*글\*\*\n\n<\/div>\n*$/u,
  );
  assert.deepEqual(
    ours.page("blog/2020-06-01-글/index.md")?.warnings.map(({ code, line }) => `${line} ${code}`),
    ["5 mdx-dropped", "25 embed-linked", "27 tag-shown", "27 tag-shown", "27 tag-shown"],
  );
});

test("Docusaurus: a blog at another place in a folder of its host, words that a post imports, and how MDX shows pictures and code", async (context) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const config =
    "export default { url: 'https://d.test', baseUrl: '/b/', presets: [['classic', { docs: false, blog: { path: './글', feedOptions: { type: 'all' }, routeBasePath: '/' } }]] };\n";
  const ours = await blog(context, {
    "docusaurus.config.ts": config,
    "static/img/a.svg": svg,
    "글/_조각.mdx": "---\ntitle: 조각\n---\n조각 **글**\n",
    "글/2020-06-01-가.mdx":
      '---\ntags: [{label: 봄, permalink: /s}, 꽃]\n---\nimport Part from \'./_조각.mdx\';\n\n<Part />\n\n<Image img={require(\'@site/static/img/a.svg\')} alt="가" /> <img src={useBaseUrl(\'/img/a.svg\')} alt="나" /> <Image src="/img/a.svg" alt={`꽃 {1}`} />\n\n<CodeBlock language="css">{`.a {}`}</CodeBlock>\n\n[파일](pathname:///img/a.svg) [저](https://d.test/b/2020/06/01/가)\n',
  });
  const entry = ours.entryOf("글/2020-06-01-가.mdx");
  assert.deepEqual(
    [entry?.path, entry?.tags, /^id: (.*)$/mu.exec(ours.written("글/2020-06-01-가.mdx"))?.[1]],
    ["/2020/06/01/가/", ["봄", "꽃"], "https://d.test/b/2020/06/01/%EA%B0%80/"],
  );
  assert.equal(ours.entryOf("글/_조각.mdx")?.draft, true);
  const text = ours.written("글/2020-06-01-가.mdx").replace(/^---\n[\s\S]*?\n---\n+/u, "");
  assert.equal(
    text,
    '조각 **글**\n\n<img src="/img/a.svg" alt="가" /> <img src="/img/a.svg" alt="나" /> <img src="/img/a.svg" alt="꽃 {1}" />\n\n```css\n.a {}\n```\n\n[파일](/img/a.svg) [저](/2020/06/01/가/)\n',
  );
});

test("Docusaurus: where there is no blog the documents are the posts, at their addresses", async (context) => {
  const files = {
    "docusaurus.config.ts":
      "export default { presets: [['classic', { blog: false, docs: { routeBasePath: '/' } }]] };\n",
    "docs/01-봄/02-꽃 글.md": "# 꽃\n\n[둘](../둘.md)\n",
    "docs/01-봄/README.md": "# 봄\n",
    "docs/둘.md": "---\nslug: /two\n---\n# 둘\n",
    "docs/여름/셋.md": "---\nslug: three\n---\n# 셋\n",
    "docs/여름/넷.md": "---\nid: four\n---\n# 넷\n",
    "docs/_조각.md": "조각\n",
  };
  const ours = await blog(context, files);
  const addresses = ({ report }: typeof ours) => report.pages.map((one) => `${one.source} ${one.path}`);
  assert.deepEqual(addresses(ours), [
    "docs/01-봄/02-꽃 글.md /봄/꽃 글/",
    "docs/01-봄/README.md /봄/",
    "docs/_조각.md /_조각/",
    "docs/둘.md /two/",
    "docs/여름/넷.md /여름/four/",
    "docs/여름/셋.md /여름/three/",
  ]);
  assert.equal(ours.page("docs/_조각.md")?.isDraft, true);
  assert.match(ours.written("docs/01-봄/02-꽃 글.md"), /\[둘\]\(\/two\/\)/u);
  const plain = await blog(context, { ...files, "docusaurus.config.ts": "export default {};\n" });
  assert.ok(addresses(plain).includes("docs/둘.md /docs/two/"));
  const both = await blog(context, { ...files, "blog/2024-01-02-글.md": "# 글\n" });
  assert.deepEqual(addresses(both), ["blog/2024-01-02-글.md /blog/2024/01/02/글/"]);
});
