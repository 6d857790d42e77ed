import { pageWord } from "#text/importing.ts";
import { argumentOf, type Converted, joined, markdownLink, oneLine, plain, type Use } from "./shortcode-use.ts";
import { decoded } from "#model/urlize.ts";

const ids = "id videoid video v src url href";

function tweet(use: Use): string | undefined {
  const [user, id] = [argumentOf(use, ["user"], 0), argumentOf(use, ["id"], 1)];
  if (user !== undefined && /^\d{6,}$/u.test(user)) return `https://twitter.com/i/status/${user}`;
  if (id !== undefined) return `https://twitter.com/${user ?? "i"}/status/${id}`;
  return user?.startsWith("http") ? user : undefined;
}

function gist(use: Use): string | undefined {
  const user = argumentOf(use, ["user", "username"], 0);
  if (user === undefined) return undefined;
  const page = joined([user, argumentOf(use, ["id", "gist"], 1)], "/");
  const file = argumentOf(use, ["file"], 2)?.replace(/\./gu, "-");
  return joined([page.startsWith("http") ? page : `https://gist.github.com/${page}`, file], "#file-");
}

/** Names of shortcodes, the service's own name, what stands before an id in its address (`{user}` is an argument) and the arguments that hold the id. */
const embeds: readonly (readonly [names: RegExp, service: string, prefix: string, ids?: string])[] = [
  [
    /^(?:youtube|yt|youtube-?lite|youtube-?(?:shorts?|video|enhanced|embed|nocookie)|lite-?youtube|youtubepl)$/u,
    "YouTube",
    "https://www.youtube.com/watch?v=",
  ],
  [/^vimeo(?:_simple)?$/u, "Vimeo", "https://vimeo.com/"],
  [/^(?:instagram|instagram_simple|ig)$/u, "Instagram", "https://www.instagram.com/p/"],
  [/^(?:github|github-?card|gh|gh-?card|repo-?card|ghcard)$/u, "GitHub", "https://github.com/", "repo name url link"],
  [/^gitlab$/u, "GitLab", "https://gitlab.com/projects/", "projectid repo"],
  [/^codepen$/u, "CodePen", "https://codepen.io/{user|pen}/pen/"],
  [/^(?:codesandbox|sandbox)$/u, "CodeSandbox", "https://codesandbox.io/s/"],
  [/^stackblitz$/u, "StackBlitz", "https://stackblitz.com/edit/"],
  [/^jsfiddle$/u, "JSFiddle", "https://jsfiddle.net/"],
  [/^bilibili$/u, "Bilibili", "https://www.bilibili.com/video/", "id bvid av"],
  [/^spotify$/u, "Spotify", "https://open.spotify.com/{type|track}/"],
  [/^soundcloud$/u, "SoundCloud", "https://soundcloud.com/", "url track id"],
  [/^slideshare$/u, "SlideShare", "https://www.slideshare.net/slideshow/embed_code/key/"],
  [/^(?:speakerdeck|speaker-deck)$/u, "Speaker Deck", "https://speakerdeck.com/player/"],
  [/^asciinema$/u, "asciinema", "https://asciinema.org/a/", "id key src"],
  [/^loom$/u, "Loom", "https://www.loom.com/share/"],
  [/^tiktok$/u, "TikTok", "https://www.tiktok.com/@/video/"],
  [/^(?:google-?maps?|maps?|kakao-?map|naver-?map)$/u, "지도", "https://www.google.com/maps?q=", "src url id query q"],
  [/^(?:video|mp4|webm|vid|local-?video|video-?js|video-player)$/u, "동영상", "", "src url file path mp4 webm href id"],
  [/^(?:audio|mp3|podcast)$/u, "소리", "", "src url file path mp3 href"],
  [/^(?:pdf|pdf-?reader|embed-pdf|pdf-?viewer|embedpdf)$/u, "PDF", "", "src url file path href"],
  [
    /^(?:iframe|embed|frame|bookmark|link-?card|linkcard|link-?preview|card-?link|og|ogp|blogcard)$/u,
    "",
    "",
    "src url href link",
  ],
];

function embedOf(use: Use): { service: string; address: string | undefined } | undefined {
  if (/^(?:tweet|twitter|x|tweet_simple|twitter_simple|x_simple)$/u.test(use.name))
    return { service: "X", address: tweet(use) };
  if (use.name === "gist") return { service: "Gist", address: gist(use) };
  const found = embeds.find(([known]) => known.test(use.name));
  if (found === undefined) return undefined;
  const [, service, prefix, names = ids] = found;
  const id = argumentOf(use, names.split(" "), 0);
  if (id === undefined || /^(?:https?:)?\/\//u.test(id)) return { service, address: id };
  const before = prefix.replace(/\{(\w+)\|(\w+)\}/u, (_, name, usual) => argumentOf(use, [name]) ?? usual);
  return { service, address: before + id.replace(/^\/+/u, "") };
}

/** A link with the service's name and the title for what another site or a player would show. */
export function embedShortcode(use: Use): Converted | undefined {
  const found = embedOf(use);
  if (found?.address === undefined) return undefined;
  const address = use.context.link(found.address) ?? found.address;
  use.context.warn("embed-linked", use.start, { name: use.name, address });
  const title = argumentOf(use, ["title", "label", "caption", "alt", "name", "text", "description"]) ?? use.inner ?? "";
  const service = pageWord(found.service, use.context.page.korean);
  return { text: markdownLink(cardWords(service, plain(title), address), address), block: !use.inline };
}

/** The words of a link to an embed: `YouTube: 제목`, without a title its address. */
export function cardWords(service: string, title: string, address: string): string {
  return oneLine(joined([service, title || readable(address)], ": "));
}

function readable(address: string): string {
  return decoded(address).replace(/^(?:https?:)?\/\/(?:www\.)?/u, "");
}
