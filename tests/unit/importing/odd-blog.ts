import { readFileSync } from "node:fs";
import path from "node:path";
import type { TestContext } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

/** What programs write into their exports beside plain posts, as their own documentation has it. */
export async function blog(context: TestContext, files: Readonly<Record<string, string>>) {
  const { root, remove } = sourceOf(files);
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  const page = (source: string) => ours.report.pages.find((one) => one.source === source);
  const written = (source: string) => readFileSync(path.join(ours.root, page(source)?.target ?? ""), "utf8");
  return { ...ours, page, written };
}

/** A written post without its front matter. */
export const bodyOf = (written: string) => written.replace(/^---\n[\s\S]*?\n---\n\n/u, "");
