import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ViteUserConfig } from "astro";
import { ownerSiteNow } from "#tools/failure/owner-site.ts";
import { report } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

/** The owner's settings while they are being edited. */
export interface EditedSettings {
  /** The file. */
  readonly file: string;
  /** The report of what is wrong in the file now; empty where nothing is. */
  readonly check: () => Promise<string>;
  /** Gives Vite the file as it last was right, so that the site stays while there is a mistake in it. */
  readonly plugin: NonNullable<ViteUserConfig["plugins"]>[number];
}

interface Checked {
  readonly source: string;
  readonly report: Promise<string>;
}

/** The settings of the site at `root`, which are right now. */
export function editedSettings(root: string): EditedSettings {
  const file = join(root, "src/site.config.ts");
  let good = readFileSync(file, "utf8");
  let last: Checked = { source: good, report: Promise.resolve("") };
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
  return { file, check, plugin: { name: "seogo:settings", enforce: "pre", load: { filter, handler } } };
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
