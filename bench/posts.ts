const openings = [
  "요즘 모임 회비를 입금하거나 회식비를 나눠 낼 때 스마트폰 하나면 해결되는 시대다.",
  "처음에는 작은 서가 하나로 시작했지만 이제는 방 하나가 책으로 가득하다.",
  "이번 글에서는 **마크다운(Markdown)**을 쓰면서 겪은 일을 정리한다.",
  "그는 \"정말 그럴까?\"라고 물었고, 나는 '아마도'라고 답했다.",
  "오전 9시~12시, 오후 1시~5시에 문을 연다. 문의는 https://library.example/help를 보면 된다.",
];
const middles = [
  "데이터 3법이 개정되면서 **‘초개인화’**라는 말이 자주 들린다. 기업은 고객의 맥락을 알고 싶어 한다.",
  "[국립중앙도서관](https://www.nl.go.kr/)의 자료를 보면 2020~2021년 사이에 이용자가 20% 늘었다.",
  "물론 *느리게* 읽는 재미도 있다. 책장을 넘기는 소리, 연필로 긋는 밑줄, `ISBN` 같은 사소한 숫자들.",
  "비용은 10,000~12,000원 정도이고, ~~무료 배송~~은 끝났다. 자세한 조건은 아래 표에 적었다.",
  "정리하면 **100%**가 아니라 **약 80%(추정)**이다. 나머지는 다음 글에서 다룬다.",
];
const codes = [
  '```ts\nexport function term(books: readonly string[]): string {\n  // 가나다순으로\n  return [...books].sort().join(", ");\n}\n```',
  '```python\ndef term(books):\n    """책 이름을 잇는다."""\n    return ", ".join(sorted(books))\n```',
  '```bash\nfor book in *.md; do\n  wc -m "$book"\ndone\n```',
  '```json\n{ "title": "서고", "books": [1, 2, 3], "open": true }\n```',
];
const table = "| 해 | 권수 | 비고 |\n|---|--:|:-:|\n| 2019 | 120 | 첫해 |\n| 2020 | 340 | **이사(移徙)**와 함께 |";
const list = "1. 책을 고른다\n2. 읽는다\n   - 밑줄을 긋는다\n   - ‘왜?’를 적는다\n3. 정리한다";

/** Korean posts of about 2,500 characters, the same in every run: prose, a list, and code in two of five. */
export function posts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = (from: readonly string[], step: number): string => from[(i * 7 + step * 3) % from.length] ?? "";
    const parts = [`${pick(openings, i)} ${String(i)}번째 글이다.`];
    for (let section = 1; section <= 5; section++) {
      parts.push(`## ${String(section)}. 책장 정리 ${String(i % 9)}`);
      for (let n = 0; n < 4; n++) {
        parts.push(`${pick(middles, section + n)} ${pick(openings, n)}\n${pick(middles, n * 2 + section)}`);
      }
    }
    parts.splice(6, 0, list);
    if (i % 5 < 2) parts.splice(9, 0, pick(codes, i), pick(codes, i + 1));
    if (i % 4 === 0) parts.splice(12, 0, table);
    return `${parts.join("\n\n")}\n`;
  });
}
