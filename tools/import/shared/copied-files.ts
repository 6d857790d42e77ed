import { stillSvg } from "#reading/svg-source.ts";
import { publicPath, safeName } from "./blog-files.ts";
import type { LeftOut } from "./report.ts";
import { isWhole, pictureName } from "./page-context.ts";
import { bundleTarget, type SourcePage, type Tools } from "./blog.ts";
import type { Target } from "./target.ts";

const notBeside = /\.(?:md|markdown|mdown|mdx|html?|rmd|ipynb|js|mjs|css|org|adoc|rst)$/iu;
const active = /\.(?:m?js|map|wasm|css|scss|sass|less|ts|html?|php|xml)$/iu;
const ours =
  /^\/(?:robots\.txt|sitemap[^/]*\.xml|index\.(?:html|xml|json)|404\.html|rss\.xml|atom\.xml|feed\.xml|_redirects|_headers|\.DS_Store|Thumbs\.db)$/iu;
const verification = /^\/(?:naver|google|yandex|pinterest)[\w-]*\.html$/iu;

/** Where a file that becomes no page of ours is kept for its author to find; undefined where it has no words or they are elsewhere. */
export function asideOf({ file, reason }: LeftOut): string | undefined {
  return /^left-(?:foreign|section-aside|resource|unrendered|headless)$/u.test(reason)
    ? `import-aside/${safeName(file)}`
    : undefined;
}

/** Copies what becomes no page of ours into a folder of its own, so that nothing is lost. */
export function copyAside(left: readonly LeftOut[], tools: Tools, target: Target): void {
  for (const one of left) {
    const place = asideOf(one);
    if (place !== undefined) target.put(place, tools.tree.bytes(one.file));
  }
}

/** Copies what lies beside bundles. */
export function copyBundles(pages: readonly SourcePage[], tools: Tools, target: Target): void {
  const byBundle = Map.groupBy(
    pages.filter(({ bundle }) => bundle !== undefined),
    ({ bundle }) => bundle ?? "",
  );
  for (const file of tools.tree.files) {
    for (const page of notBeside.test(file) ? [] : bundlePages(file, byBundle)) {
      if (pictureName.test(file) && !isWhole(file, tools)) continue;
      target.put(
        `${bundleTarget(page)}/${safeName(file.slice((page.bundle ?? "").length + 1))}`,
        tools.tree.bytes(file),
      );
    }
  }
}

function bundlePages(file: string, byBundle: ReadonlyMap<string, readonly SourcePage[]>): readonly SourcePage[] {
  for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
    const pages = byBundle.get(file.slice(0, end));
    if (pages) return pages;
  }
  return [];
}

/** A file as it may stand in `public/`: an SVG without its foreign parts. */
function publishedBytes(file: string, { tree }: Tools): Uint8Array | string {
  const bytes = tree.bytes(file);
  return /\.svg$/iu.test(file) ? (stillSvg(Buffer.from(bytes).toString("utf8")) ?? bytes) : bytes;
}

/** A file that the blog published as it is; where its root is its folder (Jekyll), pictures and documents in plain folders. */
function isPublished(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    if (folder !== "" && !file.startsWith(`${folder}/`)) return false;
    const path = folder === "" ? file : file.slice(folder.length + 1);
    return (
      !/(?:^|\/)[_.]|^(?:vendor|node_modules|bin|test|spec|tools|scripts)\//u.test(path) &&
      (folder !== "" || document.test(path))
    );
  });
}

const document =
  /^[^/]+\.(?:ico|png|svg|jpe?g|txt)$|^CNAME$|\/[^/]+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?|pdf|zip|tar|gz|mp[34]|webm|ogg|wav|pptx?|docx?|xlsx?|hwpx?|csv|txt|json|ipynb|woff2?|ttf)$/iu;

/** Copies what pages show and what the blog published as it is into `public/`; scripts, styles and pages of HTML stay behind. */
export function copyPublished(tools: Tools, target: Target): LeftOut[] {
  const left: LeftOut[] = [];
  const wanted = new Map(tools.files);
  const read = new Set([...tools.blog.pages, ...tools.blog.left].map(({ file }) => file));
  for (const file of tools.tree.files) {
    if (read.has(file) || !isPublished(file, tools.blog.folders.published)) continue;
    const at = publicPath(file, tools.blog.folders);
    if (ours.test(at)) left.push({ file, reason: "left-ours" });
    else if (active.test(at) && !verification.test(at)) left.push({ file, reason: "left-active" });
    else wanted.set(at, file);
  }
  for (const [at, file] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (pictureName.test(at) && !isWhole(file, tools)) left.push({ file, reason: "left-broken" });
    else target.put(`public${at}`, publishedBytes(file, tools));
  }
  return left;
}
