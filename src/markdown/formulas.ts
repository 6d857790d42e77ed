import { restoredCode, sentinel } from "./sentinels.ts";
import { element, isBlank, isElement, text, textOf, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Typeset, warn, type Work } from "./work.ts";

/** What sets formulas, where a source may have some: between dollar signs, or in a fence that says `math`, be it in character references. */
export async function typesetterFor(source: string): Promise<Typeset | undefined> {
  if (!/[$&]|math/.test(source)) return undefined;
  const { default: temml } = await import("temml");
  const options = { annotate: true, throwOnError: true, trust: false, maxExpand: 1000, macros: { ...macros } };
  return (tex, displayMode) =>
    withoutStyles(withDrawnLines(temml.renderToString(asMathJax(tex), { ...options, displayMode })));
}

const macros = { "\\mbox": String.raw`\text{#1}`, "\\require": String.raw`\@secondoftwo{#1}{}` };

/** TeX with what MathJax reads and Temml does not: equations in three columns, operators by name, and commands that hold from the formula that defines them on. */
function asMathJax(tex: string): string {
  return tex
    .replace(
      /\\DeclareMathOperator(\*?)\s*\{?(\\[a-z]+)\}?\s*\{([^{}]*)\}/giu,
      String.raw`\gdef$2{\operatorname$1{$3}}`,
    )
    .replace(
      /\\(?:(?:re)?newcommand\*?\s*\{?|def(?=\\))(\\[a-z]+)\}?(?:\s*\[([1-9])\])?/giu,
      (_, name: string, count = 0) =>
        [String.raw`\gdef`, name, ...Array.from({ length: Number(count) }, (_, at) => `#${String(at + 1)}`)].join(""),
    )
    .replace(
      /\{eqnarray(\*?)\}([\s\S]*?)\\end\{eqnarray\*?\}/gu,
      (_, star: string, rows: string) =>
        `{align${star}}${rows.replace(/&((?:(?!\\\\)[^&])*)&/gu, "&$1")}\\end{align${star}}`,
    );
}

/** Temml writes lines within matrices, frames, colours and spacing as style attributes, which our policy forbids: here our sheet's classes and attributes of MathML say the same, but for the spacing. */
function withoutStyles(mathml: string): string {
  return mathml
    .replace(/<mrow class="tml-cancel[^"]*"><\/mrow>(?=<\/menclose)/gu, "")
    .replace(/<menclose notation="[^"]*strike"/gu, '$& class="tml-cancel"')
    .replaceAll(' style="padding:3pt;border:1px solid;"', ' class="tml-fbox"')
    .replace(
      /<mtd(?: class="([^"]*)")? style="([^"]*border[^"]*)"/gu,
      (_, named: string | undefined, style: string) => {
        const drawn = Object.entries(sides).filter(([side]) => style.includes(`border-${side}:`));
        const first = style.includes("border-left:") ? `<mtd class="${sides.right}"></mtd>` : "";
        return `${first}<mtd class="${[named ?? [], ...drawn.map(([, line]) => line)].flat().join(" ")}"`;
      },
    )
    .replace(/ style="color:(#[0-9a-f]{6});[^"]*"/giu, (_, colour: string) => ` mathcolor="${colourOf(colour)}"`)
    .replace(/ style="[^"]*"/gu, "");
}

const sides = { top: "tml-overline", bottom: "tml-underline", right: "tml-side" } as const;

/** Relative luminance that stands out from light and dark paper alike, by some 4 to 1. */
const betweenGrounds = 0.2;

/** A colour, `#rrggbb`, made as light as can be read on light and on dark paper: MathML takes one for both. */
function colourOf(colour: string): string {
  const channels = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  const [red = 0, green = 0, blue = 0] = channels;
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const mixed = (channel: number) =>
    light > betweenGrounds
      ? (channel * betweenGrounds) / light
      : channel + ((1 - channel) * (betweenGrounds - light)) / (1 - light);
  const hex = (channel: number) => Math.round(255 * mixed(channel) ** (1 / 2.2)).toString(16);
  return `#${channels.map((channel) => hex(channel).padStart(2, "0")).join("")}`;
}

/** Lines over and under a formula as rows, which our sheet draws: Chromium does not know what MathML 3 encloses them by. */
function withDrawnLines(mathml: string): string {
  const open: string[] = [];
  return mathml.replace(/<menclose notation="(?:top|bottom)"|<(\/?)menclose/gu, (tag, isEnd?: string) => {
    const made = isEnd === undefined ? "<mrow" : tag;
    if (isEnd !== "/") open.push(made);
    return isEnd === "/" && open.pop() === "<mrow" ? "</mrow" : made;
  });
}

/** The class of TeX that stays code, and the code of the warning about it. */
export const badFormula = "math-bad";

/** A paragraph that is one `$$…$$` as a formula of its own lines, as kramdown, Obsidian and GitHub have it; undefined for others. */
export function displayFormula(paragraph: TreeElement, work: Work): TreeNode[] | undefined {
  const [only, ...more] = paragraph.children.filter((child) => !isBlank(child) && child.value !== sentinel.joiner);
  if (more.length > 0 || !isElement(only, "code") || !work.source.startsWith("$$", offsetOf(only))) return undefined;
  only.properties["className"] = ["language-math", "math-display"];
  const made = formula(only, work) ?? [];
  return [element("div", { className: ["math"], tabIndex: 0 }, made)];
}

/** The MathML of a formula (`code.language-math`), undefined for other code; bad TeX stays code, with a warning. */
export function formula(code: TreeElement, work: Work): TreeNode[] | undefined {
  const classes = [code.properties["className"] ?? []].flat();
  if (!classes.includes("language-math")) return undefined;
  // A remark in TeX is shown nowhere; right behind a figure (`50%`) the sign is more likely meant.
  const written = textOf(code);
  const bare = written.replace(/(^|[^\\\d])%.*$/gmu, "$1");
  work.hidesWords ||= bare !== written;
  const tex = restoredCode(bare).trim();
  const display = classes.includes("math-display");
  try {
    if (!work.typeset) throw new Error("no typesetter");
    const value = work.typeset(tex, display);
    work.hasFormulas = true;
    return [{ type: "html", value, words: tex }];
  } catch (error) {
    const message = (error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error)).trim();
    // The parser says where a formula of its own lines stands only by the element around it: `pre` warns of that.
    if (code.position === undefined) code.data = { lang: badFormula, meta: message };
    else warn(work, badFormula, { offset: offsetOf(code), values: { message } });
    code.properties = { className: [badFormula] };
    code.children = [text(tex)];
    return [code];
  }
}
