import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { contentFiles, folderIndex } from "#reading/walk.ts";
import { pictureBytes } from "#reading/picture-files.ts";
import { brief, now, post, temporarySite } from "./temporary-site.ts";

/** A PNG's first bytes: signature and header with a size, enough to tell what it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const files = {
  "src/content/posts/가/index.md": post(),
  "src/content/posts/가/사진.png": png(30, 20),
  "src/content/posts/가/50%.png": png(3, 2),
  "src/content/posts/가/a b#c?.png": png(4, 2),
  "src/content/posts/가/깨진.png": "아무것도 아님",
  "src/content/posts/가/표.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path d="M0 0"/></svg>',
  "src/content/posts/가/나쁜.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  "src/content/posts/가/나쁜2.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  "src/content/posts/가/문서.pdf": "%PDF",
  "src/content/posts/가/사진.heic": "\0\0\0\x18ftypheic\0\0\0\0",
  "src/content/posts/가/이름만.jpg": "\0\0\0\x18ftypmif1\0\0\0\0heic",
  "src/content/posts/가/photo.jfif": png(2, 2),
  "src/content/posts/가/a.apng": png(2, 2),
  "src/content/posts/가/clip.mp4": "\0\0\0\x18ftypisom",
  "src/content/posts/가/clip.mkv": "\x1aE\xdf\xa3",
  "src/content/posts/가/draw.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><switch><foreignObject width="1"><div xmlns="http://www.w3.org/1999/xhtml">글</div></foreignObject><text>글</text></switch><foreignObject/></svg>',
  "src/content/attachments/첨부.png": png(7, 7),
  "src/content/images/content.png": png(5, 5),
  "public/images/Cover.png": png(6, 6),
  "secret.png": png(9, 9),
};

type Found = readonly [address: string, file: string, size: string];
const found: readonly Found[] = [
  ["사진.png", "src/content/posts/가/사진.png", "30x20"],
  ["./사진.png", "src/content/posts/가/사진.png", "30x20"],
  ["사진.png".normalize("NFD"), "src/content/posts/가/사진.png", "30x20"],
  ["%EC%82%AC%EC%A7%84.png", "src/content/posts/가/사진.png", "30x20"],
  ["사진.png?v=1#x", "src/content/posts/가/사진.png", "30x20"],
  ["50%.png", "src/content/posts/가/50%.png", "3x2"],
  ["a b#c?.png", "src/content/posts/가/a b#c?.png", "4x2"],
  ["표.svg", "src/content/posts/가/표.svg", "10x5"],
  [".\\사진.png", "src/content/posts/가/사진.png", "30x20"],
  ["photo.jfif", "src/content/posts/가/photo.jfif", "2x2"],
  ["a.apng", "src/content/posts/가/a.apng", "2x2"],
  ["draw.svg", "src/content/posts/가/draw.svg", "10x5"],
  ["첨부.png", "src/content/attachments/첨부.png", "7x7"],
  ["images/Cover.png", "public/images/Cover.png", "6x6"],
  ["/images/Cover.png", "public/images/Cover.png", "6x6"],
  ["../../images/Cover.png", "public/images/Cover.png", "6x6"],
  ["https://seogo.example/images/Cover.png", "public/images/Cover.png", "6x6"],
  ["images/content.png", "src/content/images/content.png", "5x5"],
  ["../../images/content.png", "src/content/images/content.png", "5x5"],
];

for (const [address, file, size] of found) {
  test(`finds ${address}`, async (context) => {
    const root = temporarySite(context, files);
    const { pictures } = readContent({ root, site: defineSite({}), now });
    const answer = pictures(address, "src/content/posts/가/index.md");
    assert.ok(answer.kind === "found", JSON.stringify(answer));
    const { picture } = answer;
    assert.equal(picture.file, file);
    assert.equal(`${String(picture.width)}x${String(picture.height)}`, size);
    assert.match(picture.path, /^\/pictures\/(?:[0-9a-f]{10}\.webp|[a-z0-9-]+-[0-9a-f]{10}\.svg)$/u);
  });
}

const others: readonly (readonly [address: string, answer: Record<string, unknown>])[] = [
  ["없음.png", { kind: "missing" }],
  ["images/cover.png", { kind: "missing", similar: "public/images/Cover.png" }],
  ["https://other.example/a.png", { kind: "elsewhere" }],
  ["//other.example/a.png", { kind: "elsewhere" }],
  [
    "data:image/png;base64,AAAA",
    { kind: "refused", code: "picture-unreadable", file: ".seogo/pasted/pasted-709e80c88487a241.png" },
  ],
  [
    "문서.pdf",
    {
      kind: "found",
      picture: { file: "src/content/posts/가/문서.pdf", path: "/pictures/picture-315d429b77.pdf", bytes: 4 },
    },
  ],
  ["사진.heic", { kind: "refused", code: "picture-heic", file: "src/content/posts/가/사진.heic" }],
  ["이름만.jpg", { kind: "refused", code: "picture-heic", file: "src/content/posts/가/이름만.jpg" }],
  ["나쁜.svg", { kind: "refused", code: "svg-script", file: "src/content/posts/가/나쁜.svg" }],
  ["나쁜2.svg", { kind: "refused", code: "svg-script", file: "src/content/posts/가/나쁜2.svg" }],
  ["깨진.png", { kind: "refused", code: "picture-unreadable", file: "src/content/posts/가/깨진.png" }],
  ["../../../../secret.png", { kind: "missing" }],
  [
    "../../../../../outside/secret.png",
    { kind: "refused", code: "picture-outside", file: "../../../../../outside/secret.png" },
  ],
  [
    "../../../../../../../etc/passwd",
    { kind: "refused", code: "picture-outside", file: "../../../../../../../etc/passwd" },
  ],
];

for (const [address, expected] of others) {
  test(`${address}: ${String(expected["code"] ?? expected["kind"])}`, async (context) => {
    const root = temporarySite(context, files);
    const { pictures } = readContent({ root, site: defineSite({}), now });
    assert.deepEqual(pictures(address, "src/content/posts/가/index.md"), expected);
  });
}

test("a picture behind a symbolic link is not found", async (context) => {
  const root = temporarySite(context, files);
  symlinkSync(`${root}/secret.png`, `${root}/src/content/posts/가/밖.png`);
  const { pictures } = readContent({ root, site: defineSite({}), now });
  assert.equal(pictures("밖.png", "src/content/posts/가/index.md").kind, "missing");
});

test("a drawing is published without its foreign part, a film and a pasted picture as they are", async (context) => {
  const root = temporarySite(context, files);
  const { pictures } = readContent({ root, site: defineSite({}), now });
  const still = pictureBytes(`${root}/src/content/posts/가/draw.svg`)?.toString("utf8") ?? "";
  assert.ok(still.includes("<text>글</text>") && !/foreignObject|<div/u.test(still), still);
  for (const kind of ["mp4", "mkv"]) {
    const film = pictures(`clip.${kind}`, "src/content/posts/가/index.md");
    const path = film.kind === "found" ? film.picture.path : "";
    assert.match(path, new RegExp(`^/pictures/clip-[0-9a-f]{10}\\.${kind}$`, "u"));
  }
  const pasted = `data:image/png;base64,${Buffer.from(png(8, 9)).toString("base64")}`;
  const found = pictures(pasted, "src/content/posts/가/index.md");
  assert.ok(found.kind === "found");
  assert.deepEqual([found.picture.width, found.picture.height], [8, 9]);
  assert.deepEqual(readFileSync(`${root}/${found.picture.file}`), Buffer.from(png(8, 9)));
  const escaped = [...png(8, 9)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  for (const other of [pasted.replace("image/png", ""), `data:image/png,${escaped}`])
    assert.deepEqual(pictures(other, "src/content/posts/가/index.md"), found);
  const drawn = pictures("data:image/svg+xml;utf8,<svg width='8' height='9'>글</svg>", "src/content/posts/가/index.md");
  assert.ok(drawn.kind === "found" && drawn.picture.width === 8);
  assert.equal(readFileSync(`${root}/${drawn.picture.file}`, "utf8"), "<svg width='8' height='9'>글</svg>");
});

const covers: readonly (readonly [lines: string, alt: string | undefined, problems: readonly string[]])[] = [
  ["image: 사진.png", "", []],
  ["image: 사진.png\nimageAlt: 설명", "설명", []],
  ["image: 사진.png\nalt: 설명", "설명", []],
  ["images: [사진.png, 없음.png]", "", []],
  ["cover:\n  image: 사진.png\n  alt: 설명", "설명", []],
  ["image:\n  url: 사진.png", "", []],
  ["featured_image: /images/Cover.png", "", []],
  ["thumbnailImage: /images/Cover.png", "", []],
  ["image: ''", undefined, []],
  ["image: 없음.png", undefined, ["warning cover-missing 4:8"]],
  ["image: images/cover.png", undefined, ["warning picture-similar 4:8"]],
  ["image: mailto:a@b.kr", undefined, ["warning cover-elsewhere 4:8"]],
  ["image: 나쁜.svg", undefined, ["error svg-script 4:8"]],
];

for (const [lines, alt, problems] of covers) {
  test(`cover: ${lines.replaceAll("\n", "⏎")}`, async (context) => {
    const root = temporarySite(context, { ...files, "src/content/posts/가/index.md": post(lines) });
    const reading = readContent({ root, site: defineSite({}), now });
    assert.deepEqual(brief(reading), problems);
    assert.equal(reading.entries[0]?.image?.alt, alt);
  });
}

test("a cover of another site is kept, with its words, and nobody is warned", async (context) => {
  const lines = "cover:\n  image: //other.example/봄.png\n  alt: 설명";
  const root = temporarySite(context, { ...files, "src/content/posts/가/index.md": post(lines) });
  const reading = readContent({ root, site: defineSite({}), now });
  assert.deepEqual(brief(reading), []);
  const { image, remoteImage } = reading.entries[0] ?? {};
  assert.deepEqual([image, remoteImage], [undefined, { url: "https://other.example/%EB%B4%84.png", alt: "설명" }]);
});

test("a pasted cover whose escapes spell no text is told by its beginning, and stops nothing else", async (context) => {
  const lines = `image: data:image/png;base64,AA%ff${"A".repeat(99)}`;
  const root = temporarySite(context, { ...files, "src/content/posts/가/index.md": post(lines) });
  const reading = readContent({ root, site: defineSite({}), now });
  assert.deepEqual(brief(reading), ["error picture-unreadable 4:8"]);
  assert.equal(reading.problems[0]?.values["address"], "data:image/png;base64,AA%ffAAA…");
});

test("pictures of posts whose folder is a link are found; a link among the posts still is not followed", async (context) => {
  const root = temporarySite(context, {
    "vault/글/index.md": post("", "![사진](사진.png)"),
    "vault/글/사진.png": png(3, 2),
  });
  mkdirSync(`${root}/src/content`, { recursive: true });
  symlinkSync(`${root}/vault`, `${root}/src/content/posts`);
  const { files, problems } = contentFiles(root);
  assert.deepEqual([files.map(({ name }) => name), problems], [["글/index.md"], []]);
  assert.equal(folderIndex(root).find("src/content/posts/글/사진.png"), "src/content/posts/글/사진.png");
  symlinkSync(`${root}/vault/글`, `${root}/vault/다른-글`);
  assert.equal(contentFiles(root).problems[0]?.code, "symbolic-link");
});
