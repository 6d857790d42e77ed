import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { importBlog, importKinds, type ImportOptions } from "#tools/import/import-blog.ts";
import { type Check, checkedSite } from "#tools/import/shared/check.ts";
import { oldAddresses } from "#tools/import/shared/old-addresses.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { causesOf, reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { openTarget } from "#tools/import/shared/target.ts";
import { BadArchive } from "#tools/import/shared/source-tree.ts";
import { startClock } from "#reading/clock.ts";
import { importText } from "#text/importing.ts";
import { messageLanguage } from "#text/language.ts";
import "#tools/failure/end-as-message.ts";

/** `npm run import -- <folder>`: brings another system's blog into this Seogo, or into `--to`. */
const text = importText(messageLanguage());
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: "string" },
    from: { type: "string" },
    to: { type: "string", default: path.resolve(import.meta.dirname, "..") },
    lang: { type: "string" },
    address: { type: "string" },
    addresses: { type: "string" },
    check: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    force: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
const kind = values.kind ?? values.from;
const kinds = importKinds.join(", ");
const target = openTarget(path.resolve(values.to), {
  force: values.force,
  dryRun: values["dry-run"],
  blog: path.basename(path.resolve(folder ?? "")),
});

const siteLanguage = values.lang === "all" ? (await ownerSite()).language : undefined;
process.exitCode = values.check === undefined ? run() : await check(values.check);

function run(): number {
  if (folder === undefined || values.help) {
    console.log(text.usage);
    return values.help ? 0 : 1;
  }
  const source = path.resolve(folder);
  if (`${target.root}${path.sep}`.startsWith(`${source}${path.sep}`)) return refused(text.targetInside);
  if (values.address !== undefined && !/^https?:\/\/[^/]/u.test(values.address)) return refused(text.badAddress);
  if (kind !== undefined && !importKinds.includes(kind)) return refused(text.noKind(kind, kinds));
  for (const place of [source, values.addresses ?? source])
    if (!existsSync(place)) return refused(text.noFolder(place === source ? folder : place));
  let label: string | undefined;
  const detected: ImportOptions["detected"] = (found) => {
    label = found.label;
    console.error(text.detected(found.label, found.reasons.join(", ")));
  };
  const report = readable(() => importBlog(optionsFor(source, detected), target));
  if (report === "unreadable") return refused(text.unreadable(folder));
  if (report === undefined)
    return refused(label === undefined ? text.noBlog(folder, kinds) : text.noContent(folder, label));
  target.put("import-report.md", reportMarkdown(report, text));
  target.close();
  console.log(values.json ? JSON.stringify(report, null, 1) : summary(report));
  return 0;
}

/** Compares what is built with the old site; 1 where an address of it does not open. */
async function check(old: string): Promise<number> {
  const dist = path.join(target.root, "dist");
  if (!existsSync(dist)) return refused(text.noDist(dist));
  const found = await checkedSite(old, dist);
  if (found.all === 0) return refused(text.noOld(old));
  writeFileSync(path.join(target.root, "import-check.md"), checkMarkdown(found));
  const [led, lost, words] = [found.led.length, found.lost.length, found.lacking.length];
  console.log(text.checked({ all: found.all, same: found.all - led - lost, led, lost, words }));
  return lost === 0 ? 0 : 1;
}

function checkMarkdown({ led, lost, lacking }: Check): string {
  const lists = [
    [text.checkLost, lost],
    [text.checkLed, led],
    [text.checkWords, lacking.map(([address, words]) => `${address} — ${words.slice(0, 10).join(", ")}`)],
  ] as const;
  const parts = lists.map(
    ([title, lines]) => `## ${title} (${lines.length})\n\n${lines.map((line) => `- ${line}\n`).join("")}`,
  );
  return `# ${text.checkTitle}\n\n${parts.join("\n")}`;
}

function readable<Value>(read: () => Value): Value | "unreadable" {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadArchive) return "unreadable";
    throw error;
  }
}

function refused(message: string): number {
  console.error(message);
  return 1;
}

function optionsFor(source: string, detected: ImportOptions["detected"]): ImportOptions {
  return {
    source,
    now: startClock(),
    detected,
    progress: (done, all) => {
      if (process.stderr.isTTY && (done % 25 === 0 || done === all))
        process.stderr.write(`\r${text.progress(done, all)}`);
    },
    language: values.lang,
    siteLanguage,
    address: values.address,
    kind,
    addresses: values.addresses === undefined ? [] : oldAddresses(readFileSync(values.addresses, "utf8")),
  };
}

function summary(report: Report): string {
  const warnings = report.pages.reduce((sum, page) => sum + page.warnings.length, 0);
  const fresh = report.pages.filter(({ isNewAddress }) => isNewAddress).length;
  const counts = { pages: report.pages.length, warnings, ...target.counts };
  const causes = causesOf(report, text).slice(0, 10);
  return [
    values["dry-run"] ? text.planned(counts) : text.done(counts),
    ...(causes.length === 0 ? [] : [text.causes]),
    ...causes.map(({ what, lines }) => text.cause(what, lines.length)),
    ...(fresh === 0 ? [] : [text.newAddresses(fresh)]),
  ].join("\n");
}
