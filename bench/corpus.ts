import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bodyOf, tagsOf, titleOf } from "./corpus-words.ts";
import { randomFrom } from "./random.ts";
import { smallPicture } from "./small-picture.ts";

/** What a generated corpus is like. */
export interface CorpusOptions {
  /** Folder for the posts, made where it is missing. */
  readonly folder: string;
  readonly count: number;
}

const firstDay = Date.UTC(2010, 0, 1);
const categories = [
  "지식 쌓기",
  "만드는 이야기",
  "읽고 쓰기",
  "하루의 기록",
  "기술",
  "생활",
  "여행",
  "책",
  "음악",
  "일",
  "배움",
  "살림",
];

/** Different pictures in a corpus. */
const pictures = 24;

/** Writes `count` Korean posts, the same for the same count on every machine; `node bench/corpus-statistics.ts` says what they are like. */
export function writeCorpus({ folder, count }: CorpusOptions): void {
  mkdirSync(join(folder, "pictures"), { recursive: true });
  for (let index = 0; index < pictures; index += 1) {
    writeFileSync(join(folder, pictureName(index)), smallPicture(320, 200, index * 10));
  }
  for (let index = 0; index < count; index += 1) writeFileSync(join(folder, fileName(index)), postSource(index));
}

/** Name of the file of post `index`, counted from 0: `post-00042.md`. */
export function fileName(index: number): string {
  return `post-${String(index).padStart(5, "0")}.md`;
}

/** Source of post `index`. */
export function postSource(index: number): string {
  const random = randomFrom(index + 1);
  const day = new Date(firstDay + ((index * 7_919) % 6_000) * 86_400_000).toISOString().slice(0, 10);
  const category = categories[Math.floor(random() ** 2 * categories.length)] ?? "기술";
  const head = [
    "---",
    `title: "${titleOf(random)} ${index}"`,
    `date: ${day}`,
    `description: "${titleOf(random)}에 대해 적은 ${index}번째 글입니다."`,
    `categories: ["${category}"]`,
    `tags: [${tagsOf(random)
      .map((tag) => `"${tag}"`)
      .join(", ")}]`,
    "---",
  ];
  // The post that edits are measured on shows none: its address differs from system to system.
  const shown = [3, 7].includes(index % 10) ? 1 + (index % 3) : 0;
  const show = (of: number) => `\n![글에 딸린 ${index}번째 그림](${pictureName((index + of) % pictures)})\n`;
  const added = Array.from({ length: shown }, (_, of) => show(of)).join("");
  return `${head.join("\n")}\n\n${bodyOf(random, { index, fileOf: fileName })}${added}`;
}

/** A picture's address in a post: `pictures/1.png`. */
function pictureName(index: number): string {
  return `pictures/${String(index + 1)}.png`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "corpus", count = "100"] = process.argv.slice(2);
  writeCorpus({ folder, count: Number(count) });
}
