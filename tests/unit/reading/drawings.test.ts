import assert from "node:assert/strict";
import { test } from "node:test";
import { imageSize } from "image-size";
import sharp from "sharp";
import { bareBytes, barePictures } from "#reading/picture-encoder.ts";
import { bareSvg, stillSvg } from "#reading/svg-parts.ts";
import { between, secret, segment, still } from "./picture-parts.ts";

const drawing = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
<title>제목</title><style>path { fill: red }</style><g id="a"><path d="M0 0h9v9z"/></g><use xlink:href="#a"/>
</svg>`;
const edited = drawing
  .replace(
    "<title>",
    `<!-- ${secret} --><metadata><rdf:RDF><a>${secret}</a></rdf:RDF></metadata><?adobe ${secret}?><title>`,
  )
  .replace("<g id", `<sodipodi:namedview id="v"><sodipodi:namedview a=">"/>${secret}</sodipodi:namedview><g id`)
  .replace("<path d", `<path inkscape:export-filename="/home/${secret}/그림.png" d`)
  .replace(
    " width",
    ` xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" content="&lt;mxfile ${secret}&gt;" width`,
  );

test("a drawing loses what its editor wrote for itself, and nothing that shows", async () => {
  assert.equal(edited.split(secret).length, 7);
  const bare = bareSvg(edited).replace(/ xmlns:(?:inkscape|sodipodi|rdf)="[^"]*"/gu, "");
  assert.equal(bare, drawing);
  assert.equal(bareSvg(drawing), drawing);
  assert.ok((await bareBytes(Buffer.from(edited))).equals(Buffer.from(bareSvg(edited))));
  const unended = drawing.replace("</svg>", "<metadata>");
  assert.equal(bareSvg(unended), unended);
});

test("a photo in a drawing, a page or a style loses its maker and stands upright, however its address is written", async () => {
  const photo = await still().jpeg().toBuffer();
  const lying = await still().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const written = between(photo, 2, segment(0xed)).toString("base64");
  const wrapped = written.replace(/.{76}/gu, "$&\n");
  const cases: readonly [string, (data: string) => string, string][] = [
    ["drawing", (data) => drawing.replace("<use", `<image href="data:image/jpeg;base64,${data}"/><use`), written],
    ["wrapped", (data) => drawing.replace("<use", `<image href='data:image/jpeg;base64,\n${data}'/><use`), wrapped],
    ["parameters", (data) => `<img src="data:image/jpeg;name=a.jpg;BASE64,${data}">`, encodeURIComponent(written)],
    ["style", (data) => `.가 { background: url(data:image/jpeg;base64,${data}) no-repeat }`, written],
    ["json", (data) => `{ "사진": "data:image\\/jpeg;base64,${data}" }`, written.replaceAll("/", "\\/")],
  ];
  for (const [name, around, data] of cases) {
    const bare = (await barePictures(Buffer.from(around(data)))).toString();
    assert.equal(bare.replace(",\n", ","), around(photo.toString("base64")).replace(",\n", ","), name);
    const clean = Buffer.from(around(photo.toString("base64")));
    assert.ok((await barePictures(clean)).equals(clean), name);
    const upright = /base64,([^"'()]+)/iu.exec(
      (await barePictures(Buffer.from(around(lying.toString("base64"))))).toString(),
    )?.[1];
    const { width, orientation } = await sharp(Buffer.from(upright ?? "", "base64")).metadata();
    assert.deepEqual([width, orientation], [imageSize(lying).height, undefined], name);
  }
  const words = Buffer.from("말 data:image/png;base64,없음 끝 <a title='data:image/png;base64,%zz'>");
  assert.ok((await barePictures(words)).equals(words));
});

test("a photo in an address within an address loses its maker, and so does each of several", async () => {
  const photo = await still().jpeg().toBuffer();
  const [clean, written] = [photo, between(photo, 2, segment(0xed))].map((bytes) => bytes.toString("base64"));
  const within = (data = "") => {
    const picture = encodeURIComponent(`<svg><image href="data:image/jpeg;base64,${data}"/></svg>`);
    return drawing.replace("<use", `<image href="data:image/svg+xml,${picture}"/><use`);
  };
  const second = (data = "") => `<img srcset="data:image/jpeg;base64,${clean}, data:image/jpeg;base64,${data} 2x">`;
  for (const around of [within, second]) {
    const bare = (await barePictures(Buffer.from(around(written)))).toString();
    assert.equal(decodeURIComponent(bare), decodeURIComponent(around(clean)));
    assert.equal((await barePictures(Buffer.from(around(clean)))).toString(), around(clean));
  }
});

test("a photo in a drawing loses its place without base64 too, and under any name of its kind", async () => {
  const photo = await still()
    .jpeg()
    .withExif({ IFD0: { Make: secret }, IFD3: { GPSLatitude: "37/1 33/1 59/1" } })
    .toBuffer();
  const base64 = photo.toString("base64");
  const escaped = [...photo].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const letters = escaped.replace(/%(?:[3-4]\d|2[89])/gu, decodeURIComponent);
  const references = base64.replaceAll("/", "&#47;").replaceAll("+", "&#x2b;");
  const addresses = [
    ...[escaped, letters, letters.replaceAll("(", "'")].map((data) => `data:image/jpeg,${data}`),
    ...[`;charset=utf8,${escaped}`, `;base64,${references}`, `; base64,${base64}`].map(
      (rest) => `data:image/jpg${rest}`,
    ),
    ...["", "application/octet-stream"].map((type) => `data:${type};base64,${base64}`),
  ];
  for (const address of addresses) {
    const around = (src: string) => drawing.replace("<use", `<image href="${src}"/><use`);
    const bare = (await bareBytes(Buffer.from(around(address)))).toString();
    const [, data = ""] = /;\s*base64,([^"]*)"/u.exec(bare) ?? [];
    const meta = await sharp(Buffer.from(data, "base64")).metadata();
    assert.deepEqual([meta.width, meta.exif], [32, undefined], address.slice(0, 40));
    assert.equal(bare.replace(/data:[^"]*/u, ""), around(""), address.slice(0, 40));
  }
  const unread = Buffer.from(`\0\0\0\x18ftypheic\x88\x25\0\x04\0\0\0\x01`, "latin1").toString("base64");
  await assert.rejects(barePictures(Buffer.from(`<image href="data:image/heic;base64,${unread}"/>`)));
});

test("a drawing of beginnings without ends is read in one pass", () => {
  for (const part of ["<a ", "<!--", "<![CDATA[", "<?a ", "<a b='", " xmlns:a="]) {
    const source = `<svg xmlns:x="u">${part.repeat(100_000)}`;
    assert.ok(source.startsWith(bareSvg(source)), part);
  }
});

test("HTML in a drawing goes where it ends; a drawing with some that never ends is refused", () => {
  const around = (foreign: string) => drawing.replace("<use", `${foreign}<use`);
  const [open, end] = ['<foreignObject width="1">', "</foreignObject>"];
  assert.equal(stillSvg(around(`${open}<p>말</p>${end}${open}말${end}<foreignObject/>`)), drawing);
  assert.equal(stillSvg(around(`${open}${open}<p>말</p>${end}`)), undefined);
});
