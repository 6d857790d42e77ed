import { rooms } from "#cores/spent.ts";
import { said } from "#text/words.ts";
import type { Results, Row } from "./results.ts";

const builds = { cold: "처음부터", edit: "글 한 편 고친 뒤" } as const;
const home = "Seogo";

/** The results as Markdown: a table for each number of posts and kind of build, with ratios to Seogo. */
export function resultsMarkdown({ date, cores, versions, commands, rows }: Results): string {
  const groups = Map.groupBy(rows, ({ posts, build }) => `### 글 ${posts.toLocaleString("en")}편, ${builds[build]}`);
  const tables = [...groups].map(([title, group]) => [title, tableOf(group), ...partsOf(group)].join("\n\n"));
  const about = Object.entries(versions).map(([system, version]) => `${system} ${version}`);
  const how = commands.map((command) => `\`${command}\``).join(", ");
  return [`${date}, 코어 ${String(cores)}개. ${how}. ${about.join(" · ")}`, ...tables].join("\n\n");
}

function tableOf(rows: readonly Row[]): string {
  const own = rows.find(({ system }) => system === home)?.median;
  const cell = (value: number, ours: number | undefined, digits: number) =>
    `${value.toFixed(digits)}${ours ? ` (${(value / ours).toFixed(2)}배)` : ""}`;
  const lines = rows.map(({ system, median, runs }) =>
    [
      system,
      cell(median.cpuSeconds, own?.cpuSeconds, 1),
      cell(median.wallSeconds, own?.wallSeconds, 1),
      cell(median.peakMegabytes, own?.peakMegabytes, 0),
      String(runs.length),
    ].join(" | "),
  );
  const head = ["| 도구 | CPU 초 | 걸린 초 | 최대 메모리 MB | 횟수 |", "| --- | ---: | ---: | ---: | ---: |"];
  return [...head, ...lines.map((line) => `| ${line} |`)].join("\n");
}

/** Where Seogo's time went, in one line. */
function partsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ system, parts = {} }) => {
    const all = Object.values(parts).reduce((sum, one) => sum + one, 0);
    const shares = rooms.map((room) => {
      const share = Math.round(((parts[room] ?? 0) / all) * 100);
      return `${said(`spent-${room}`, {}, "ko")} ${(parts[room] ?? 0).toFixed(1)} (${String(share)}%)`;
    });
    return all > 0 ? [`${system}의 CPU 초: ${shares.join(" · ")}`] : [];
  });
}

/** A document with the part between the markers `<!-- name -->` and `<!-- /name -->` replaced; throws where they are missing. */
export function withPart(document: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${start} … ${end}`);
  return `${document.slice(0, from + start.length)}\n\n${part}\n\n${document.slice(to)}`;
}
