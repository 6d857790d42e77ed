import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "parse5";
import { type Facts, factsOfHtml, type HtmlNode } from "./html-facts.ts";

/** A page as Hugo itself rendered it. */
export interface HugoPage extends Facts {
  /** Path in the source. */
  readonly file: string;
  /** Decoded, NFC, without the base path. */
  readonly path: string;
  readonly title: string;
  /** `0001-01-01` where Hugo found none. */
  readonly day: string;
  /** Digests of the picture files that its images lead to, as far as they exist. */
  readonly pictures: readonly string[];
}

/** Whether a Hugo binary can be run here. */
export function hasHugo(): boolean {
  return spawnSync("hugo", ["version"]).status === 0;
}

const single = `<!doctype html><html data-file="{{ with .File }}{{ .Filename }}{{ end }}" data-path="{{ .RelPermalink }}" data-title="{{ .Title }}" data-day="{{ .Date.Format "2006-01-02" }}"><body>{{ .Content }}</body></html>`;

/** Builds a site (its folder gets our plain layouts) and reads every page of it. */
export function hugoPages(root: string, basePath: string): HugoPage[] {
  const layouts = {
    "_default/single.html": single,
    "_default/list.html": "<!doctype html><title>-</title>",
    "index.html": "<!doctype html><title>-</title>",
    "404.html": "-",
  };
  for (const [name, text] of Object.entries(layouts)) {
    mkdirSync(path.dirname(path.join(root, "layouts", name)), { recursive: true });
    writeFileSync(path.join(root, "layouts", name), text);
  }
  const out = path.join(root, "public");
  execFileSync(
    "hugo",
    [
      "--source",
      root,
      "--destination",
      out,
      "--buildDrafts",
      "--buildFuture",
      "--buildExpired",
      "--quiet",
      "--noBuildLock",
      // By default all users of a machine share one, which belongs to who came first.
      "--cacheDir",
      path.join(root, ".hugo-cache"),
    ],
    { stdio: "pipe" },
  );
  return globSync("**/*.html", { cwd: out }).flatMap((file) => {
    const html = (parse(readFileSync(path.join(out, file), "utf8")) as unknown as HtmlNode).childNodes?.find(
      ({ tagName }) => tagName === "html",
    );
    const data = new Map(html?.attrs?.map(({ name, value }) => [name, value]));
    const source = data.get("data-file");
    if (source === undefined || source === "" || html === undefined) return [];
    const facts = factsOfHtml(html);
    const own = withoutBase(decodeURI(data.get("data-path") ?? "").normalize("NFC"), basePath);
    const pictures = facts.images.flatMap((address) => pictureDigest(out, address, { own, basePath }));
    return [
      {
        ...facts,
        file: path.relative(root, source),
        path: own,
        title: (data.get("data-title") ?? "").normalize("NFC"),
        day: data.get("data-day") ?? "",
        pictures,
      },
    ];
  });
}

function pictureDigest(out: string, address: string, page: { own: string; basePath: string }): string[] {
  const url = URL.parse(address, `https://x.invalid${encodeURI(page.basePath.replace(/\/$/u, "") + page.own)}`);
  const isOwn = url?.host === "x.invalid" || url?.host === "blog.test";
  const file =
    url === null || !isOwn ? "" : path.join(out, withoutBase(decodeURIComponent(url.pathname), page.basePath));
  return file !== "" && existsSync(file) && /\.\w+$/u.test(file) ? [digestOf(file)] : [];
}

function withoutBase(address: string, basePath: string): string {
  return address.startsWith(basePath) ? `/${address.slice(basePath.length)}` : address;
}

/** What tells a file's bytes from others. */
export function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
}
