import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { lineOf } from "#model/post-line.ts";
import type { Entry } from "#model/post.ts";
import { reportedIn } from "./picture-facts.ts";
import { build } from "./sites.ts";
import { attribute, cached, dist, film, folder, images, phonePhoto, photo, post, published } from "./photos-site.ts";

test("the photo that the tests put in does say where it was taken", () => {
  assert.ok(photo.includes("Example"));
  assert.deepEqual(reportedIn(photo), ["APP1"]);
});

test("no published picture says where or with what it was taken, linked and copied ones neither", () => {
  const paths = globSync("**/*.{jpg,jpe,png,webp}", { cwd: dist("") });
  assert.ok(
    paths.includes("big.jpg") &&
      paths.includes("linked/big.jpg") &&
      paths.some((path) => /^pictures\/picture-[0-9a-f]{10}\.jpg$/u.test(path)),
  );
  for (const path of paths) assert.deepEqual(reportedIn(readFileSync(dist(path))), [], path);
});

test("no published film or drawing has the words that cameras and editors leave in them", () => {
  const paths = globSync("**/*.{mp4,svg}", { cwd: dist("") });
  for (const kind of ["film.mp4", "drawn.svg", /^pictures\/film-.*mp4$/u, /^pictures\/drawn-.*svg$/u])
    assert.ok(
      paths.some((path) => (typeof kind === "string" ? path === kind : kind.test(path))),
      String(kind),
    );
  for (const path of paths) assert.doesNotMatch(readFileSync(dist(path), "latin1"), /37\.56653|\/home\//u, path);
  assert.equal(readFileSync(dist("film.mp4")).length, film("37.56653").length);
  assert.deepEqual(
    paths.filter((path) => path.includes("none-")).map((path) => readFileSync(dist(path), "utf8")),
    ["x"],
  );
});

test("pictures that an .mdx file shows by tags are published and tell as little", () => {
  const html = readFileSync(dist("태그/index.html"), "utf8");
  const sources = [...html.matchAll(/<img [^>]*alt="[가-라]"[^>]*>/gu)].map(([tag]) => attribute(tag, "src") ?? "");
  assert.equal(sources.length, 4, html);
  for (const source of sources) assert.deepEqual(reportedIn(readFileSync(published(decodeURI(source)))), [], source);
  assert.ok(sources.some((source) => source.startsWith("/blog/assets/") && source.endsWith(".jpg")));
});

test("a photo stands upright in the widths that its box needs, each as wide as it says", async () => {
  const [cover] = images();
  assert.deepEqual([attribute(cover, "width"), attribute(cover, "height")], ["1200", "1600"]);
  const candidates = (attribute(cover, "srcset") ?? "").split(", ").map((one) => one.split(" "));
  assert.deepEqual(
    candidates.map(([, width]) => width),
    ["320w", "640w", "960w", "1200w"],
  );
  for (const [path = "", said = ""] of candidates) {
    const { format, width = 0, height = 0 } = await sharp(readFileSync(published(path))).metadata();
    assert.deepEqual([format, `${width}w`, Math.round((width * 4) / 3)], ["webp", said, height]);
  }
  const whole = await sharp(readFileSync(dist("big.jpg"))).metadata();
  assert.deepEqual([whole.width, whole.height], [1200, 1600]);
});

test("a picture shown small asks for a small one, a drawing keeps every pixel, all but the first wait", async () => {
  const [cover, first, small, shared, drawing] = images();
  assert.equal(attribute(cover, "fetchpriority"), "high");
  assert.equal(attribute(first, "loading"), undefined);
  assert.deepEqual(
    [small, shared, drawing].map((tag) => attribute(tag, "loading")),
    ["lazy", "lazy", "lazy"],
  );
  assert.equal(attribute(small, "sizes"), "min(300px, 88vw)");
  assert.equal(attribute(first, "src"), attribute(shared, "src"));
  const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
  const shown = await pixels(readFileSync(published(attribute(drawing, "src"))));
  assert.ok(shown.equals(await pixels(readFileSync(join(post, "표.png")))));
});

test("lists show a post's picture where the site wants it", async () => {
  for (const path of ["index.html", "categories/여행/index.html"]) {
    const shown = [...readFileSync(dist(path), "utf8").matchAll(/<img [^>]*\/pictures\/[^>]*>/gu)].map(([tag]) => tag);
    assert.deepEqual(
      shown.map((tag) => [attribute(tag, "src"), attribute(tag, "sizes"), attribute(tag, "loading")]),
      [[attribute(images()[0], "src"), "min(112px, 88vw)", "lazy"]],
      path,
    );
  }
  const photo = { file: "a.jpg", path: "/pictures/a.webp", width: 1296, height: 900 };
  const entry = { pictures: [{ ...photo, width: 20 }, photo] } as unknown as Entry;
  assert.deepEqual(lineOf(entry, { list: "pictures" }).thumbnail, photo);
  assert.equal(lineOf(entry, { list: "lines" }).thumbnail, undefined);
});

test("what was made is not made again, and a picture that changed is", async () => {
  const made = () => readdirSync(cached).map((name) => `${name} ${statSync(join(cached, name)).mtimeMs}`);
  const known = made();
  assert.ok(known.length >= 5);
  const source = attribute(images()[0], "src") ?? "";
  const before = readFileSync(published(source));
  for (const lost of [".seogo/staging", ".seogo/page-keys", "dist"])
    rmSync(join(folder, lost), { recursive: true, force: true });
  build(folder);
  assert.deepEqual(made(), known);
  assert.deepEqual(readFileSync(published(source)), before);
  writeFileSync(join(post, "바다.jpg"), await phonePhoto("#866"));
  build(folder);
  const other = attribute(images()[0], "src") ?? "";
  assert.notEqual(other, source);
  assert.notDeepEqual(readFileSync(published(other)), before);
});

test("copied files that may tell where they were made, and cannot be read, stop the build, which names all; a link to the outside does too", () => {
  const [picture, sound] = ["public/사진.heic", "public/소리.ogg"].map((name) => join(folder, name));
  const heic = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), Buffer.from("Exif\0\0")]);
  writeFileSync(picture ?? "", heic);
  writeFileSync(sound ?? "", "OggS location=+37.5665+126.9780/");
  const told = /public\/사진\.heic {2}HEIC 그림이라[\s\S]*public\/소리\.ogg {2}찍은 곳의 위치가/u;
  assert.throws(() => build(folder), told);
  assert.ok(existsSync(dist("big.jpg")));
  for (const file of [picture, sound]) rmSync(file ?? "");
  const link = join(folder, "public/열쇠");
  symlinkSync(dirname(folder), link, "junction");
  assert.throws(() => build(folder), /public\/열쇠 {2}사이트 폴더의 밖이나 숨은 파일, 글 폴더로 이어지는/u);
  rmSync(link);
});

test("a picture that ends half-way stops the build, which names it", () => {
  writeFileSync(join(post, "바다.jpg"), photo.subarray(0, photo.length / 2));
  assert.throws(() => build(folder), /src\/content\/posts\/제주\/바다\.jpg {2}그림 파일이 깨졌습니다/u);
});
