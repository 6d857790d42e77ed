import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { failureMessages } from "#messages/failure.ts";
import { bareFiles, composedNames } from "#tools/build/bare-files.ts";
import { isOtherCase, publicFilesIn } from "#tools/prove/site-files.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("links of public/ within the repository are followed; those out of it, to what is hidden or in a circle are all refused", (t) => {
  const folder = temporaryFolder(t);
  const root = join(folder, "site");
  for (const path of ["site/public/하위", "site/files", "site/src/content/posts", "site/.git", "site/ring", "outside"])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ["site/public/a.txt", "site/files/b.pdf", "site/.env", "outside/key.txt"])
    writeFileSync(join(folder, path), "");
  assert.deepEqual(publicFilesIn(join(root, "files")), []);
  symlinkSync("../files", join(root, "public/files"), "dir");
  symlinkSync("a.txt", join(root, "public/latest.txt"));
  assert.deepEqual(publicFilesIn(root), ["a.txt", "files/b.pdf", "latest.txt"]);
  const strays = {
    "key.txt": "../../outside/key.txt",
    folder: join(folder, "outside"),
    site: "..",
    settings: "../.env",
    posts: "../src/content/posts",
    source: "../src",
    loop: ".",
    "하위/up": "..",
    ring: "../ring",
    "하위/git": "../../.git",
  };
  for (const [path, to] of Object.entries(strays)) symlinkSync(to, join(root, "public", path));
  symlinkSync(".", join(root, "ring/again"), "dir");
  const refused = [...Object.keys(strays).filter((path) => path !== "ring"), "ring/again"];
  assert.throws(
    () => publicFilesIn(root),
    (error: Error) => {
      const named = failureMessages(error)?.map(({ code, file }) => [code, file]);
      assert.deepEqual(named?.sort(), refused.map((path) => ["public-link", `public/${path}`]).sort());
      return true;
    },
  );
});

test("a sound with an editor's notes in XMP is published as it is, unless they say where", async (t) => {
  const folder = temporaryFolder(t);
  const notes = 'ID3\x03\0PRIV XMP\0http://ns.adobe.com/xap/1.0/ <rdf:Description xmp:CreatorTool="소리"/>';
  writeFileSync(join(folder, "소리.mp3"), notes);
  await bareFiles(folder, folder, ["소리.mp3"]);
  assert.equal(readFileSync(join(folder, "소리.mp3"), "utf8"), notes);
  const heic = Buffer.from(`\0\0\0\x18ftypheic\x88\x25\0\x04\0\0\0\x01`, "latin1").toString("base64");
  writeFileSync(join(folder, "그림.svg"), `<svg><image href="data:image/heic;base64,${heic}"/></svg>`);
  await assert.rejects(bareFiles(folder, folder, ["그림.svg"]));
  writeFileSync(join(folder, "녹음.mp3"), notes.replace("xmp:CreatorTool", "exif:GPSLatitude"));
  await assert.rejects(bareFiles(folder, folder, ["녹음.mp3"]), (error: Error) => {
    assert.deepEqual(
      failureMessages(error)?.map(({ code, file }) => [code, file]),
      [["film-place", "public/녹음.mp3"]],
    );
    return true;
  });
});

test("a TIFF that cannot be read is refused where it says where it was taken", async (t) => {
  const folder = temporaryFolder(t);
  const place = Buffer.from("4d4d002a00000008000188250004000000010000000000", "hex");
  writeFileSync(join(folder, "사진.tif"), place);
  writeFileSync(join(folder, "그림.tif"), place.subarray(0, 8));
  await assert.rejects(bareFiles(folder, folder, ["그림.tif", "사진.tif"]), (error: Error) => {
    assert.deepEqual(
      failureMessages(error)?.map(({ code, file }) => [code, file]),
      [["picture-unreadable", "public/사진.tif"]],
    );
    return true;
  });
});

test("photos pasted into pages, styles and data of public/ lose where they were taken", async (t) => {
  const folder = temporaryFolder(t);
  const told = { IFD3: { GPSLatitude: "37/1 30/1 0/1", GPSLatitudeRef: "N" } };
  const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .withExif(told)
    .jpeg();
  const text = `"data:image/jpeg;base64,${(await photo.toBuffer()).toString("base64")}"`;
  for (const name of ["쪽.html", "옷.css", "자료.json", "글.md"]) {
    write(folder, { [name]: text });
    await bareFiles(folder, folder, [name]);
    const left = readFileSync(join(folder, name), "latin1");
    assert.ok(left.length < text.length && !left.includes("RXhpZ"), name);
  }
});

test("what a disk answers to in another case than it lists is another file", (t) => {
  const folder = temporaryFolder(t);
  write(folder, { "Posts/글/index.html": "" });
  const folding = (path: string) => readdirSync(path).map((name) => name.toLowerCase().normalize("NFD"));
  assert.equal(isOtherCase(folder, "Posts/글/index.html", folding), true);
  assert.equal(isOtherCase(folder, "Posts/글/index.html"), false);
  assert.equal(isOtherCase(folder, "posts/없는/index.html"), false);
});

test("a file that macOS named in parts of syllables is published under the name that links have", (t) => {
  const folder = temporaryFolder(t);
  const parts = "자료실/보고서.pdf".normalize("NFD");
  write(folder, { [parts]: "하나", ["메모.txt".normalize("NFD")]: "둘", "메모.txt": "셋" });
  const names = composedNames(folder, [parts, "메모.txt".normalize("NFD"), "메모.txt"]);
  assert.deepEqual(names, ["자료실/보고서.pdf", "메모.txt", "메모.txt"]);
  assert.equal(readFileSync(join(folder, "자료실/보고서.pdf"), "utf8"), "하나");
  assert.equal(readFileSync(join(folder, "메모.txt"), "utf8"), "셋");
});
