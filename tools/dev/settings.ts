import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ViteUserConfig } from "astro";
import { ownerSiteNow } from "#tools/failure/owner-site.ts";
import { report } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

type Plugin = NonNullable<ViteUserConfig["plugins"]>[number];

/**
 * The settings of the site at `root`, which are right now, while they are being edited: the file, what gives the report of
 * all that is wrong in it (empty where nothing is), and what gives Vite the file as it last was right.
 */
export function editedSettings(root: string) {
  const file = join(root, "src/site.config.ts");
  let good = readFileSync(file, "utf8");
  let last = { source: good, report: Promise.resolve("") };
  let versions = 0;
  const check = async () => {
    const source = readFileSync(file, "utf8");
    if (source !== last.source) {
      versions += 1;
      last = { source, report: reportOf(String(versions), root) };
    }
    const report = await last.report;
    if (report === "") good = source;
    return report;
  };
  const handler = async () => {
    await check();
    return good;
  };
  const filter = { id: /\/src\/site\.config\.ts(?:\?[\d.]+)?$/u };
  const plugin: Plugin = { name: "seogo:settings", enforce: "pre", load: { filter, handler } };
  return { file, check, plugin };
}

async function reportOf(version: string, root: string): Promise<string> {
  try {
    await ownerSiteNow(version);
    return "";
  } catch (error) {
    return messageReport(error, root);
  }
}

/** The report of an error, in the form of errors in posts. */
export function messageReport(error: unknown, root: string): string {
  return report(messagesOf(error, root), "error", messageLanguage());
}
