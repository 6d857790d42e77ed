/** In the page: for each line that ends inside a word, what stands before and after its end; code is left out. */
export function lineEndsWithin(selector: string): [line: string, next: string][] {
  const found: [string, string][] = [];
  for (const block of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let line = "";
    let top: number | undefined;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("pre, code, rt, rp, sup, math")) continue;
      const text = node.nodeValue ?? "";
      for (let index = 0; index < text.length; index++) {
        const character = text[index] ?? "";
        if (character === "\u2060") continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        const middle = (box.top + box.bottom) / 2;
        if (top !== undefined && middle - top > 12 && /\S$/u.test(line) && /\S/u.test(character)) {
          found.push([line.slice(-12), text.slice(index, index + 8)]);
        }
        if (/\S/u.test(character)) top = middle;
        line += character;
      }
    }
  }
  return found;
}
