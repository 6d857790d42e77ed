import assert from "node:assert/strict";
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../../bench/random.ts";
import { randomEditor } from "./edits.ts";
import { postSource } from "./post-edits.ts";
import { build, builtFresh, layOut, type Recipe } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://user.example/", description: "처음 소개", postsPerPage: 3 });
`;
const kept: Recipe = { name: "edited", posts: {}, settings };

function files(folder: string): Map<string, string> {
  const paths = globSync("**/*", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** After each of `rounds` rounds of random edits: what an incremental build published equals a fresh build, byte for byte. */
export function assertLaw(seed: number, rounds: number): void {
  const folder = layOut(kept);
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  const random = randomFrom(seed);
  for (let index = 0; index < 9; index += 1)
    writeFileSync(join(folder, `src/content/posts/글-${index}.md`), postSource(random));
  build(folder);
  const edit = randomEditor(folder, random);
  const done: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    done.push(...edit(1 + Math.floor(random() * 8)));
    const day = { SOURCE_DATE_EPOCH: String(1795564800 + round * 86_400) };
    build(folder, round % 2 === 0 ? day : { ...day, LANG: "sv_SE.UTF-8", TZ: "America/New_York" });
    const [incremental, whole] = [files(join(folder, "dist")), files(builtFresh(folder, day))];
    assert.deepEqual([...incremental.keys()], [...whole.keys()], [`seed ${seed}`, ...done].join("\n"));
    const different = [...whole].filter(([path, bytes]) => incremental.get(path) !== bytes).map(([path]) => path);
    assert.deepEqual(different, [], [`seed ${seed}`, ...done].join("\n"));
  }
}
