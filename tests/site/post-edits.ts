import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  changeText,
  type Edit,
  inPost,
  keepingTimes,
  number,
  type Random,
  setField,
  withPost,
  write,
} from "./edit-tools.ts";
import { oneOf } from "../../bench/random.ts";

const tags = ["산책", "Node.js", "기록", "C++", "핀테크", "봄"];
const words = ["골목", "바다", "**강조(설명)**을", "`코드`", "9시~12시", "'말'이다", "책장", "[길](https://a.kr/)"];
const day = (random: Random) => `20${10 + number(random, 16)}-0${1 + number(random, 8)}-11`;
const body = (text: (random: Random) => string): Edit => {
  return (folder, random) => inPost(folder, random, [/$/u, `\n${text(random)}\n`]);
};

/** What is done to one field of the front matter. */
const fieldEdits: Readonly<Record<string, Edit>> = {
  retitle: setField("title", (random) => `"새 제목 ${number(random, 99)}"`),
  "title in jamo": setField("title", (random) => `"${`한글 제목 ${number(random, 99)}`.normalize("NFD")}"`),
  redate: setField("date", day),
  "date with a zone": setField("date", (random) => `"${day(random)} 23:30:00 -0800"`),
  schedule: setField("date", (random) => `2026-11-2${5 + number(random, 5)}`),
  update: setField("updated", (random) => `2026-0${1 + number(random, 9)}-01`),
  expire: setField("expiryDate", (random) => `2026-11-2${5 + number(random, 5)}`),
  keep: setField("expiryDate"),
  draft: setField("draft", () => "true"),
  undraft: setField("draft"),
  retag: setField("tags", (random) => `["${oneOf(tags, random)}", "${oneOf(tags, random)}"]`),
  "respell a tag": setField("tags", (random) => `["${oneOf(["node.js", "NODE.JS", "봄 ", "c++"], random)}"]`),
  untag: setField("tags"),
  sort: setField("categories", (random) => `["${oneOf(["일기", "여행", "지식 쌓기"], random)}"]`),
  serialise: setField("series", () => `"이어 쓰기"`),
  weigh: setField("weight", (random) => String(number(random, 9))),
  alone: setField("series"),
  describe: setField("description", (random) => `"소개 ${number(random, 99)}"`),
  undescribe: setField("description"),
  feature: setField("featured", () => "true"),
  unfeature: setField("featured"),
  author: setField("author", (random) => oneOf(["김서고", "이서고"], random)),
  alias: setField("aliases", (random) => `["/옛-주소-${number(random, 1e9)}/", "/Old/${number(random, 1e9)}.html"]`),
  unalias: setField("aliases"),
  slug: setField("slug", (random) => `새-이름-${number(random, 1e9)}`),
  url: setField("url", (random) => `/글/${number(random, 1e9)}/`),
  unmoved: setField("url"),
  contents: setField("toc", (random) => oneOf(["true", "false"], random)),
  formulas: setField("math", () => "true"),
  lines: setField("lineBreaks", () => "commonmark"),
  straight: setField("quotes", () => "keep"),
  discuss: setField("discussion", (random) => `https://social.example/@me/${number(random, 9)}`),
  foreign: setField("lang", () => "en"),
  pair: setField("translationKey", (random) => `짝-${number(random, 3)}`),
  licence: setField("license", () => `"CC BY 4.0"`),
  "other field": setField("mood", (random) => `"${oneOf(words, random)}"`),
};

/** What is done to a body. */
const bodyEdits: Readonly<Record<string, Edit>> = {
  paragraph: body((random) => paragraph(random)),
  heading: body((random) => `### ${oneOf(words, random)} ${number(random, 99)}`),
  more: body(() => "앞머리입니다.\n\n<!--more-->"),
  footnote: body((random) => {
    const id = number(random, 1e9);
    return `주가 달린 말[^${id}]\n\n[^${id}]: 주석 ${id}`;
  }),
  table: body((random) => `| 책 | 값 |\n| --- | ---: |\n| ${oneOf(words, random)} | ${number(random, 99)} |`),
  code: body((random) => `\`\`\`ts\nconst books = ${number(random, 99)};\n\`\`\``),
  formula: body((random) => `$$\nx^${number(random, 9)}\n$$`),
  diagram: body((random) => `\`\`\`mermaid\ngraph LR\n  가${number(random, 9)} --> 나\n\`\`\``),
  callout: body((random) => `> [!NOTE]\n> ${oneOf(words, random)}`),
  details: body((random) => `<details><summary>더</summary>${number(random, 99)}</details>`),
  "link by name": body((random) => `[[글 ${number(random, 99)}]] [옆](글-${number(random, 9)}.md)`),
  remote: body((random) => `![먼 그림](https://i${number(random, 3)}.example/a.png)`),
  shorten: (folder, random) =>
    withPost(folder, random, (file) =>
      changeText(file, (text) => text.replace(/(\n---\r?\n[\s\S]{0,40})[\s\S]*$/u, "$1\n")),
    ),
  letter: (folder, random) =>
    withPost(folder, random, (file) =>
      keepingTimes(file, () => changeText(file, (text) => text.replace(/글 \d/u, `글 ${number(random, 9)}`))),
    ),
};

/** What is done to whole files of posts. */
const fileEdits: Readonly<Record<string, Edit>> = {
  add: (folder, random) => write(folder, `src/content/posts/새-글-${number(random, 1e6)}.md`, postSource(random)),
  "add without a head": (folder, random) =>
    write(folder, `src/content/posts/맨-글-${number(random, 1e6)}.md`, `# 맨 글\n\n${paragraph(random)}\n`),
  reply: (folder, random) => {
    const file = withPost(folder, random, () => undefined);
    const reply = { id: `github:${number(random, 3)}`, name: oneOf(tags, random), date: "2026-03-01T15:00:00Z" };
    const replies = random() < 0.2 ? [] : [{ ...reply, html: `<p>${oneOf(words, random)}</p>` }];
    const name = file.replace("/posts/", "/replies/").replace(/(?:\/index)?\.md$/u, ".json");
    return file === "–" ? file : write(folder, name, JSON.stringify({ replies }));
  },
  "hide a name": (folder, random) => write(folder, "src/content/replies/hide.txt", `${oneOf(tags, random)}\n`),
  remove: (folder, random) => withPost(folder, random, (file) => rmSync(file)),
  rename: (folder, random) =>
    withPost(folder, random, (file) => renameSync(file, join(dirname(file), `옮김-${number(random, 1e6)}.md`))),
  "into a folder": (folder, random) =>
    withPost(folder, random, (file) => {
      if (basename(file) === "index.md" || /\.png|\]\(글-/u.test(readFileSync(file, "utf8"))) return;
      const name = `묶음-${number(random, 1e6)}`;
      write(dirname(file), `${name}/index.md`, readFileSync(file));
      rmSync(file);
    }),
  translate: (folder, random) =>
    withPost(folder, random, (file) => {
      const head = `---\nslug: in-english-${number(random, 1e9)}\n`;
      writeFileSync(file.replace(/(?:\.en)?\.md$/u, ".en.md"), postSource(random).replace("---\n", head));
    }),
  "as MDX": (folder, random) =>
    write(
      folder,
      `src/content/posts/부품-${number(random, 1e6)}.mdx`,
      `---\ntitle: "부품 ${number(random, 99)}"\ndate: ${day(random)}\n---\n\n## ${oneOf(words, random)}\n\n{1 + ${number(random, 9)}}\n`,
    ),
  "line ends": (folder, random) =>
    withPost(folder, random, (file) => changeText(file, (text) => text.replace(/\r?\n/gu, "\r\n"))),
  "byte order mark": (folder, random) =>
    withPost(folder, random, (file) => changeText(file, (text) => `\uFEFF${text.replace(/^\uFEFF/u, "")}`)),
  touch: (folder, random) => withPost(folder, random, (file) => utimesSync(file, 1, number(random, 1e9))),
  swap: (folder, random) =>
    withPost(folder, random, (file) => {
      const other = join(
        folder,
        withPost(folder, random, () => undefined),
      );
      const [mine, theirs] = [readFileSync(file), readFileSync(other)];
      writeFileSync(file, theirs);
      writeFileSync(other, mine);
    }),
};

/** All that an author does to posts, by name. */
export const postEdits: Readonly<Record<string, Edit>> = { ...fieldEdits, ...bodyEdits, ...fileEdits };

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
