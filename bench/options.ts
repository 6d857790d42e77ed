import { parseArgs } from "node:util";
import { peerNames } from "./systems.ts";

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** Numbers of posts. */
  readonly sizes: readonly number[];
  /** How often each build is measured; the table shows medians. */
  readonly runs: number;
  readonly peers: readonly string[];
  /** Leaves out the build after one edit. */
  readonly coldOnly: boolean;
  /** Measures Seogo on one core too. */
  readonly oneCore: boolean;
}

/** Reads the command's words; throws for a word it does not know. */
export function benchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      sizes: { type: "string", default: "100,1000" },
      runs: { type: "string", default: "3" },
      peers: { type: "string", default: peerNames.join(",") },
      "cold-only": { type: "boolean", default: false },
      "one-core": { type: "boolean", default: false },
    },
  });
  const peers = listOf(values.peers);
  const unknown = peers.find((name) => !peerNames.some((known) => known === name));
  if (unknown) throw new Error(`--peers: ${unknown}? ${peerNames.join(", ")} 가운데서 고르세요.`);
  return {
    sizes: listOf(values.sizes).map((size) => countOf("--sizes", size)),
    runs: countOf("--runs", values.runs),
    peers,
    coldOnly: values["cold-only"],
    oneCore: values["one-core"],
  };
}

function listOf(words: string): string[] {
  return words.split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));
}

function countOf(option: string, word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${option}: ${word}? 1 이상의 정수여야 합니다.`);
  return count;
}
