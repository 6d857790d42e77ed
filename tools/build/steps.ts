/** The instants of a build at which its tests kill it: the last two stand for the new site, the others for the old one. */
export const buildSteps = ["written", "proved", "copied", "taken-down", "placed", "kept"] as const;

/** The instants of a publication at which its tests kill it. */
export const steps = ["made", "server-files-made", "named", "server-files-stand", "stands", "recorded"] as const;

/** Ends the process as a power cut would, where a test asks for it by `SEOGO_KILL_AT`. */
export function step(name: (typeof steps)[number] | (typeof buildSteps)[number]): void {
  if (process.env["SEOGO_KILL_AT"] === name) process.kill(process.pid, "SIGKILL");
}
