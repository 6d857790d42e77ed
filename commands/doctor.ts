import { language, root } from "./command.ts";
import { parseArgs } from "node:util";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { type FileMessage, sortedMessages } from "#messages/message.ts";
import { report, textOf } from "#messages/report.ts";
import { doctorText } from "#text/doctor.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run doctor [-- --json|--text|--fix [--yes]|--strict]`: tells all that is wrong in the content, without a build. */
const site = await ownerSite();
const switchOf = { type: "boolean", default: false } as const;
const options = { json: switchOf, text: switchOf, fix: switchOf, yes: switchOf, strict: switchOf };
const { values: given } = parseArgs({ options });
const text = doctorText(language);

if (given.fix) {
  const { fixContent } = await import("./doctor/fix-content.ts");
  await fixContent({ root, site, now: startClock(), yes: given.yes, text });
} else {
  await examine();
}

async function examine(): Promise<void> {
  const reading = await readContent({ root, site, now: startClock() });
  const problems = given.text ? await withBodies(reading) : reading.problems;
  if (given.json) {
    console.log(
      JSON.stringify(
        problems.map((problem) => ({ ...problem, ...textOf(problem, language) })),
        null,
        2,
      ),
    );
  } else {
    const reports = [report(problems, "error", language), report(problems, "warning", language)];
    const notes = report(reading.notes, "info", language);
    const end = problems.length === 0 ? text.clean(reading.drafts.length) : text.seen(reading.drafts.length);
    console.log([...reports, notes, end].filter((part) => part !== "").join("\n\n"));
  }
  const grave = (problem: FileMessage) => problem.severity === "error" || given.strict;
  if (problems.some(grave)) process.exitCode = 1;
}

/** The Markdown warnings too: renders what changed since the last build and keeps it for the next. */
async function withBodies(reading: Awaited<ReturnType<typeof readContent>>): Promise<readonly FileMessage[]> {
  const { renderEntries } = await import("#reading/rendering.ts");
  const { codeVersion } = await import("#cache/version.ts");
  const work = { reading, site, cacheDir: `${root}/.seogo`, pipeline: codeVersion(root, "content"), prune: false };
  const { problems } = await renderEntries(work);
  return sortedMessages([...reading.problems, ...problems]);
}
