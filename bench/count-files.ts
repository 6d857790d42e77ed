import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";

/** Preloaded into every Node process of a counted build (`--import`): tells in SEOGO_COUNT_FILES how often files of the project were read and written. */
const { SEOGO_COUNT_FILES: told = "", SEOGO_COUNT_BELOW: below = "" } = process.env;
const kinds = {
  read: ["readFileSync", "readFile", "createReadStream", "openSync"],
  written: ["writeFileSync", "writeFile", "createWriteStream", "copyFileSync", "copyFile"],
  linked: ["linkSync", "link"],
} as const;
/** Loading the program is not work on the content. */
const code =
  /node_modules|\.(?:ts|mjs|astro|css)$|package(?:-lock)?\.json$|^\/(?:src\/(?!content\/)|tools\/).*\.json$/u;
const counts = { read: 0, written: 0, linked: 0 };
/** Node opens files by the same functions that are counted here: what one of them calls is its own doing. */
let within = 0;
type Call = (...words: unknown[]) => unknown;

for (const [kind, names] of Object.entries(kinds)) {
  for (const room of [fs, fs.promises] as unknown as Record<string, Call>[]) {
    for (const name of names) {
      const call = room[name];
      if (call) room[name] = counted(call, kind as keyof typeof counts);
    }
  }
}
const append = fs.appendFileSync;
process.on("exit", () => append(told, `${JSON.stringify(counts)}\n`));
syncBuiltinESMExports();

function counted(call: Call, kind: keyof typeof counts): Call {
  return function (this: unknown, ...words: unknown[]) {
    const [first] = words;
    if (within === 0 && (typeof first === "string" || first instanceof URL)) {
      const path = resolve(first instanceof URL ? first.pathname : first);
      if (path.startsWith(`${below}${sep}`) && !code.test(path.slice(below.length))) counts[kind] += 1;
    }
    within += 1;
    try {
      return call.apply(this, words);
    } finally {
      within -= 1;
    }
  };
}
