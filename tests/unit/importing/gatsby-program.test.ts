import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";
import { gatsbyRule } from "#tools/import/folders/rules.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";

const slugs: readonly (readonly [program: string, address: string | undefined])[] = [
  [
    "const value = createFilePath({ node, getNode })\ncreateNodeField({\n name: `slug`,\n node,\n value,\n})\n",
    "/깊은/글/",
  ],
  [
    "const slug = createFilePath({ node, getNode })\ncreateNodeField({ node, name: `slug`, value: slug })\n",
    "/깊은/글/",
  ],
  ["createNodeField({ node, name: 'slug', value: createFilePath({ node, getNode }) })\n", "/깊은/글/"],
  [
    'const slug = createFilePath({ node, getNode })\nconst own = `/\x24{slug.split("/").reverse()[1]}/`\ncreateNodeField({\n node,\n value: own,\n})\n',
    "/글/",
  ],
  ["const slug = createFilePath({ node })\ncreateNodeField({ node, value: `/posts\x24{slug}` })\n", "/posts/깊은/글/"],
  [
    "const value = createFilePath({ node })\ncreateNodeField({ node, value })\npath: `/blog\x24{post.fields.slug}`\n",
    "/blog/깊은/글/",
  ],
  ["const slug = createFilePath({ node })\ncreateNodeField({ node, value: slug.toLowerCase() })\n", undefined],
];

for (const [program, address] of slugs)
  test(`Gatsby: an address as the program makes it: ${program.replaceAll("\n", " ")}`, () => {
    const tree = { files: ["gatsby-node.js"], text: () => program } as unknown as SourceTree;
    const post = { parts: ["깊은", "글"], isIndex: true, data: {}, title: "글" };
    assert.equal(gatsbyRule(tree)?.(post), address);
  });

test("Gatsby: films that stand in code for its plugins are links; other code stays", async (context) => {
  const body =
    "`youtube:https://www.youtube.com/embed/abc123`\n\n`vimeo: 12345`\n\n`video: https://youtu.be/abc123`\n\n`youtube: 이름`은 키입니다.\n\n```\n`youtube: abc123`\n```\n";
  const files = {
    "package.json": '{"dependencies":{"gatsby":"5"}}',
    "gatsby-config.js": "module.exports = { plugins: [`gatsby-remark-embed-video`] }\n",
    "content/blog/글.md": `---\ntitle: 글\ndate: 2024-01-02\n---\n${body}`,
  };
  const ours = await blog(context, files);
  assert.equal(
    ours.written("content/blog/글.md").replace(/^---\n[\s\S]*?\n---\n\n/u, ""),
    "[YouTube: youtube.com/embed/abc123](https://www.youtube.com/embed/abc123)\n\n[Vimeo: vimeo.com/12345](https://vimeo.com/12345)\n\n[Video: youtu.be/abc123](https://youtu.be/abc123)\n\n`youtube: 이름`은 키입니다.\n\n```\n`youtube: abc123`\n```\n",
  );
  const plain = await blog(context, { ...files, "gatsby-config.js": "module.exports = {}\n" });
  assert.ok(plain.written("content/blog/글.md").endsWith(body));
});
