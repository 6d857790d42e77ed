import { createInterface } from "node:readline/promises";

/** Whether the owner agrees: asked on a terminal; elsewhere only an option that was given says so. */
export async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return yes;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(?:y|yes|ㅇ|예|네)$/iu.test(answer.trim());
}
