import { fail, given, language, placeOf, root } from "./command.ts";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { importBlog, settingsAbove } from "#tools/import/import-blog.ts";
import { type DetectedKind, importKinds } from "#tools/import/kinds.ts";
import { type Check, checkedSite, oldAddresses } from "#tools/import/shared/old-site.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { causesOf, reportMarkdown } from "#tools/import/shared/report-markdown.ts";
import { freeName, openTarget } from "#tools/import/shared/target.ts";
import { BadArchive } from "#reading/archive.ts";
import { startClock } from "#reading/clock.ts";
import { said } from "#text/words.ts";

/** `npm run import -- <folder>`: brings another system's blog into this Seogo, or into `--to`. */
const texts = { kind: "string", from: "string", to: "string", lang: "string", address: "string" } as const;
const flags = { "dry-run": "boolean", force: "boolean", json: "boolean" } as const;
const { values, positionals } = given({ ...texts, ...flags, addresses: "string", check: "string" }, true);
const [folder] = positionals;
const target = openTarget(placeOf(values.to ?? root), {
  force: values.force === true,
  dryRun: values["dry-run"] === true,
  blog: path.basename(placeOf(folder ?? "")),
});

const siteLanguage = values.lang === "all" ? (await ownerSite()).language : undefined;
if (values.check !== undefined) await check(values.check);
else run(folder ?? fail(said("import-usage")));

function run(blog: string): void {
  const source = placeOf(blog);
  const kinds = importKinds.join(", ");
  const kind = values.kind ?? values.from;
  if (`${target.root}${path.sep}`.startsWith(`${source}${path.sep}`)) fail(said("import-inside"));
  if (values.address !== undefined && !/^https?:\/\/[^/]/u.test(values.address)) fail(said("import-bad-address"));
  if (kind !== undefined && !importKinds.includes(kind)) fail(said("import-no-kind", { kind, kinds }));
  for (const place of [blog, values.addresses ?? blog])
    if (!existsSync(placeOf(place))) fail(said("import-no-folder", { folder: place }));
  const above = statSync(source).isDirectory() ? settingsAbove(source) : undefined;
  const whole = path.dirname(above ?? source);
  if (above !== undefined && whole !== target.root) console.error(said("import-part", { file: above, folder: whole }));
  let label: string | undefined;
  const report = imported(source, kind, (found) => {
    label = found.label;
    const reasons = found.reasons.join(", ");
    console.error(said(reasons === "" ? "import-detected" : "import-detected-by", { kind: found.label, reasons }));
  });
  if (report === undefined) {
    const word = label === undefined ? "import-no-blog" : "import-no-content";
    const archives = globSync("*.zip", { cwd: source }).map((file) =>
      said("import-archive", { file: path.join(blog, file) }),
    );
    fail([said(word, { folder: blog, kind: label ?? "", kinds }), ...archives].join("\n"));
  }
  const words = reportMarkdown(report, language);
  const file = freeName("import-report.md", (name) => target.isFree(name, words));
  target.put(file, words);
  target.close();
  console.log(values.json ? JSON.stringify(report, null, 1) : summary(report, file));
}

function imported(source: string, kind: string | undefined, detected: (kind: DetectedKind) => void) {
  const progress = (done: number, all: number) => {
    if (process.stderr.isTTY && (done % 25 === 0 || done === all))
      process.stderr.write(`\r${said("import-progress", { done, all })}`);
  };
  const { lang, address } = values;
  const addresses = values.addresses === undefined ? [] : oldAddresses(readFileSync(placeOf(values.addresses), "utf8"));
  const asked = { source, kind, language: lang, siteLanguage, address, addresses };
  try {
    return importBlog({ ...asked, now: startClock(), detected, progress }, target);
  } catch (error) {
    if (error instanceof BadArchive) fail(said("import-unreadable", { file: folder ?? source }));
    throw error;
  }
}

/** Compares what is built with the old site; 1 where an address of it does not open. */
async function check(old: string): Promise<void> {
  const dist = path.join(target.root, "dist");
  if (!existsSync(dist)) fail(said("import-no-dist", { folder: dist }));
  const found = await checkedSite(/^https?:/u.test(old) ? old : placeOf(old), dist);
  if (found.all === 0) fail(said("import-no-old", { place: old }));
  writeFileSync(path.join(target.root, "import-check.md"), checkMarkdown(found));
  const [led, lost, words] = [found.led.length, found.lost.length, found.lacking.length];
  console.log(said("import-checked", { all: found.all, same: found.all - led - lost, led, lost, words }));
  process.exitCode = lost === 0 ? 0 : 1;
}

function checkMarkdown({ led, lost, lacking }: Check): string {
  const lists = [
    [said("import-check-lost"), lost],
    [said("import-check-led"), led],
    [said("import-check-words"), lacking.map(([address, words]) => `${address} — ${words.slice(0, 10).join(", ")}`)],
  ] as const;
  const parts = lists.map(
    ([title, lines]) => `## ${title} (${lines.length})\n\n${lines.map((line) => `- ${line}\n`).join("")}`,
  );
  return `# ${said("import-check-title")}\n\n${parts.join("\n")}`;
}

function summary(report: Report, file: string): string {
  const warnings = report.pages.reduce((sum, page) => sum + page.warnings.length, 0);
  const fresh = report.pages.filter(({ isNewAddress }) => isNewAddress).length;
  const counts = { report: file, pages: report.pages.length, warnings, ...target.counts };
  const causes = causesOf(report, language).slice(0, 10);
  const unread = report.asides.filter(({ reason }) => reason === "left-unread");
  return [
    said(values["dry-run"] ? "import-planned" : "import-done", counts),
    ...(causes.length === 0 ? [] : [said("import-causes")]),
    ...causes.map(({ what, lines }) => said("import-cause", { what, count: lines.length })),
    ...(fresh === 0 ? [] : [said("import-new-addresses", { count: fresh })]),
    ...unread.map(({ file, reason }) => `${file} — ${said(reason)}`),
  ].join("\n");
}
