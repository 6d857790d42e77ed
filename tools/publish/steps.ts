/** The instants of a publication at which its tests kill it. */
export const steps = ["made", "server-files-made", "named", "server-files-stand", "stands", "recorded"] as const;

/** Ends the process as a power cut would, where a test asks for it by `SEOGO_KILL_AT`. */
export function step(name: (typeof steps)[number]): void {
  if (process.env["SEOGO_KILL_AT"] === name) process.kill(process.pid, "SIGKILL");
}
