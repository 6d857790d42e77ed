import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { markdownToHtml } from "satteri";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { startBrowser } from "../tests/browser/browser.ts";
import { root } from "../tests/site/sites.ts";
import { writeCorpus } from "./corpus.ts";
import { measured } from "./measured.ts";
import { serveFolder } from "./site-server.ts";
import { type Visit, visit } from "./slow-phone.ts";
import { median } from "./statistics.ts";
import { peer, peerNames, seogo } from "./systems.ts";
import { withPart } from "./table.ts";

/** `npm run bench:weight [-- visits]`: what pages weigh and how soon a slow phone shows them, beside peers and a bare page. */
const times = Number(process.argv[2] ?? 5);
const work = join(root, ".seogo/bench/weight");
const seed = join(root, "tests/fixtures/seed/seed.md");

interface Place {
  readonly system: string;
  readonly page: string;
  readonly folder: string;
  readonly path: string;
}

const built = await builtSites();
const places = [...built, ...built.flatMap(inlined), barePage()];
const browser = await startBrowser();
try {
  const visits = await visitAll(browser);
  const table = tableOf(visits);
  const readme = join(root, "bench/README.md");
  writeFileSync(readme, withPart(readFileSync(readme, "utf8"), "weight", table));
  console.log(table);
} finally {
  await browser.close();
}

async function builtSites(): Promise<Place[]> {
  const corpus = join(work, "corpus");
  rmSync(corpus, { recursive: true, force: true });
  writeCorpus({ folder: corpus, count: 100 });
  cpSync(seed, join(corpus, "seed.md"));
  const systems = [seogo(corpus), ...peerNames.flatMap((name) => peer(name, corpus) ?? [])];
  const found: Place[] = [];
  for (const system of systems) {
    for (const made of system.made) rmSync(join(system.folder, made), { recursive: true, force: true });
    await measured(system.build);
    const folder = join(system.folder, system.output);
    const article = globSync("**/seed/index.html", { cwd: folder })[0];
    if (article === undefined) throw new Error(`${system.name}: seed/index.html`);
    const pages = { "첫 화면": "/", 글: `/${dirname(article)}/`, 태그: "/tags/핀테크/" };
    found.push(...Object.entries(pages).map(([page, path]) => ({ system: system.name, page, folder, path })));
  }
  return found;
}

/** Our article with its style sheet inside the page: what a first visit would gain, and every later one lose. */
function inlined({ system, page, folder, path }: Place): Place[] {
  if (system !== "Seogo" || page !== "글") return [];
  const html = readFileSync(join(folder, path, "index.html"), "utf8");
  const [link = "", href = ""] = /<link rel="stylesheet" href="([^"]+)">/u.exec(html) ?? [];
  if (link === "") throw new Error("the article has no style sheet");
  const inside = join(work, "inlined");
  mkdirSync(inside, { recursive: true });
  writeFileSync(
    join(inside, "index.html"),
    html.replace(link, () => `<style>${readFileSync(join(folder, href), "utf8")}</style>`),
  );
  return [{ system: "Seogo, 스타일을 안에", page, folder: inside, path: "/" }];
}

/** The words of the article and nothing else: no style, no navigation, no description. */
function barePage(): Place {
  const folder = join(work, "bare");
  mkdirSync(folder, { recursive: true });
  const { html: body } = markdownToHtml(splitFrontMatter(readFileSync(seed, "utf8")).body);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>초개인화, 테크핀</title>`;
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="ko">${head}<h1>초개인화, 테크핀</h1>${body}`);
  return { system: "맨글", page: "글", folder, path: "/" };
}

async function visitAll(chromium: Browser): Promise<Map<Place, Visit[]>> {
  const visits = new Map<Place, Visit[]>(places.map((place) => [place, []]));
  for (let time = 0; time < times; time += 1) {
    for (const [place, seen] of visits) {
      const server = await serveFolder(place.folder);
      seen.push(await visit(chromium, new URL(place.path, server.origin).href));
      server.close();
    }
  }
  return visits;
}

function tableOf(visits: ReadonlyMap<Place, readonly Visit[]>): string {
  const head = "| 화면 | 도구 | 요청 | HTML br | CSS | 그 밖 | 모두 | FCP ms | LCP ms | CLS |";
  const order = ["첫 화면", "글", "태그"];
  const lines = [...visits]
    .sort(([a], [b]) => order.indexOf(a.page) - order.indexOf(b.page))
    .map(([place, seen]) => lineOf(place, seen));
  return [head, "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function lineOf({ system, page, folder, path }: Place, seen: readonly Visit[]): string {
  const middle = (value: (visit: Visit) => number) => median(seen.map(value));
  const sum = ({ bytes }: Visit) => Object.values(bytes).reduce((all, one) => all + one, 0);
  const styles = middle(({ bytes }) => bytes["Stylesheet"] ?? 0);
  const others = middle((one) => sum(one) - (one.bytes["Document"] ?? 0) - (one.bytes["Stylesheet"] ?? 0));
  const html = brotliCompressSync(readFileSync(join(folder, path, "index.html"))).length;
  const cells = [
    page,
    system,
    middle(({ requests }) => requests),
    ...[html, styles, others, middle(sum)].map((bytes) => `${(bytes / 1024).toFixed(1)} KB`),
    middle(({ firstPaint }) => firstPaint).toFixed(0),
    middle(({ largestPaint }) => largestPaint).toFixed(0),
    middle(({ layoutShift }) => layoutShift).toFixed(3),
  ];
  return `| ${cells.join(" | ")} |`;
}
