// Plain JavaScript that Node 20 reads: commands/setup/run.mjs asks it before any Node that fits is found.

/**
 * Why a process ended that did not end by itself: V8 aborts where its own memory is out (134 on Windows), the system kills
 * where the machine's is, and somebody may have stopped it; undefined of any other.
 *
 * @type {(status: number | null, signal: NodeJS.Signals | null) => "memory" | "killed" | undefined}
 */
export function stoppedBy(status, signal) {
  if (status !== null && status !== 134) return undefined;
  return /^SIG(?:INT|TERM|HUP)$/u.test(signal ?? "") ? "killed" : "memory";
}
