import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const dangerous = new Set(
  (
    "script iframe object embed applet base meta link style form input button template svg foreignobject frame frameset " +
    "noscript portal textarea select xmp plaintext animate set use handler listener"
  ).split(" "),
);

/** What a browser would run or load in some HTML, task boxes aside. */
export function findings(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (!("tagName" in node)) return;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const isTask = node.tagName === "input" && attributes.get("type") === "checkbox";
    if (dangerous.has(node.tagName) && !isTask) found.push(`<${node.tagName}>`);
    for (const [name, value] of attributes) {
      const bare = value.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
      if (/^on/.test(name) || name === "style" || name === "srcdoc") found.push(name);
      if (/^(?:javascript|vbscript|data|blob|file):/i.test(bare)) found.push(`${name}=${value}`);
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const child of parseFragment(html).childNodes) visit(child);
  return found;
}
