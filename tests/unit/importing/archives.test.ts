import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { temporaryFolder } from "../temporary.ts";
import { command, post, text } from "./command.ts";
import { imported } from "./imported.ts";

test("an archive is read like its folder, and archives in it too", async (context) => {
  const root = temporaryFolder(context);
  const inner = zip({ "글 0123456789abcdef0123456789abcdef.md": "# 글\n\n안쪽 글\n" });
  writeFileSync(path.join(root, "내보내기.zip"), zip({ "../밖.md": "밖", "빈.zip": "", "Export-Part-1.zip": inner }));
  const ours = await imported(path.join(root, "내보내기.zip"));
  assert.deepEqual(
    ours.report.pages.map(({ target }) => target),
    ["src/content/posts/글.md"],
  );
  assert.ok(readFileSync(path.join(ours.root, "src/content/posts/글.md"), "utf8").endsWith("\n안쪽 글\n"));
  ours.remove();
  const packed = zip({ "글.md": "# 글\n\n깨진 압축\n" });
  packed.fill(0xff, 30 + Buffer.byteLength("글.md"), packed.indexOf("PK\x01\x02"));
  for (const bytes of [Buffer.from("깨진 파일"), zip({ "글.md": "# 글\n\n머리가 잘린 파일\n" }).subarray(20), packed]) {
    writeFileSync(path.join(root, "깨진.zip"), bytes);
    const broken = command([path.join(root, "깨진.zip"), "--to", path.join(root, "집")]);
    assert.deepEqual(
      [broken.status, broken.stderr.trim()],
      [1, text("import-unreadable", { file: path.join(root, "깨진.zip") })],
    );
  }
});

test("archives in archives of archives stay packed, as each depth may double what there is to read", async (context) => {
  const root = temporaryFolder(context);
  let bytes = zip({ "글.md": "# 글\n\n가장 안쪽\n" });
  for (let depth = 0; depth < 30; depth += 1) bytes = zip({ "하나.zip": bytes, "둘.zip": bytes });
  writeFileSync(path.join(root, "겹.zip"), zip({ "겉.md": post("겉"), "안.zip": bytes }));
  const ours = await imported(path.join(root, "겹.zip"));
  assert.equal(ours.report.pages.length, 1);
  ours.remove();
});

test("a name that no disk would take loses its control characters", async (context) => {
  const root = temporaryFolder(context);
  writeFileSync(path.join(root, "이름.zip"), zip({ "널\0과\n줄\u001b[31m.md": post("이름") }));
  const ours = await imported(path.join(root, "이름.zip"));
  assert.deepEqual(
    ours.report.pages.map(({ source }) => source),
    ["널과줄[31m.md"],
  );
  ours.remove();
});

/** A ZIP archive of texts and archives, deflated. */
function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(Buffer.concat(locals).length);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, Buffer.alloc(10), offset, Buffer.from(name));
    locals.push(Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), packed);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(Buffer.concat(locals).length, 12);
  return Buffer.concat([...locals, ...central, Buffer.from("PK\x05\x06", "latin1"), end]);
}
