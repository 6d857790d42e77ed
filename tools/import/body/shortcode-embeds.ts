import { argumentOf, block, type Converted, destination, inline, label, plain, type Use } from "./shortcode-use.ts";

interface Embed {
  /** The service's own name, shown before the title. */
  readonly service: string;
  readonly address: (use: Use) => string | undefined;
}

const ids = ["id", "videoid", "video", "v", "src", "url", "href"];

function under(prefix: string, names: readonly string[] = ids): (use: Use) => string | undefined {
  return (use) => {
    const id = argumentOf(use, names, 0);
    return id === undefined || /^(?:https?:)?\/\//u.test(id) ? id : prefix + id.replace(/^\/+/u, "");
  };
}

function tweet(use: Use): string | undefined {
  const [user, id] = [argumentOf(use, ["user"], 0), argumentOf(use, ["id"], 1)];
  if (user !== undefined && /^\d{6,}$/u.test(user)) return `https://twitter.com/i/status/${user}`;
  if (id !== undefined) return `https://twitter.com/${user ?? "i"}/status/${id}`;
  return user?.startsWith("http") ? user : undefined;
}

function gist(use: Use): string | undefined {
  const [user, id, file] = [
    argumentOf(use, ["user", "username"], 0),
    argumentOf(use, ["id", "gist"], 1),
    argumentOf(use, ["file"], 2),
  ];
  if (user === undefined) return undefined;
  const page = id === undefined ? user : `${user}/${id}`;
  return `${page.startsWith("http") ? page : `https://gist.github.com/${page}`}${file === undefined ? "" : `#file-${file.replace(/\./gu, "-")}`}`;
}

const embeds: readonly (readonly [RegExp, Embed])[] = [
  [
    /^(?:youtube|yt|youtube-?lite|youtube-?(?:shorts?|video|enhanced|embed|nocookie)|lite-?youtube|youtubepl)$/u,
    { service: "YouTube", address: under("https://www.youtube.com/watch?v=") },
  ],
  [/^vimeo(?:_simple)?$/u, { service: "Vimeo", address: under("https://vimeo.com/") }],
  [/^(?:tweet|twitter|x|tweet_simple|twitter_simple|x_simple)$/u, { service: "X", address: tweet }],
  [/^(?:instagram|instagram_simple|ig)$/u, { service: "Instagram", address: under("https://www.instagram.com/p/") }],
  [/^gist$/u, { service: "Gist", address: gist }],
  [
    /^(?:github|github-?card|gh|gh-?card|repo-?card|ghcard)$/u,
    { service: "GitHub", address: under("https://github.com/", ["repo", "name", "url", "link"]) },
  ],
  [/^(?:gitlab)$/u, { service: "GitLab", address: under("https://gitlab.com/projects/", ["projectid", "repo"]) }],
  [
    /^(?:codepen)$/u,
    {
      service: "CodePen",
      address: (use) => under(`https://codepen.io/${argumentOf(use, ["user"]) ?? "pen"}/pen/`)(use),
    },
  ],
  [/^(?:codesandbox|sandbox)$/u, { service: "CodeSandbox", address: under("https://codesandbox.io/s/") }],
  [/^(?:stackblitz)$/u, { service: "StackBlitz", address: under("https://stackblitz.com/edit/") }],
  [/^(?:jsfiddle)$/u, { service: "JSFiddle", address: under("https://jsfiddle.net/") }],
  [/^(?:bilibili)$/u, { service: "Bilibili", address: under("https://www.bilibili.com/video/", ["id", "bvid", "av"]) }],
  [
    /^(?:spotify)$/u,
    {
      service: "Spotify",
      address: (use) => under(`https://open.spotify.com/${argumentOf(use, ["type"]) ?? "track"}/`)(use),
    },
  ],
  [/^(?:soundcloud)$/u, { service: "SoundCloud", address: under("https://soundcloud.com/", ["url", "track", "id"]) }],
  [
    /^(?:slideshare)$/u,
    { service: "SlideShare", address: under("https://www.slideshare.net/slideshow/embed_code/key/") },
  ],
  [/^(?:speakerdeck|speaker-deck)$/u, { service: "Speaker Deck", address: under("https://speakerdeck.com/player/") }],
  [/^(?:asciinema)$/u, { service: "asciinema", address: under("https://asciinema.org/a/", ["id", "key", "src"]) }],
  [/^(?:loom)$/u, { service: "Loom", address: under("https://www.loom.com/share/") }],
  [/^(?:tiktok)$/u, { service: "TikTok", address: under("https://www.tiktok.com/@/video/") }],
  [
    /^(?:google-?maps?|map|maps|kakao-?map|naver-?map)$/u,
    { service: "지도", address: under("https://www.google.com/maps?q=", ["src", "url", "id", "query", "q"]) },
  ],
  [
    /^(?:video|mp4|webm|vid|local-?video|video-?js|video-player)$/u,
    { service: "동영상", address: under("", ["src", "url", "file", "path", "mp4", "webm", "href", "id"]) },
  ],
  [/^(?:audio|mp3|podcast)$/u, { service: "소리", address: under("", ["src", "url", "file", "path", "mp3", "href"]) }],
  [
    /^(?:pdf|pdf-?reader|embed-pdf|pdf-?viewer|embedpdf)$/u,
    { service: "PDF", address: under("", ["src", "url", "file", "path", "href"]) },
  ],
  [
    /^(?:iframe|embed|frame|bookmark|link-?card|linkcard|link-?preview|card-?link|og|ogp|blogcard)$/u,
    { service: "", address: under("", ["src", "url", "href", "link"]) },
  ],
];

/** A link with the service's name and the title for what another site or a player would show. */
export function embedShortcode(use: Use): Converted | undefined {
  const found = embeds.find(([names]) => names.test(use.name))?.[1];
  const written = found?.address(use);
  if (found === undefined || written === undefined) return undefined;
  const address = use.context.link(written) ?? written;
  use.context.warn("embed-linked", use.start, { name: use.name, address });
  const title = plain(
    argumentOf(use, ["title", "label", "caption", "alt", "name", "text", "description"]) ?? use.inner ?? "",
  );
  return cardLink({ service: found.service, title, address, inLine: use.inline });
}

/** A card for an embed as Markdown: `[YouTube: 제목](주소)`. */
export function cardLink(card: { service: string; title: string; address: string; inLine: boolean }): Converted {
  const shown = [card.service, card.title === "" ? readable(card.address) : card.title]
    .filter((part) => part !== "")
    .join(": ");
  const text = `[${label(shown)}](${destination(card.address)})`;
  return card.inLine ? inline(text) : block(text);
}

function readable(address: string): string {
  try {
    return decodeURI(address).replace(/^(?:https?:)?\/\/(?:www\.)?/u, "");
  } catch {
    return address;
  }
}
