import { posix } from "node:path";
import { byCodePoint } from "#model/order.ts";
import { decoded } from "#model/urlize.ts";
import { stillSvg } from "#reading/svg-parts.ts";
import { isRefused } from "#tools/prove/disguised.ts";
import { safeName } from "./addresses.ts";
import { type Blog, bundleTarget, inBundle, type SourcePage } from "./blog.ts";
import type { Tools } from "./page-context.ts";
import { asideOf, type LeftOut } from "./report.ts";
import { below, folderOf, looseKey, type SourceTree } from "./source-tree.ts";
import type { Target } from "./target.ts";

/** Finds files by the addresses that pages write, right or wrong: encoded, with the base, at another depth, in other case; `at` is as the page writes it, from its bundle or the new root on, `guessed` where only the name fits. */
export function fileFinder(tree: SourceTree, { folders }: Blog) {
  const roots = rootsOf(folders);
  const nameKey = (file: string) => looseKey(posix.basename(file));
  const held = [...new Set(roots.flatMap((root) => tree.inside(root)))];
  const byName = Map.groupBy(
    held.filter((file) => !/\.(?:md|markdown|html?)$/iu.test(file)),
    nameKey,
  );
  const found = (file: string, page: SourcePage, guessed: boolean) => {
    const own = inBundle(file, page);
    return { file, at: own === undefined ? publicPath(file, roots) : safeName(own), guessed };
  };
  return (address: string, page: SourcePage) => {
    const spellings = [decoded(address), address].flatMap((text) => [text.replace(/[?#].*$/u, ""), text]);
    for (const place of [...new Set(spellings)].flatMap((text) => candidates(text, page, roots))) {
      const file = /^\.\.|\/$/u.test(place) ? undefined : tree.find(place);
      if (file !== undefined && !/\.(?:md|markdown)$/iu.test(file)) return found(file, page, false);
    }
    const [only, ...more] = byName.get(nameKey(spellings[0] ?? "")) ?? [];
    return only === undefined || more.length > 0 ? undefined : found(only, page, true);
  };
}

function candidates(address: string, page: SourcePage, roots: readonly string[]): string[] {
  const own = page.bundle ?? folderOf(page.file);
  const bare = address.replace(/^(?:\.{0,2}\/)+/u, "");
  const unprefixed = bare.replace(/^(?:static|public|assets|content)\//u, "");
  const fromUrl = posix.join(page.path, address).replace(/^\/+/u, "");
  const beside = address.startsWith("/") ? [] : [posix.join(own, address), posix.join(folderOf(page.file), address)];
  const anywhere = [fromUrl, bare, unprefixed].flatMap((name) => roots.map((root) => posix.join(root, name)));
  return [...beside, ...anywhere, posix.join(own, bare), posix.join(own, unprefixed), bare];
}

function rootsOf({ published, content, assets }: Blog["folders"]): string[] {
  return [...published, ...content, ...assets];
}

/** Where a source file lies under our `public/`: `/images/x.png`. */
function publicPath(file: string, roots: readonly string[]): string {
  return `/${safeName(roots.map((root) => below(file, root)).find((path) => path !== undefined) ?? file)}`;
}

const notBeside = /\.(?:md|markdown|mdown|mdx|html?|rmd|ipynb|js|mjs|css|org|adoc|rst)$/iu;
const active = /\.(?:m?js|map|wasm|css|scss|sass|less|ts|html?|php|xml)$/iu;
const ours =
  /^\/(?:robots\.txt|sitemap[^/]*\.xml|index\.(?:html|xml|json)|404\.html|rss\.xml|atom\.xml|feed\.xml|_redirects|_headers|\.DS_Store|Thumbs\.db)$/iu;
const verification = /^\/(?:naver|google|yandex|pinterest)[\w-]*\.html$/iu;
const document =
  /^[^/]+\.(?:ico|png|svg|jpe?g|txt)$|^CNAME$|\/[^/]+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?|pdf|zip|tar|gz|mp[34]|webm|ogg|wav|pptx?|docx?|xlsx?|hwpx?|csv|txt|json|ipynb|woff2?|ttf)$/iu;

/** Copies what lies beside pages that have a folder of their own. */
export function copyBundles(pages: readonly SourcePage[], tools: Tools, target: Target): void {
  const byBundle = Map.groupBy(pages, ({ bundle }) => bundle);
  for (const file of tools.tree.files) {
    let bundle = folderOf(file);
    while (bundle !== "" && !byBundle.has(bundle)) bundle = folderOf(bundle);
    if (bundle === "" || notBeside.test(file) || tools.isBroken(file)) continue;
    for (const page of byBundle.get(bundle) ?? [])
      target.put(`${bundleTarget(page)}/${safeName(file.slice(bundle.length + 1))}`, tools.tree.bytes(file));
  }
}

/** Copies what pages show and what the blog published as it is into `public/`, save scripts, styles and HTML; what becomes no page of ours goes into a folder of its own. */
export function copyPublished(tools: Tools, target: Target): LeftOut[] {
  const { blog, tree } = tools;
  const left: LeftOut[] = [];
  for (const one of blog.left) {
    const place = asideOf(one);
    if (place !== undefined) target.put(place, tree.bytes(one.file));
  }
  const wanted = new Map(tools.files);
  const read = new Set([...blog.pages, ...blog.left].map(({ file }) => file));
  for (const file of tree.files) {
    if (read.has(file) || !blog.folders.published.some((folder) => isPublished(file, folder))) continue;
    const at = publicPath(file, rootsOf(blog.folders));
    if (ours.test(at)) left.push({ file, reason: "left-ours" });
    else if (active.test(at) && !verification.test(at)) left.push({ file, reason: "left-active" });
    else wanted.set(at, file);
  }
  // What hidden pages alone show stays with the content, of which nothing is published by itself.
  const held = [...tools.heldFiles].filter(([at]) => !wanted.has(at)).map(([at, file]) => [`src/content${at}`, file]);
  const places = [...[...wanted].map(([at, file]) => [`public${at}`, file]), ...held] as [string, string][];
  for (const [place, file] of places.sort(([a], [b]) => byCodePoint(a, b))) {
    const bytes = tree.bytes(file);
    // An SVG loses the parts that are no drawing.
    const still = /\.svg$/iu.test(file) ? stillSvg(Buffer.from(bytes).toString("utf8")) : undefined;
    if (tools.isBroken(file)) left.push({ file, reason: "left-broken" });
    else if (isRefused(place.replace(/^(?:public|src\/content)\//u, ""), bytes))
      left.push({ file, reason: "left-refused" });
    else target.put(place, still ?? bytes);
  }
  return left;
}

/** A file that the blog published as it is; where its root is its folder (Jekyll), pictures and documents in plain folders. */
function isPublished(file: string, folder: string): boolean {
  const path = below(file, folder);
  if (path === undefined || (folder === "" && !document.test(path))) return false;
  return !/(?:^|\/)[_.]|^(?:vendor|node_modules|bin|test|spec|tools|scripts)\//u.test(path);
}
