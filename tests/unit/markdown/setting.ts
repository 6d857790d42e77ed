import { evaluate } from "satteri";
import { printedAttribute, type PropertyValue } from "#markdown/tree.ts";
import { escapedText } from "#model/escape.ts";
import { featuresFor, preparedMdx } from "#markdown/prepare.ts";
import { mdxSteps } from "#markdown/mdx.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, RenderedBody } from "#markdown/work.ts";

const pictures: Readonly<Record<string, BodyOptions["picture"] extends (a: string) => infer P ? P : never>> = {
  "책.png": { file: "src/content/posts/책.png", path: "/pictures/book-0123456789.png", width: 800, height: 400 },
  "길.jpg": { file: "src/content/posts/길.jpg", path: "/pictures/road-0123456789.jpg", width: 640, height: 480 },
  "바다.jpg": {
    file: "src/content/posts/바다.jpg",
    path: "/pictures/0123456789.webp",
    width: 1296,
    height: 972,
    widths: [640],
  },
};

/** The options a test starts from. */
export const plain: BodyOptions = {
  lineBreaks: "commonmark",
  quotes: "keep",
  ellipsis: false,
  math: false,
  language: "ko",
  picture: (address) => pictures[address],
  link: (address) =>
    /초안/u.test(address)
      ? ""
      : address === "[[다른 글]]" || address === "../다른-글.md"
        ? "/posts/다른-글/"
        : /^\[\[(?:다른 글)?#/u.test(address)
          ? "/posts/다른-글/#절"
          : undefined,
  base: "/",
  host: "seogo.example",
};

/** Renders with some options changed. */
export function rendered(source: string, options: Partial<BodyOptions> = {}): Promise<RenderedBody> {
  return renderBody(source, { ...plain, ...options });
}

/** One paragraph's inner HTML. */
export async function line(source: string, options: Partial<BodyOptions> = {}): Promise<string> {
  const { html } = await rendered(source, options);
  return html.trim().replace(/^<p>|<\/p>$/g, "");
}

/** The codes of a body's warnings with their places: `markup-left 3:1`. */
export function places(body: RenderedBody): string[] {
  return body.warnings.map(({ code, line, column }) => `${code} ${String(line)}:${String(column)}`);
}

type Printed = { readonly html: string };
const voids = new Set(["br", "hr", "img", "input"]);
const fragment = Symbol("fragment");

function printedChildren(children: unknown): string {
  if (Array.isArray(children)) return children.map(printedChildren).join("");
  if (children === null || children === undefined || typeof children === "boolean") return "";
  if (typeof children === "object" && "html" in children) return (children as Printed).html;
  return escapedText(String(children));
}

function jsx(type: unknown, props: unknown): Printed {
  const { children, ...rest } = props as Record<string, unknown>;
  if (typeof type === "function") return type(props) as Printed;
  const inside = printedChildren(children);
  if (type === fragment) return { html: inside };
  const attributes = Object.entries(rest).map(([key, value]) => printedAttribute(key, value as PropertyValue));
  const tag = `<${String(type)}${attributes.join("")}>`;
  return { html: voids.has(String(type)) ? tag : `${tag}${inside}</${String(type)}>` };
}

/** The HTML that an `.mdx` source becomes. */
export async function renderedMdx(source: string, options: Partial<BodyOptions> = {}): Promise<string> {
  const all = { ...plain, ...options };
  const prepared = preparedMdx(source, all);
  const made = await evaluate(prepared, {
    ...{ Fragment: fragment, jsx, jsxs: jsx, elementAttributeNameCase: "html" },
    features: featuresFor(prepared, all),
    hastPlugins: [mdxSteps(() => all)],
  });
  return (made["default"] as (props: object) => Printed)({}).html;
}
