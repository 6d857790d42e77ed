import { styleText } from "node:util";
import { devText } from "#text/dev.ts";
import { messageLanguage } from "#text/language.ts";

/** Where what is wrong was found. */
type Place = "content" | "settings" | "page";

/** What the browser's part is sent: reports as the terminal tells them, none where nothing is wrong. */
export interface Notice {
  readonly reports: readonly string[];
  readonly hint: string;
  readonly close: string;
}

/** What is wrong now. */
export type Board = ReturnType<typeof noticeBoard>;

/** How long what is wrong must stay away to count as fixed (milliseconds). */
const settlingMs = 1000;

/** A board that tells `send` of each change, and the terminal of what nobody else has told it. */
export function noticeBoard(send: (notice: Notice) => void) {
  const language = messageLanguage();
  const { goesByItself, close, fixed } = devText(language);
  const wrong = new Map<Place, string>();
  const reported = new Map<Place, string>();
  let settling: NodeJS.Timeout | undefined;
  /** A page that still fails may have come right for the time of a reload. */
  const settled = () => {
    for (const place of reported.keys()) if (!wrong.has(place)) reported.delete(place);
    if (wrong.size === 0) console.log(fixed);
  };
  const notice = (): Notice => ({ reports: [...new Set(wrong.values())], hint: goesByItself, close });
  /** Puts the report of a place in place of the one before; empty where nothing is wrong there. */
  const put = (place: Place, report: string) => {
    if ((wrong.get(place) ?? "") === report) return;
    if (report === "") wrong.delete(place);
    else wrong.set(place, report);
    clearTimeout(settling);
    if (report === "") settling = setTimeout(settled, settlingMs).unref();
    // The reader of the content says its own.
    else if (place !== "content" && reported.get(place) !== report)
      console.error(styleText("red", report, { stream: process.stderr }));
    if (report !== "") reported.set(place, report);
    send(notice());
  };
  return { put, notice };
}
