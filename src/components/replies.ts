import type { Thread } from "#model/replies.ts";
import type { Site } from "#model/site.ts";
import { escaped, escapedText } from "#model/escape.ts";
import { replyHtml } from "#outputs/feed-html.ts";
import { dayInWords } from "#text/interface.ts";
import { heldHtml } from "./held-html.ts";

/** The items of a list of replies as HTML, each with its answers in a list of its own. */
export function replyItems(site: Site, threads: readonly Thread[], page: string): string {
  return threads
    .map(({ reply, answers }) => {
      const { name, person, url, date, html } = reply;
      const who = `<bdi class="p-name">${escapedText(name)}</bdi>`;
      const day = new Date(date).toLocaleDateString("sv-SE", { timeZone: site.timeZone });
      const time = `<time class="dt-published" datetime="${escaped(date)}">${escapedText(dayInWords(site.language, day))}</time>`;
      const head = `${linked(who, "p-author h-card", person)} ${url === undefined ? time : linked(time, "u-url", url)}`;
      const below = answers.length === 0 ? "" : `<ol>${replyItems(site, answers, page)}</ol>`;
      return `<li class="u-comment h-cite"><p class="meta">${head}</p><div class="prose p-content" dir="auto">${heldHtml(replyHtml(html, url ?? page))}</div>${below}</li>`;
    })
    .join("");
}

function linked(html: string, kind: string, address: string | undefined): string {
  if (address === undefined) return `<span class="${kind}">${html}</span>`;
  return `<a class="${kind}" href="${escaped(address)}" rel="nofollow ugc">${html}</a>`;
}
