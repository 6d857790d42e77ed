import type { LoaderContext } from "astro/loaders";
import { Failure } from "#messages/failure.ts";
import { report } from "#messages/report.ts";
import { tell } from "#messages/told.ts";
import { messageLanguage } from "#text/language.ts";
import type { Code } from "#text/messages.ts";
import { type ReadEntry, inStoredOrder } from "./entry-store.ts";
import { handEntries } from "./last-reading.ts";
import { errorOf, type FileMessage, type Message } from "#messages/message.ts";

export interface Whole {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly FileMessage[];
  readonly notes: readonly Message[];
}

/** Says a message of a kind unless it was the last of that kind. */
export type Say = ReturnType<typeof speaker>;

export function speaker() {
  const said = new Map<string, string>();
  return (how: "warn" | "info" | "error", message: string, context: LoaderContext): void => {
    if (message !== "" && said.get(how) !== message) context.logger.fork("seogo")[how](message);
    said.set(how, message);
  };
}

/** Says warnings and notes; throws where anything is wrong. */
export function checked(whole: Whole, context: LoaderContext, say: Say): Whole {
  const { errors, warnings } = reported(whole, context, say);
  if (errors) throw new Failure(whole.problems);
  const isStrict = process.env["SEOGO_STRICT"] === "1";
  if (warnings && isStrict) throw new Failure([errorOf("strict-warnings", {})]);
  return whole;
}

function reported(whole: Whole, context: LoaderContext, say: Say): { errors: string; warnings: string } {
  const language = messageLanguage();
  const warnings = report(whole.problems, "warning", language);
  say("warn", warnings, context);
  say("info", report(whole.notes, "info", language), context);
  return { errors: report(whole.problems, "error", language), warnings };
}

/** Notes where drafts and scheduled posts are shown. */
function previewNotes(notes: readonly Message[]): Message[] {
  const codes: Partial<Record<Code, Code>> = { "future-post": "future-shown", "drafts-held": "drafts-shown" };
  return notes.map((note) => ({ ...note, code: codes[note.code] ?? note.code }));
}

/** What is wrong, wherever its line has moved to. */
function whatOf({ file, code, values }: FileMessage): string {
  return JSON.stringify([file, code, values]);
}

/** In dev: says what is new in a reading, and all its errors, hands on what can be shown, and has it put in its place. */
export function devTeller(cacheDir: string, say: Say) {
  const good = lastGood();
  let told = new Set<string>();
  return async (whole: Whole, context: LoaderContext, place?: (shown: Whole) => Promise<void>): Promise<Whole> => {
    const problems = whole.problems.filter((one) => one.severity === "error" || !told.has(whatOf(one)));
    told = new Set(whole.problems.map(whatOf));
    const { errors } = reported({ ...whole, problems, notes: previewNotes(whole.notes) }, context, say);
    say("error", errors, context);
    const { entries, changed } = good(whole);
    const shown = entries.map(({ entry }) => entry);
    handEntries(cacheDir, shown);
    const warnings = whole.problems.filter(({ severity }) => severity === "warning");
    tell("seogo:content", { errors, warnings, changed });
    await place?.({ ...whole, entries });
    return { ...whole, entries };
  };
}

/** For dev: a file with an error is shown as it was when it last had none, or not at all; tells whether other entries are shown than before. */
function lastGood() {
  let before: readonly ReadEntry[] = [];
  return ({ entries, problems }: Whole) => {
    const wrong = new Set(problems.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
    const isRight = ({ entry }: ReadEntry) => !wrong.has(entry.file);
    const shown = [...entries.filter(isRight), ...before.filter((one) => !isRight(one))];
    shown.sort(inStoredOrder);
    const changed = shown.length !== before.length || shown.some(({ digest }, at) => digest !== before[at]?.digest);
    before = shown;
    return { entries: shown, changed };
  };
}

/** Milliseconds from a change to its reading: git writes several files, and the watcher tells no second change within 50. */
export const togetherMs = 60;
