import { escaped, escapedText } from "#model/escape.ts";
import type { Reply } from "#model/replies.ts";
import { allOf, ask, at, type Data, type Found, listAt, NoAnswer, type Place, replyOf, textAt } from "./place.ts";

const post = /^https:\/\/bsky\.app\/profile\/([^/?#]+)\/post\/([\w.:~-]+)$/u;

/** Threads on Bluesky below the addresses that posts name and the posts of an account that link to them; `api` is an AppView, by default the public one. */
export function bluesky(actor: string | undefined, api = "https://public.api.bsky.app"): Place {
  const get: Get = (method, values) =>
    ask(`${api}/xrpc/app.bsky.feed.${method}?${new URLSearchParams(values).toString()}`);
  return {
    name: "bluesky",
    pages: post,
    found: async () => (actor === undefined ? [] : found(actor, get)),
    replies: (address) => thread(address, get),
  };
}

type Get = (method: string, values: Readonly<Record<string, string>>) => Promise<Data>;

async function found(actor: string, get: Get): Promise<Found[]> {
  const all = await allOf(async (cursor) => {
    const asked = { actor, limit: "100", filter: "posts_no_replies", ...(cursor !== undefined && { cursor }) };
    const page = await get("getAuthorFeed", asked);
    return { all: listAt(page, "feed"), next: textAt(page, "cursor") || undefined };
  });
  const own = all.filter((item) => item["reason"] === undefined);
  return own.map((item) => {
    const record = at(item, "post", "record");
    const links = linksIn(record).map(({ uri }) => uri);
    return { at: pageOf(textAt(item, "post", "uri")), links: [textAt(record, "embed", "external", "uri"), ...links] };
  });
}

async function thread(address: string, get: Get): Promise<Reply[]> {
  const [, who = "", key = ""] = post.exec(address) ?? [];
  const root = `at://${who}/app.bsky.feed.post/${key}`;
  const replies: Reply[] = [];
  const asked = new Set<string>();
  const visit = async (uri: string, parent: string | undefined) => {
    asked.add(uri);
    const { thread: top } = await get("getPostThread", { uri, depth: "100", parentHeight: "0" });
    if (!isShown(top)) {
      if (uri === root) throw new NoAnswer("notFoundPost");
      return;
    }
    const open: (readonly [Data, string | undefined])[] = listAt(top, "replies").map((one) => [one, parent]);
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, to] = next;
      if (!isShown(node)) continue;
      const own = textAt(node, "post", "uri");
      replies.push(...replyIn(at(node, "post"), to));
      const below = listAt(node, "replies");
      open.push(...below.map((one) => [one, own] as const));
      // Below the depth that was asked for.
      if (below.length === 0 && Number(at(node, "post")["replyCount"]) > 0 && !asked.has(own)) await visit(own, own);
    }
  };
  await visit(root, undefined);
  return replies;
}

function isShown(node: unknown): node is Data {
  return at(node, "post")["uri"] !== undefined;
}

function replyIn(view: Data, to: string | undefined): Reply[] {
  const author = at(view, "author");
  // Who sets this label asks not to be shown to people who have not signed in.
  if (listAt(author, "labels").some((label) => label["val"] === "!no-unauthenticated")) return [];
  return replyOf({
    id: `bluesky:${textAt(view, "uri")}`,
    to: to === undefined ? undefined : `bluesky:${to}`,
    name: textAt(author, "displayName") || textAt(author, "handle"),
    person: `https://bsky.app/profile/${textAt(author, "did")}`,
    url: pageOf(textAt(view, "uri")),
    date: textAt(view, "record", "createdAt"),
    html: htmlOf(at(view, "record")),
  });
}

function pageOf(uri: string): string {
  return uri.replace(/^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([\w.:~-]+)$/u, "https://bsky.app/profile/$1/post/$2");
}

/** The links of a text, by bytes of its UTF-8, in order. */
function linksIn(record: Data) {
  return listAt(record, "facets")
    .map((facet) => {
      const { byteStart, byteEnd } = at(facet, "index");
      const uris = listAt(facet, "features").map((feature) => textAt(feature, "uri"));
      return { start: Number(byteStart), end: Number(byteEnd), uri: uris.find((uri) => uri !== "") ?? "" };
    })
    .filter(({ uri, start, end }) => uri !== "" && start >= 0 && end > start)
    .sort((a, b) => a.start - b.start);
}

function htmlOf(record: Data): string {
  const bytes = Buffer.from(textAt(record, "text"));
  const part = (from: number, to?: number) => escapedText(bytes.subarray(from, to).toString()).replace(/\n/gu, "<br>");
  let [html, done] = ["", 0];
  for (const { start, end, uri } of linksIn(record)) {
    if (start < done || end > bytes.length) continue;
    html += `${part(done, start)}<a href="${escaped(uri)}">${part(start, end)}</a>`;
    done = end;
  }
  return `<p>${html}${part(done)}</p>`;
}
