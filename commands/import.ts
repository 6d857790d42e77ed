import "#tools/failure/end-as-message.ts";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { importBlog, type ImportOptions } from "#tools/import/import-blog.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { openTarget } from "#tools/import/shared/target.ts";
import { startClock } from "#reading/clock.ts";
import { importText } from "#text/importing.ts";
import { messageLanguage } from "#text/language.ts";

/** `npm run import -- <folder>`: brings a Hugo, Jekyll, velog or Tistory blog into this Seogo, or into `--to`. */
const text = importText(messageLanguage());
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    to: { type: "string", default: path.resolve(import.meta.dirname, "..") },
    lang: { type: "string" },
    address: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    force: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
const target = openTarget(path.resolve(values.to), {
  force: values.force,
  dryRun: values["dry-run"],
  blog: path.basename(path.resolve(folder ?? "")),
});

process.exitCode = run();

function run(): number {
  if (folder === undefined || values.help) {
    console.log(text.usage);
    return values.help ? 0 : 2;
  }
  const source = path.resolve(folder);
  if (`${target.root}${path.sep}`.startsWith(`${source}${path.sep}`)) return refused(text.targetInside);
  if (values.address !== undefined && !/^https?:\/\/[^/]/u.test(values.address)) return refused(text.badAddress);
  if (!existsSync(source)) return refused(text.noFolder(folder));
  const report = importBlog(optionsFor(source), target);
  if (report === undefined) return refused(text.noBlog(folder));
  target.put("import-report.md", reportMarkdown(report, text));
  target.close();
  console.log(values.json ? JSON.stringify(report, null, 1) : summary(report));
  return 0;
}

function refused(message: string): number {
  console.error(message);
  return 1;
}

function optionsFor(source: string): ImportOptions {
  return {
    source,
    now: startClock(),
    progress: (done, all) => {
      if (process.stderr.isTTY && (done % 25 === 0 || done === all))
        process.stderr.write(`\r${text.progress(done, all)}`);
    },
    ...(values.lang === undefined ? {} : { language: values.lang }),
    ...(values.address === undefined ? {} : { address: values.address }),
    ...(values.from === undefined ? {} : { kind: values.from }),
  };
}

function summary(report: Report): string {
  const doubts = report.pages.reduce((sum, page) => sum + page.doubts.length, 0);
  const counts = { pages: report.pages.length, doubts, ...target.counts };
  return values["dry-run"] ? text.planned(counts) : text.done(counts);
}
