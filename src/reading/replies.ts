import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { hiddenIn, isHidden, type PostReplies, repliesSchema } from "#model/replies.ts";
import type { FileMessage } from "#messages/message.ts";
import type { Draft } from "./draft.ts";
import type { EntryHead } from "./entry-head.ts";
import { fileReport, type FileReport } from "./file-report.ts";
import { jsonIn } from "./source-text.ts";
import { filesUnder } from "./walk.ts";

/** Where replies are kept, by the ids of their posts. */
const repliesFolder = "src/content/replies";

export function repliesFile(id: string): string {
  return `${repliesFolder}/${id}.json`;
}

/** Reads the replies below `root`: by their posts' ids, what `hide.txt` names, and `added`, which gives a post its own. */
export function readReplies(root: string, drafts: readonly Draft[]) {
  const ids = new Set(drafts.filter(({ kind }) => kind === "post").map(({ id }) => id));
  const before = new Map<string, PostReplies>();
  const problems: FileMessage[] = [];
  let hidden: ReadonlySet<string> = new Set();
  for (const entry of filesUnder(root, repliesFolder)) {
    if (!("file" in entry)) continue;
    const name = entry.file.slice(repliesFolder.length + 1).normalize("NFC");
    const text = () => readFileSync(`${root}/${entry.file}`, "utf8");
    if (name === "hide.txt") hidden = hiddenIn(text());
    if (!name.endsWith(".json")) continue;
    const report = fileReport(entry.file);
    const read = repliesIn(text(), report);
    const id = name.slice(0, -".json".length);
    if (read) before.set(id, read);
    if (!ids.has(id)) report.warning({ code: "replies-orphan", field: "file-name", values: { id } });
    problems.push(...report.problems);
  }
  const added = (head: EntryHead) => withReplies(head, before.get(head.id), hidden);
  return { before, hidden, problems, added };
}

function withReplies(head: EntryHead, kept: PostReplies | undefined, hidden: ReadonlySet<string>): EntryHead {
  if (head.kind !== "post" || kept === undefined) return head;
  const discussions = [...new Set([...(head.discussions ?? []), ...kept.discussions])];
  const replies = kept.replies.filter((reply) => !isHidden(reply, hidden));
  return { ...head, ...(discussions.length > 0 && { discussions }), ...(replies.length > 0 && { replies }) };
}

function repliesIn(text: string, report: FileReport): PostReplies | undefined {
  const found = jsonIn(text);
  if ("line" in found) {
    report.error({ code: "json-unreadable", field: "JSON", line: found.line });
    return undefined;
  }
  const read = repliesSchema.safeParse(found.value);
  if (read.success) return read.data;
  const lines = new LineCounter();
  const written = parseDocument(text, { lineCounter: lines });
  for (const { path } of read.error.issues) {
    const node = written.getIn(path, true) ?? written.getIn(path.slice(0, -1), true);
    const { line, col } = lines.linePos((node as { range?: [number] } | undefined)?.range?.[0] ?? 0);
    report.error({ code: "reply-value", field: path.join("."), line: Math.max(line, 1), column: Math.max(col, 1) });
  }
  return undefined;
}
