import path from "node:path";
import { parseArgs } from "node:util";
import { importBlog } from "#importing/import-blog.ts";
import { openTarget } from "#importing/target.ts";
import { reportMarkdown } from "#importing/report-markdown.ts";
import { importText } from "#text/importing.ts";
import { startClock } from "#reading/clock.ts";

const text = importText(process.env["LANG"]?.startsWith("en") ? "en" : "ko");

/** Imports the blog that the arguments name; gives the exit code. */
function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: "string" },
      to: { type: "string", default: path.resolve(import.meta.dirname, "..") },
      lang: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || values.help) {
    console.log(text.usage);
    return values.help ? 0 : 1;
  }
  const source = path.resolve(folder);
  const to = path.resolve(values.to);
  if (to === source || to.startsWith(source + path.sep)) {
    console.error(text.targetInside);
    return 1;
  }
  const target = openTarget(to, { force: values.force, dryRun: values["dry-run"] });
  const report = importBlog(
    {
      source,
      now: startClock(),
      progress: (done, all) => {
        if (process.stderr.isTTY && (done % 25 === 0 || done === all))
          process.stderr.write(`\r${text.progress(done, all)}`);
      },
      ...(values.lang === undefined ? {} : { language: values.lang }),
      ...(values.from === undefined ? {} : { kind: values.from }),
    },
    target,
  );
  if (report === undefined) {
    console.error(text.noBlog(folder));
    return 1;
  }
  target.put("import-report.md", reportMarkdown(report, text));
  target.close();
  console.log(
    values.json
      ? JSON.stringify(report, null, 1)
      : text.done({
          pages: report.pages.length,
          doubts: report.pages.reduce((sum, page) => sum + page.doubts.length, 0),
          ...target.counts,
        }),
  );
  return 0;
}

process.exitCode = run();
