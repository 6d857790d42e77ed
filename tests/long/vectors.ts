import { oneOf } from "../../bench/random.ts";
import { number, type Random } from "../site/edit-tools.ts";

/** What a payload runs: the page under test gives `fired` its number. */
const run = "fired(1)";
const events = ["onerror", "onload", "ontoggle", "onfocus", "onbegin", "onanimationstart", "onpointerenter", "onclick"];
const rawTexts = [
  "style",
  "title",
  "textarea",
  "xmp",
  "noscript",
  "noembed",
  "noframes",
  "iframe",
  "script",
  "plaintext",
];
const foreign = ["svg", "math"];
const integration = [
  "mtext",
  "mi",
  "mo",
  "mn",
  "ms",
  "annotation-xml",
  "foreignObject",
  "desc",
  "title",
  "mglyph",
  "malignmark",
];
const closers = ["", "</p>", "</table>", "</form>", "</svg>", "</math>", "<br>", "</br>"];
const schemes = ["javascript", "vbscript", "data", "blob", "view-source"];
const clobbered = ["body", "head", "attributes", "innerHTML", "location", "cookie", "firstChild", "nodeName", "fired"];

type Family = (random: Random) => string;
const image = (random: Random) =>
  `<img src=x${oneOf([" ", "/", "\n", "\t", "\f"], random)}${oneOf(events, random)}=${run}>`;
const anyCase = (word: string, random: Random) =>
  [...word].map((letter) => (random() < 0.5 ? letter : letter.toUpperCase())).join("");

/** A scheme as browsers still read it: case, blanks, controls and entities within it. */
function disguised(scheme: string, random: Random): string {
  const inside = ["", "", "", "&Tab;", "&NewLine;", "&#9;", "&#x0A;", "\t", "&#13;", "\u00ad", "\u200b"];
  const before = ["", " ", "&#1;", "&#32;", "\u0001", "&nbsp;", "\ufeff"];
  const letters = [...anyCase(scheme, random)].map((letter) =>
    random() < 0.2 ? `&#${String(letter.charCodeAt(0))};` : letter + oneOf(inside, random),
  );
  return oneOf(before, random) + letters.join("") + oneOf([":", "&colon;", "&#58;", "&#x3a"], random);
}

/** Names of elements that the standard's parser treats each in a way of its own. */
const soup =
  `a b p div table tr td caption colgroup select option optgroup button input hr textarea title style noscript
  template svg math mtext mi mglyph annotation-xml foreignObject desc form frameset body head li dd ruby rt h1 pre iframe
  xmp plaintext object marquee image datalist selectedcontent dialog details search nobr font x-y`.split(/\s+/u);
const pieces = [
  "<!--",
  "-->",
  "--!>",
  "<![CDATA[",
  "]]>",
  "<?x ",
  "</",
  "<>",
  '"',
  "'",
  "&lt;",
  "\f",
  "말",
  '<a title="',
];
const attributes = [
  "",
  "",
  " id=x",
  " encoding=text/html",
  " shadowrootmode=open",
  " type=hidden",
  " href=x",
  " /",
  "/",
];

/** Tags in any order, some of which run something. */
export function tagSoup(random: Random): string {
  const piece = () => {
    const kind = random();
    if (kind < 0.5) return `<${oneOf(soup, random)}${oneOf(attributes, random)}>`;
    if (kind < 0.7) return `</${oneOf(soup, random)}>`;
    return kind < 0.85
      ? oneOf(pieces, random)
      : oneOf([image(random), "<svg onload=1>", "<a href=javascript:1>"], random);
  };
  return Array.from({ length: 2 + number(random, 9) }, piece).join("") + image(random);
}

/** Families of ways to have a browser run something, each a generator of its own. */
export const families: Readonly<Record<string, Family>> = {
  "namespace confusion": (random) => {
    const inner = oneOf(rawTexts, random);
    const [outer, point] = [oneOf(foreign, random), oneOf(integration, random)];
    return `<${outer}>${oneOf(closers, random)}<${point}><${inner}><!--</${inner}>${image(random)}-->${oneOf(closers, random)}</${point}></${outer}>`;
  },
  "mutation at the second reading": (random) => {
    const inner = oneOf(rawTexts, random);
    const shell = oneOf(
      ["form", "table", "select", "template", "p", "a", "svg", "math", "frameset", "details"],
      random,
    );
    return `<${shell}><${oneOf(integration, random)}></${shell}><${shell}><${inner}><a title="</${inner}>${image(random)}">`;
  },
  "broken tags": (random) => {
    const end = oneOf(["", ">", "/", "<", "'", '"', "`", "<!--", "]]>", "--!>"], random);
    return `<${oneOf(["img", "svg", "details open", "video", "body", "input autofocus", "x"], random)} ${oneOf(events, random)}${oneOf(["=", " = ", "=\n"], random)}${oneOf(["", "'", '"', "`"], random)}${run}${end}`;
  },
  "disguised scheme": (random) => {
    const address = `${disguised(oneOf(schemes, random), random)}${run}`;
    return oneOf(
      [
        `<a href="${address}">길</a>`,
        `<a href='${address}'>길</a>`,
        `[길](${address})`,
        `[길](<${address}>)`,
        `![그림](${address})`,
        `<${address}>`,
        `[길][표]\n\n[표]: ${address}`,
        `<svg><a xlink:href="${address}"><text>길</text></a></svg>`,
        `<form action="${address}"><button formaction="${address}">`,
        `<blockquote cite="${address}">말</blockquote>`,
        `<img src="${address}" srcset="${address} 2x">`,
        `<math><mi href="${address}">x</mi></math>`,
      ],
      random,
    );
  },
  clobbering: (random) => {
    const [name, other] = [oneOf(clobbered, random), oneOf(clobbered, random)];
    return `<form id="${name}"><input name="${other}"><img name="${name}" id="${other}"></form><a id="${name}" name="${other}" href="cid:${run}">길</a>`;
  },
  "Markdown around markup": (random) => {
    const payload = image(random);
    return oneOf(
      [
        `\`${payload}\`${payload}`,
        `**${payload}**`,
        `[${payload}](/x "${payload}")`,
        `![${payload.replaceAll('"', "")}](책.png '${payload}')`,
        `> [!NOTE] ${payload}\n> ${payload}`,
        `| ${payload} | 값 |\n|---|---|\n| \`|${payload}|\` | x |`,
        `\`\`\`js title="${payload}"\n${payload}\n\`\`\``,
        `$${payload}$\n\n$$\n\\text{${payload}}\\href{javascript:${run}}{x}\n$$`,
        `\`\`\`mermaid\ngraph LR\n  a["${payload}"] --> b\n  click a "javascript:${run}"\n\`\`\``,
        `말[^1]\n\n[^1]: ${payload}`,
        `# ${payload} {#${payload}}`,
        `{${payload}|${payload}} [[${payload}]] :${payload}:`,
        `\\${payload} &lt;img src=x onerror=${run}&gt; &#60;img src=x onerror=${run}&#62;`,
      ],
      random,
    );
  },
  "comments and processing": (random) =>
    oneOf(
      [
        `<!-->${image(random)}-->`,
        `<!--->${image(random)}-->`,
        `<!-- --!>${image(random)}-->`,
        `<?xml ${image(random)}?>`,
        `<![CDATA[${image(random)}]]>`,
        `<!${image(random)}>`,
        `</ ${image(random)}>`,
        `<%${image(random)}%>`,
      ],
      random,
    ),
};

/** A body of one to three payloads of a family, each in a context that a Markdown text may give it. */
export function hostileBody(family: string, random: Random): string {
  const contexts: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `앞 ${text} 뒤`,
    (text) => `> ${text.replaceAll("\n", "\n> ")}`,
    (text) => `- ${text.replaceAll("\n", "\n  ")}`,
    (text) => `<div>\n\n${text}\n\n</div>`,
    (text) => `<details><summary>${text}</summary>\n\n${text}\n\n</details>`,
    (text) => `**${text}**은`,
    (text) => `<ruby>${text}<rt>${text}</rt></ruby>`,
  ];
  const payload = families[family];
  if (payload === undefined) throw new RangeError(`no family ${family}`);
  return Array.from({ length: 1 + number(random, 3) }, () => oneOf(contexts, random)(payload(random))).join("\n\n");
}
