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
    ["5 mdx-dropped", "25 embed-linked", "27 tag-shown", "27 tag-shown"],
  );
});
