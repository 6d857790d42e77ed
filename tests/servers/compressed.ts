import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { contentPolicy } from "#model/content-policy.ts";
import { hangul, shownFrom } from "./moves.ts";
import { ask } from "./request.ts";

/** The encodings that servers may answer in, each with what undoes it. */
export type Encoding = keyof typeof undone;
const undone = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync };

/** That who takes an encoding gets the same bytes in it, under the same headers. */
export async function compressed(port: number, encoding: Encoding): Promise<void> {
  for (const path of ["/", hangul, "/rss.xml", "/assets/style.a1b2c3d4.css", "/tags/.net/"]) {
    const plain = await ask(port, path);
    const packed = await ask(port, path, { "accept-encoding": encoding });
    assert.equal(plain.headers["content-encoding"], undefined, path);
    assert.equal(packed.headers["content-encoding"], encoding, path);
    assert.match(packed.headers.vary ?? "", /accept-encoding/iu, path);
    assert.deepEqual(undone[encoding](packed.body), plain.body, path);
    assert.equal(packed.headers["content-type"], plain.headers["content-type"], path);
    assert.equal(packed.headers["content-security-policy"], contentPolicy(shownFrom), path);
  }
}
