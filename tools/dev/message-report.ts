import { report } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

/** What an author is told of an error, as of errors in posts. */
export function messageReport(error: unknown, root: string): string {
  return report(messagesOf(error, root), "error", messageLanguage());
}
