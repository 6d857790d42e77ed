import { nounAt, nounsOf, placeIn, verbLast, verbWithin, withParticle, zipf } from "./lexicon.ts";
import { oneOf, type Random } from "./random.ts";

const openings =
  "그래서 하지만 그리고 물론 다만 예를 그런데 결국 먼저 나중에 가끔 자주 대체로 특히 요즘 처음에는 돌이켜".split(" ");
const commonTags = 480;
const tagShares = zipf(commonTags, 1);

/** A title of three words. */
export function titleOf(random: Random): string {
  const noun = nounsOf(random);
  const ends = ["정리", "이야기", "기록", "방법", "후기", "살펴보기", "생각"];
  return `${withParticle(noun(), () => 0.35)} ${verbWithin(noun(), random)} ${random() < 0.6 ? noun() : oneOf(ends, random)}`;
}

/** One to six tags of 480, by Zipf. */
export function tagsOf(random: Random): string[] {
  const count = 1 + Math.floor(random() * 6);
  return [...new Set(Array.from({ length: count }, () => nounAt(3 * placeIn(tagShares, random()))))];
}

/** What one post is written with. */
interface Pen {
  readonly random: Random;
  readonly noun: () => string;
}

/** What a body may point to. */
export interface BodyPlace {
  /** Number of the post, counted from 0; links lead to earlier ones. */
  readonly index: number;
  /** File of an earlier post. */
  readonly fileOf: (index: number) => string;
}

/**
 * A body whose length, headings, code, tables, lists, quotations and links are spread as over real posts; one in six
 * begins with code.
 */
export function bodyOf(random: Random, place: BodyPlace): string {
  const pen = { random, noun: nounsOf(random) };
  const blocks: string[] = place.index % 6 === 1 ? [code(pen)] : [];
  // Log-normal, about its median.
  const spread = Math.exp(0.55 * (random() + random() + random() + random() - 2) * 1.7);
  const paragraphs = Math.max(3, Math.round(24.5 * spread));
  const codeShare = random() < 0.2 ? 0.2 : 0;
  for (let index = 0; index < paragraphs; index += 1) {
    if (index > 0 && random() < 0.2) blocks.push(heading(pen, place.index));
    blocks.push(paragraph(pen, place));
    if (random() < codeShare) blocks.push(code(pen));
    if (random() < 0.008) blocks.push(table(pen));
    if (random() < 0.06) blocks.push(list(pen));
    if (random() < 0.04) blocks.push(`> ${sentence(pen)}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function heading({ random, noun }: Pen, index: number): string {
  return `${random() < 0.3 ? "####" : index % 2 === 0 ? "##" : "###"} ${noun()} ${noun()}`;
}

function paragraph(pen: Pen, place: BodyPlace): string {
  const { random } = pen;
  const words = Array.from({ length: 2 + Math.floor(random() * 7) }, () => sentence(pen));
  if (random() < 0.07) words.push(link(pen, place));
  return words.join(" ");
}

function link({ random, noun }: Pen, { index, fileOf }: BodyPlace): string {
  if (index > 0 && random() < 0.4)
    return `[${noun()} 이야기](${fileOf(Math.floor(random() * index))})도 함께 읽어 보기를 권한다.`;
  return `자세한 내용은 [${noun()} ${noun()}](https://example.com/${Math.floor(random() * 1e6)})에 있다.`;
}

function sentence({ random, noun }: Pen): string {
  const words = random() < 0.25 ? [oneOf(openings, random)] : [];
  const parts = 2 + Math.floor(random() * 4);
  for (let part = 0; part < parts; part += 1) {
    if (random() < 0.35) words.push(verbWithin(noun(), random));
    words.push(shown(withParticle(noun(), random), { random, noun }));
  }
  if (random() < 0.08) words.push(`${Math.floor(random() * 90 + 10)}번`);
  return `${words.join(" ")} ${verbLast(noun(), random)}.`;
}

/** Emphasis that ends before a particle, quotation marks and brackets, each now and then. */
function shown(word: string, { random, noun }: Pen): string {
  const at = random();
  if (at < 0.012) return `**${word.slice(0, 2)}(${noun()})**${word.slice(2)}`;
  if (at < 0.02) return `‘${word.slice(0, 2)}’${word.slice(2)}`;
  return at < 0.026 ? `"${noun()}"이라는` : word;
}

const codes: readonly ((pen: Pen) => string[])[] = [
  ({ random, noun }) => [
    "```js",
    `const value${Math.floor(random() * 1000)} = [1, 2, 3].map((n) => n * ${Math.floor(random() * 9)});`,
    "for (const item of values) {",
    `  console.log("${noun()}", item); // ${noun()}`,
    "}",
    "```",
  ],
  ({ random, noun }) => [
    "```python",
    `def total(items, rate=${(random() * 9).toFixed(2)}):`,
    `    """${noun()} 값을 모두 더한다."""`,
    "    return sum(item.price * rate for item in items if item is not None)",
    "```",
  ],
  ({ noun }) => ["```bash", `for name in *.md; do`, `  wc -m "$name" # ${noun()}`, "done", "```"],
  ({ random, noun }) => ["```", `${noun()}: ${Math.floor(random() * 1e6)}`, `${noun()}: 없음`, "```"],
];

function code(pen: Pen): string {
  return oneOf(codes, pen.random)(pen).join("\n");
}

function table({ random, noun }: Pen): string {
  const row = () => `| ${noun()} | ${noun()} | ${Math.floor(random() * 1000)} |`;
  return ["| 이름 | 뜻 | 값 |", "| --- | --- | ---: |", ...Array.from({ length: 4 }, row)].join("\n");
}

function list(pen: Pen): string {
  const { random, noun } = pen;
  return Array.from({ length: 3 + Math.floor(random() * 3) }, () => `- ${noun()}: ${sentence(pen)}`).join("\n");
}
