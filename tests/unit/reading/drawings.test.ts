import assert from "node:assert/strict";
import { test } from "node:test";
import { bareBytes } from "#reading/picture-encoder.ts";
import { bareSvg } from "#reading/svg-parts.ts";
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

test("a photo in a drawing loses its maker too, unless it lies on its side", async () => {
  const around = (bytes: Buffer) =>
    drawing.replace("<use", `<image href="data:image/jpeg;base64,${bytes.toString("base64")}"/><use`);
  const photo = await still().jpeg().toBuffer();
  assert.equal(bareSvg(around(between(photo, 2, segment(0xed)))), around(photo));
  const lying = await still().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  assert.equal(bareSvg(around(lying)), around(lying));
});

test("a drawing of beginnings without ends is read in one pass", () => {
  for (const part of ["<a ", "<!--", "<![CDATA[", "<?a ", "<a b='", " xmlns:a="]) {
    const source = `<svg xmlns:x="u">${part.repeat(100_000)}`;
    assert.ok(source.startsWith(bareSvg(source)), part);
  }
});
