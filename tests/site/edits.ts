import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pngFile } from "../../bench/png.ts";
import { smallPicture } from "../../bench/small-picture.ts";

type Random = () => number;
type Edit = (folder: string, random: Random) => string;

const tags = ["산책", "Node.js", "기록", "C++", "핀테크", "봄"];
const settings = [
  `timeZone: "America/New_York"`,
  `lineBreaks: "commonmark"`,
  `postPattern: "/:year/:slug/"`,
  `feedItems: 5`,
  `quotes: "keep"`,
  `list: "pictures"`,
];
const words = ["골목", "바다", "**강조(설명)**을", "`코드`", "9시~12시", "'말'이다", "책장", "[길](https://a.kr/)"];

/** Everything an owner does to a site, by name; each changes files under `folder` and says what it did. */
const edits: Readonly<Record<string, Edit>> = {
  add: (folder, random) => {
    const name = `새-글-${number(random, 1e6)}.md`;
    write(folder, `src/content/posts/${name}`, postSource(random));
    return name;
  },
  remove: (folder, random) => withPost(folder, random, (file) => rmSync(file)),
  rename: (folder, random) =>
    withPost(folder, random, (file) => renameSync(file, join(dirname(file), `옮김-${number(random, 1e6)}.md`))),
  retitle: (folder, random) => inPost(folder, random, [/^title:.*$/mu, `title: "새 제목 ${number(random, 99)}"`]),
  redate: (folder, random) =>
    inPost(folder, random, [/^date:.*$/mu, `date: 20${10 + number(random, 16)}-0${1 + number(random, 8)}-11`]),
  retag: (folder, random) =>
    inPost(folder, random, [/^tags:.*$/mu, `tags: ["${oneOf(tags, random)}", "${oneOf(tags, random)}"]`]),
  schedule: (folder, random) => inPost(folder, random, [/^date:.*$/mu, `date: 2026-11-2${5 + number(random, 5)}`]),
  draft: (folder, random) => inPost(folder, random, [/^---\n/u, "---\ndraft: true\n"]),
  undraft: (folder, random) => inPost(folder, random, [/^draft:.*\n/mu, ""]),
  body: (folder, random) =>
    withPost(folder, random, (file) => writeFileSync(file, `${readFileSync(file, "utf8")}\n${paragraph(random)}\n`)),
  picture: (folder, random) => {
    write(folder, "src/content/posts/그림.png", png(1 + number(random, 40)));
    return inPost(folder, random, [/$/u, "\n![그림](그림.png)\n"]);
  },
  photo: (folder, random) => {
    const name = `사진-${number(random, 2)}.png`;
    write(folder, `src/content/posts/${name}`, smallPicture(number(random, 2) * 700 + 600, 40, number(random, 256)));
    const link = random() < 0.3 ? `[원본](${name})` : `![사진](${name})`;
    return inPost(folder, random, random() < 0.5 ? [/^---\n/u, `---\nimage: ${name}\n`] : [/$/u, `\n${link}\n`]);
  },
  remote: (folder, random) =>
    inPost(folder, random, [/$/u, `\n![먼 그림](https://i${number(random, 3)}.example/a.png)\n`]),
  setting: (folder, random) =>
    inFile(folder, "src/site.config.ts", [/description: ".*?"/u, `description: "새 소개 ${number(random, 99)}"`]),
  settings: (folder, random) => {
    const chosen = oneOf(settings, random);
    return inFile(folder, "src/site.config.ts", [/postsPerPage: 3.*$/mu, `postsPerPage: 3, ${chosen} });`]);
  },
  letter: (folder, random) =>
    withPost(folder, random, (file) =>
      keepingTimes(file, () =>
        writeFileSync(file, readFileSync(file, "utf8").replace(/글 \d/u, `글 ${number(random, 9)}`)),
      ),
    ),
  touch: (folder, random) => withPost(folder, random, (file) => utimesSync(file, 1, number(random, 1e9))),
  swap: (folder, random) =>
    withPost(folder, random, (file) => {
      const other = join(
        folder,
        withPost(folder, random, () => undefined),
      );
      if (other === file) return;
      renameSync(file, `${file}.other`);
      renameSync(other, file);
      renameSync(`${file}.other`, other);
    }),
  repaint: (folder, random) => {
    const file = join(folder, "src/content/posts/그림.png");
    if (!existsSync(file)) return "–";
    const before = readFileSync(file);
    const size = before.readUInt32BE(16);
    const first = number(random, 256);
    const colours = Array.from({ length: 256 }, (_, index) => (first + index) % 256);
    const other = colours.map((colour) => png(size, colour)).find((bytes) => isOtherOfSize(bytes, before));
    if (other === undefined) return "–";
    keepingTimes(file, () => writeFileSync(file, other));
    return `${String(size)} pixels`;
  },
  style: (folder, random) => {
    write(folder, "src/styles/owner.css", `@layer owner { main { --n: ${number(random, 99)}; } }\n`);
    return "owner.css";
  },
  template: (folder, random) =>
    inFile(folder, "src/text/interface.ts", [/newest: ".*?"/u, `newest: "새 글 ${number(random, 99)}"`]),
};

/** Colours pack to different lengths. */
function isOtherOfSize(bytes: Uint8Array, before: Buffer): boolean {
  return bytes.length === before.length && !before.equals(bytes);
}

/** A change that leaves a file's size and date as they were. */
function keepingTimes(file: string, change: () => void): void {
  const { size, atime, mtime } = statSync(file);
  change();
  if (statSync(file).size !== size) throw new Error(`${file} has another size`);
  utimesSync(file, atime, mtime);
}

/** Does `count` random edits; returns what was done, for a failing test to say. */
export function editRandomly(folder: string, random: Random, count: number): string[] {
  const names = Object.keys(edits);
  return Array.from({ length: count }, () => {
    const name = oneOf(names, random);
    return `${name}: ${edits[name]?.(folder, random) ?? ""}`;
  });
}

/** A post of a generated site. */
export function postSource(random: Random): string {
  const head = [
    `title: "글 ${number(random, 1e6)}"`,
    `date: 20${10 + number(random, 16)}-0${1 + number(random, 8)}-2${number(random, 9)}`,
    `categories: ["${oneOf(["지식 쌓기", "일기"], random)}"]`,
    `tags: ["${oneOf(tags, random)}"]`,
    ...(random() < 0.3 ? [`series: "이어 쓰기"`] : []),
  ];
  return `---\n${head.join("\n")}\n---\n\n## ${oneOf(words, random)}\n\n${paragraph(random)}\n`;
}

function paragraph(random: Random): string {
  return Array.from({ length: 20 }, () => oneOf(words, random)).join(" ");
}

function withPost(folder: string, random: Random, act: (file: string) => void): string {
  const posts = globSync("src/content/posts/**/*.md", { cwd: folder }).sort();
  const file = posts[number(random, posts.length)];
  if (file === undefined || posts.length < 3) return "–";
  act(join(folder, file));
  return file;
}

function inPost(folder: string, random: Random, [pattern, text]: readonly [RegExp, string]): string {
  return withPost(folder, random, (file) => writeFileSync(file, readFileSync(file, "utf8").replace(pattern, text)));
}

function inFile(folder: string, path: string, [pattern, text]: readonly [RegExp, string]): string {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, "utf8").replace(pattern, text));
  return text;
}

function write(folder: string, path: string, bytes: string | Uint8Array): void {
  const file = join(folder, path);
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** A PNG of `size` × `size` pixels of one grey; its length goes by its size alone. */
function png(size: number, grey = 128): Uint8Array {
  const rows = Buffer.alloc(size * (size + 1), grey);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  return pngFile({ width: size, height: size, colourType: 0, rows });
}

function number(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function oneOf<Item>(list: readonly Item[], random: Random): Item {
  return list[number(random, list.length)] as Item;
}
