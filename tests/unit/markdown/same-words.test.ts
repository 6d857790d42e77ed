import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summaryOf } from "#korean/summary.ts";
import { feedHtml } from "#outputs/feed-html.ts";
import { rendered } from "./setting.ts";
import { assertHolds } from "../../random.ts";

/** Blocks as authors write them around words that stand nowhere else: `w()` gives the next. */
const blocks: readonly ((w: () => string) => string)[] = [
  (w) => `${w()} **${w()}(${w()})**을 \`${w()}\`라 한다. ~~${w()}~~ ==${w()}== '${w()}'이다.`,
  (w) => `## ${w()} \`${w()}\` [${w()}](https://a.kr)`,
  (w) => `- ${w()}\n- [x] ${w()}\n  - [ ] ${w()}`,
  (w) => `| ${w()} | ${w()} |\n|---|---|\n| \`${w()} | ${w()}\` | [[다른 글\\|${w()}]] |`,
  (w) => `> [!NOTE] ${w()}\n> ${w()}\n{: .x}`,
  (w) => `> ${w()}\n{: .prompt-tip }`,
  (w) => `<details><summary>${w()}</summary>\n**${w()}** ${w()}\n</details>`,
  (w) => `${w()} <title> ${w()} </body> ${w()}`,
  (w) => `\`\`\`js {1} [${w()}]\nlet ${w()}; // [!code ++]\n\`\`\``,
  (w) => `::: details ${w()}\n${w()}\n:::`,
  (w) => `"https://a.kr/${w()}"에서 「https://b.kr/${w()}」를 ${w()}`,
  (w) => `![${w()}](없음.png) ${w()}`,
  (w) => `![책](책.png)\n_${w()}_`,
  (w) => `${w()}[^1] ${w()} ^abc123`,
  (w) => `<center>${w()} *${w()}* [${w()}](https://a.kr)</center>`,
  (w) => `${w()}\n: ${w()}`,
  (w) => `{漢字|${w()}} ${w()} :smile: 9시~12시 ${w()}`,
];

const word = /낱\d+말/gu;
const visible = (html: string) =>
  html
    .replace(/<h2 class="sr-only"[\s\S]*?<\/h2>|<[^>]*>/gu, "")
    .match(word)
    ?.sort() ?? [];

test("page, feed and summary have the words of their source: none missing, none twice, none of ours", async () => {
  const chosen = fc.array(fc.nat(blocks.length - 1), { minLength: 1, maxLength: 12 });
  await assertHolds(
    fc.asyncProperty(chosen, async (kinds) => {
      let count = 0;
      const next = () => `낱${String(count++)}말`;
      const source = kinds
        .map((kind) => blocks[kind]?.(next) ?? "")
        .join("\n\n")
        .concat(`\n\n[^1]: ${next()}`);
      const { html, text, lead, headings } = await rendered(source, { quotes: "korean", lineBreaks: "keep" });
      const called = source.includes("[^1] ");
      const written = (source.match(word) ?? []).filter((one) => called || !source.endsWith(`[^1]: ${one}`)).sort();
      assert.deepEqual(visible(html), written, source);
      assert.deepEqual(visible(feedHtml(html, "https://a.kr/글/")), written, source);
      for (const said of [text, lead, summaryOf(lead), ...headings.map((heading) => heading.text)]) {
        const words = said.match(word) ?? [];
        assert.equal(new Set(words).size, words.length, said);
        assert.doesNotMatch(said, /참고|도움말|펼쳐 보기|찾지 못했|부분으로|\{:|\[\^|\[!/u, source);
      }
    }),
    150,
  );
});
