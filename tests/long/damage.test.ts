import assert from "node:assert/strict";
import { appendFileSync, globSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { oneOf, randomFrom } from "../../bench/random.ts";
import { number, type Random } from "../site/edit-tools.ts";
import { build, builtFresh, layOut } from "../site/sites.ts";
import { digests } from "../site/snapshot.ts";
import { roundsFrom, seedFrom } from "./rounds.ts";

const seed = seedFrom();
const rounds = roundsFrom(60);

/** Ways in which a disk gives back something else than was written. */
const damages: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  bit: (bytes, random) => {
    const at = number(random, bytes.length);
    return Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ (1 << number(random, 8)) : byte)));
  },
  cut: (bytes, random) => bytes.subarray(0, number(random, bytes.length)),
  empty: () => Buffer.alloc(0),
  zeros: (bytes, random) => Buffer.concat([bytes.subarray(0, number(random, bytes.length)), Buffer.alloc(64)]),
  twice: (bytes) => Buffer.concat([bytes, bytes]),
};

/** Damages one file of what builds keep, its times left as they were, where a bad cache or a power cut would. */
function damageOne(folder: string, random: Random): string {
  const files = globSync(".seogo/**/*", { cwd: folder, exclude: [".seogo/server/**", ".seogo/spare/**"] })
    .filter((file) => statSync(join(folder, file)).isFile() && statSync(join(folder, file)).size > 0)
    .sort();
  const file = oneOf(files, random);
  const name = oneOf(Object.keys(damages), random);
  const path = join(folder, file);
  const { atime, mtime } = statSync(path);
  // Written anew: staging and dist share their files.
  const bytes = damages[name]?.(readFileSync(path), random) ?? Buffer.alloc(0);
  rmSync(path);
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
  return `${name} ${file}`;
}

test(`${String(rounds)} damages of what builds keep, from seed ${String(seed)}, change no byte of the site`, () => {
  const random = randomFrom(seed);
  const folder = layOut({ name: "damaged" });
  build(folder);
  const done: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let damage = 0; damage < 3; damage += 1) done.push(damageOne(folder, random));
    if (random() < 0.5)
      appendFileSync(join(folder, "src/content/posts/첫-글.md"), `\n${String(round)}번째 문단입니다.\n`);
    build(folder);
    if (round % 5 !== 4) continue;
    assert.deepEqual(digests(join(folder, "dist")), digests(builtFresh(folder)), done.slice(-15).join("\n"));
  }
});
