import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";
import { markdownToHtml } from "satteri";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions } from "#markdown/work.ts";
import { posts } from "./posts.ts";

const options: BodyOptions = {
  lineBreaks: "keep",
  quotes: "korean",
  ellipsis: false,
  math: false,
  language: "ko",
  picture: () => undefined,
  link: () => undefined,
  base: "/",
  host: "seogo.example",
};

/** Processor time, which neighbours on the same machine disturb less than the clock does. */
async function milliseconds(work: (source: string) => unknown, sources: readonly string[]): Promise<number> {
  const start = process.cpuUsage();
  for (const source of sources) await work(source);
  return process.cpuUsage(start).user / 1000;
}

const count = Number(process.argv[2] ?? 1000);
const sources = posts(count);
const astro = await createSatteriMarkdownProcessor({});
const ways = {
  "satteri, no colours": (source: string) => markdownToHtml(source),
  "Astro's processor (satteri + Shiki)": (source: string) => astro.render(source),
  Seogo: (source: string) => renderBody(source, options),
} as const;

const best: Record<string, number> = {};
for (const name of Object.keys(ways)) best[name] = Number.POSITIVE_INFINITY;
for (let round = 0; round < 4; round++) {
  for (const [name, way] of Object.entries(ways)) {
    const spent = await milliseconds(way, sources);
    // The first round loads grammars and warms the engine.
    if (round > 0) best[name] = Math.min(best[name] ?? spent, spent);
  }
}
const characters = sources.reduce((sum, source) => sum + source.length, 0);
console.log(
  `${String(count)} posts, ${String(Math.round(characters / count))} characters each, processor time, best of three rounds`,
);
for (const [name, spent] of Object.entries(best)) {
  console.log(`${name.padEnd(36)} ${spent.toFixed(0).padStart(6)} ms  ${(spent / count).toFixed(2)} ms a post`);
}
const ratio = (best["Seogo"] ?? 0) / (best["Astro's processor (satteri + Shiki)"] ?? 1);
console.log(`ratio to Astro's processor           ${ratio.toFixed(2)} (limit 1.5)`);
