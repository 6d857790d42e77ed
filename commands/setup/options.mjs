import { setupSaid } from "../../src/text/setup.mjs";

/** Whether a command is asked how it is used. */
export const isHelpAsked = process.argv.some((word) => word === "--help" || word === "-h");

/**
 * Ends a command whose option npm took for itself, as it does with all that stands before `--`, so that it would do what its
 * owner did not ask. Three of ours may stand in npm's own settings, and do no harm where they are lost.
 *
 * @param {readonly string[]} names
 */
export function endIfTaken(names) {
  const isTaken = (name) => (process.env[`npm_config_${name.replaceAll("-", "_")}`] ?? "") !== "";
  const option = names.find((name) => isTaken(name) && !["yes", "force", "json"].includes(name));
  if (option === undefined) return;
  console.error(setupSaid("option-taken", { option: `--${option}` }));
  process.exit(1);
}
