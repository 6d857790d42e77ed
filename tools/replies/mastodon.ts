import { escapedText } from "#model/escape.ts";
import type { Reply } from "#model/replies.ts";
import { allOf, ask, type Data, type Found, listAt, type Place, replyOf, textAt } from "./place.ts";

const status = /^(https?:\/\/[^/]+)\/(?:@[^/]+|users\/[^/]+\/statuses|web\/statuses)\/(\d+)$/u;

/** Requests for one thread: a server may go on for ever. */
const most = 500;

/** Threads on Mastodon below the addresses that posts name and the statuses of `account` that link to posts. `token` goes to its own server alone; without one a server tells 60 replies at a time. */
export function mastodon(account: string | undefined, token = "", scheme = "https"): Place {
  const [, name = "", server = ""] = /^@?([^@]+)@([^@/]+)$/u.exec(account ?? "") ?? [];
  const home = `${scheme}://${server}`;
  const get = (address: string) => {
    const isHome = token !== "" && new URL(address).origin === home;
    return ask(address, isHome ? { headers: { Authorization: `Bearer ${token}` } } : {});
  };
  return {
    name: "mastodon",
    pages: status,
    found: async () => (server === "" ? [] : found(`${home}/api/v1/accounts`, name, get)),
    replies: (address) => thread(address, get),
  };
}

type Get = (address: string) => Promise<Data>;

async function found(api: string, name: string, get: Get): Promise<Found[]> {
  const account = textAt(await get(`${api}/lookup?acct=${encodeURIComponent(name)}`), "id");
  const own = `${api}/${account}/statuses?limit=40&exclude_reblogs=true&exclude_replies=true`;
  const all = await allOf(async (before) => {
    const page = listAt({ page: await get(before === undefined ? own : `${own}&max_id=${before}`) }, "page");
    return { all: page, next: textAt(page.at(-1), "id") || undefined };
  });
  return all.map((one) => {
    const links = Array.from(textAt(one, "content").matchAll(/href="([^"]*)"/gu), ([, href = ""]) => href);
    return { at: textAt(one, "url"), links: [...links, textAt(one, "card", "url")] };
  });
}

async function thread(address: string, get: Get): Promise<Reply[]> {
  const [, server = "", root = ""] = status.exec(address) ?? [];
  const known = new Map<string, Data>();
  const asked = new Set<string>();
  let open = [root];
  while (open.length > 0 && asked.size < most) {
    for (const id of open) {
      asked.add(id);
      const context = await get(`${server}/api/v1/statuses/${id}/context`);
      for (const one of listAt(context, "descendants")) known.set(textAt(one, "id"), one);
    }
    // A server stops at twenty levels and at sixty replies, which it does not say.
    const answered = new Set([...known.values()].map((one) => textAt(one, "in_reply_to_id")));
    open = [...known].flatMap(([id, one]) =>
      Number(one["replies_count"]) > 0 && !answered.has(id) && !asked.has(id) ? [id] : [],
    );
  }
  const uri = (id: string) => textAt(known.get(id), "uri");
  return [...known.values()].flatMap((one) => {
    if (!/^(?:public|unlisted)$/u.test(textAt(one, "visibility"))) return [];
    const [to, warning] = [uri(textAt(one, "in_reply_to_id")), textAt(one, "spoiler_text")];
    return replyOf({
      id: `mastodon:${textAt(one, "uri")}`,
      to: to === "" ? undefined : `mastodon:${to}`,
      name: textAt(one, "account", "display_name") || textAt(one, "account", "acct"),
      person: textAt(one, "account", "url"),
      url: textAt(one, "url") || textAt(one, "uri"),
      date: textAt(one, "created_at"),
      html: `${warning === "" ? "" : `<p>${escapedText(warning)}</p>`}${textAt(one, "content")}`,
    });
  });
}
