import assert from "node:assert/strict";
import { test } from "node:test";
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
