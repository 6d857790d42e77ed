import { escapedText } from "#model/escape.ts";
import { allOf, ask, type Data, listAt, type Place, replyOf, textAt } from "./place.ts";

const home = "https://webmention.io/api/mentions.jf2";
const longest = 200;

/** What webmention.io holds for a domain: replies in full, other pages that mention a post by their names. */
export function webmention(domain: string | undefined, token = "", api = home): Place {
  let all: Promise<Data[]> | undefined;
  return {
    name: "webmention",
    missing: domain !== undefined && token === "" ? "WEBMENTION_IO_TOKEN" : undefined,
    found: async () => {
      if (domain === undefined) return [];
      all ??= mentions(`${api}?${new URLSearchParams({ domain, token, "per-page": "100" }).toString()}`);
      return (await all).map((one) => ({ at: textAt(one, "wm-target"), links: [textAt(one, "wm-target")] }));
    },
    replies: async (target) =>
      ((await all) ?? []).filter((one) => textAt(one, "wm-target") === target).flatMap(replyIn),
  };
}

async function mentions(address: string): Promise<Data[]> {
  const all = new Map<string, Data>();
  // A page behind the last one is empty, or the last one again.
  await allOf(async (page = "0") => {
    const known = all.size;
    for (const one of listAt(await ask(`${address}&page=${page}`), "children")) all.set(textAt(one, "wm-id"), one);
    return { all: [], next: all.size === known ? undefined : String(Number(page) + 1) };
  });
  return [...all.values()];
}

function replyIn(one: Data) {
  const kind = textAt(one, "wm-property");
  if (!/^(?:in-reply-to|mention-of)$/u.test(kind) || one["wm-private"] === true) return [];
  const text = textAt(one, "content", "text");
  const short = textAt(one, "name") || (text.length > longest ? `${text.slice(0, longest)}…` : text);
  const whole = textAt(one, "content", "html") || `<p>${escapedText(text)}</p>`;
  return replyOf({
    id: `webmention:${textAt(one, "wm-id")}`,
    name: textAt(one, "author", "name"),
    person: textAt(one, "author", "url"),
    url: textAt(one, "url") || textAt(one, "wm-source"),
    date: textAt(one, "published") || textAt(one, "wm-received"),
    html: kind === "in-reply-to" ? whole : `<p>${escapedText(short.toWellFormed())}</p>`,
  });
}
