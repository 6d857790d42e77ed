import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { build, layOut } from "./sites.ts";

interface Post {
  /** File name with extension. */
  readonly name: string;
  readonly source: string;
  /** A word that stands in this post's body alone. */
  readonly mark: string;
  readonly published: boolean;
}

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/", postsPerPage: 1000, feedItems: 1000 });
`;
const bodies = [
  "]]></content:encoded>",
  "</article></main><h1>둘</h1>",
  "<!--",
  "```\n끝없는 코드",
  "[[없는 글]] ![](없음.png) [길](../../../etc/passwd)",
  "{{< youtube 1 >}} {% raw %}",
  "&#0;&#xD800;&nbsp;",
  "$$\\frac{1}{0$$",
  "<svg onload='x()'></svg>",
  "| 표 |\n|---|\n| `|` |",
];
const dates = ["2020-06-01", "2020-06-01T10:00:00+09:00", "2010. 6. 1.", "2020-06-01 25:61", "어제", "2026-02-30", ""];
const quoted = (text: string) => JSON.stringify(text.toWellFormed());

/** Posts whose names, titles, labels, dates and bodies are as bad as can be, one of nine a draft, one of nine of the future. */
function hostilePosts(seed: number, count: number): Post[] {
  const made = fc.record({
    name: hostileText,
    title: hostileText,
    tags: fc.array(hostileText, { maxLength: 3 }),
    date: fc.constantFrom(...dates, "2020-06-01", "2020-06-01"),
    body: fc.oneof(fc.constantFrom(...bodies), hostileText),
  });
  const names = new Set<string>();
  return fc.sample(made, { numRuns: count, seed }).flatMap(({ name: wild, title, tags, date, body }, index) => {
    const name = `${wild.toWellFormed().replaceAll(/[/\0]/gu, "")}.md`;
    const unusable = /^[_.]/u.test(name) || Buffer.byteLength(name) > 250 || names.has(name.normalize("NFC"));
    if (unusable) return [];
    names.add(name.normalize("NFC"));
    const state = index % 9 === 0 ? "draft: true\n" : "";
    const day = index % 9 === 1 ? "2099-01-01" : date;
    const mark = `표시${String(index)}끝`;
    const head = `title: ${quoted(title)}\ndate: ${quoted(day)}\n${state}tags: [${tags.map(quoted).join(", ")}]`;
    return [
      { name, mark, published: index % 9 > 1, source: `---\n${head}\n---\n\n${mark}\n\n${body.toWellFormed()}\n` },
    ];
  });
}

/** A build that fails must name the files that are wrong: these go, until one succeeds. */
function builtWithout(folder: string, posts: readonly Post[]): Post[] {
  let left = [...posts];
  for (let tries = 0; tries < 4; tries += 1) {
    try {
      build(folder);
      return left;
    } catch (error) {
      // A message writes out what a terminal would obey.
      const written = String(error).replace(/\\u\{([0-9a-f]+)\}/gu, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      );
      // What is only worth a look stays.
      const parts = written.normalize("NFC").split(/^(?=고쳐야 할 곳|살펴볼 곳|초안 )/mu);
      const said = parts.filter((part) => part.startsWith("고쳐야 할 곳")).join("");
      const named = left.filter(({ name }) => said.includes(`src/content/posts/${name.normalize("NFC")}`));
      assert.ok(named.length > 0, `no file is named: ${written}`);
      for (const { name } of named) rmSync(join(folder, "src/content/posts", name));
      left = left.filter((post) => !named.includes(post));
    }
  }
  throw new Error("four builds failed");
}

/** A site of hostile posts: each fails the build by name, or answers at one address that list, feed and map share. */
export async function assertServed(seed: number, count: number): Promise<void> {
  const folder = layOut({ name: `hostile-${String(seed)}`, posts: {}, settings });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  const posts = hostilePosts(seed, count);
  for (const { name, source } of posts) writeFileSync(join(folder, "src/content/posts", name), source);
  const left = builtWithout(folder, posts);
  const shown = left.filter(({ published }) => published);
  assert.ok(shown.length > count / 8, `${String(shown.length)} of ${String(count)} are left`);
  const dist = join(folder, "dist");
  const read = (file: string) => readFileSync(join(dist, file), "utf8");
  const items = read("rss.xml").split("<item>").slice(1);
  const inList = new Set(links(read("posts/index.html"), "https://user.example/posts/"));
  const inMap = new Set(mapAddresses(dist));
  assert.equal(items.length, shown.length);
  const server = await plainServer(dist);
  try {
    for (const { mark, name } of shown) {
      const item = items.find((one) => one.includes(mark));
      const address = unescaped(/<link>(.*?)<\/link>/su.exec(item ?? "")?.[1] ?? "");
      assert.ok(inList.has(address), `${name}: not in the list: ${address}`);
      assert.ok(inMap.has(address), `${name}: not in the map: ${address}`);
      const answer = await fetch(address.replace("https://user.example/", server.origin));
      assert.equal(answer.status, 200, `${name}: ${address}`);
      assert.ok((await answer.text()).includes(mark), `${name}: ${address}`);
    }
  } finally {
    server.close();
  }
  const held = left.filter(({ published }) => !published);
  assert.ok(held.length > 0, "what is held back must not fail a build");
  assertAbsent(
    dist,
    held.map(({ mark }) => mark),
  );
}

/** No file of a built site holds any of the words, in its name or in its bytes, plain or encoded. */
export function assertAbsent(dist: string, words: readonly string[]): void {
  const signs = words.flatMap((word) => [word, encodeURI(word), encodeURI(word).toLowerCase()]);
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const text = `${path.normalize("NFC")}\n${entry.isFile() ? readFileSync(path, "utf8").normalize("NFC") : ""}`;
    for (const sign of signs) assert.ok(!text.includes(sign), `${sign} in ${path}`);
  }
}

function mapAddresses(dist: string): string[] {
  const maps = readdirSync(dist).filter((name) => /^sitemap.*\.xml$/u.test(name));
  const texts = maps.map((name) => readFileSync(join(dist, name), "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/<loc>(.*?)<\/loc>/gsu)].map(([, loc = ""]) => unescaped(loc)));
}

function links(html: string, base: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!("tagName" in node)) return;
    const target = node.attrs.find(({ name }) => node.tagName === "a" && name === "href")?.value;
    if (target !== undefined) found.push(new URL(target, base).href);
    node.childNodes.forEach(visit);
  };
  parse(html).childNodes.forEach(visit);
  return found;
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The plainest of servers: it decodes the path, adds `index.html` to a folder, and knows nothing else. */
async function plainServer(folder: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = join(
      folder,
      decodeURIComponent(new URL(request.url ?? "", "http://localhost").pathname),
      "index.html",
    );
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () => server.close(),
  };
}
