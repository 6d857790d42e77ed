import { pathToFileURL } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import { defineHastPlugin, type HastPluginDefinition, htmlToHast, mdxToHast } from "satteri";
import { onceEach } from "#model/once.ts";
import { readersText } from "./composed-text.ts";
import { featuresFor, preparedMdx } from "./prepare.ts";
import { finished } from "./render.ts";
import { type BodyOptions, type RenderedBody, workOn } from "./work.ts";
import { restoredText } from "./sentinels.ts";
import { mutableTree, type TreeNode } from "./tree.ts";

/** Finds the options of one `.mdx` file from its address. */
type OptionsOf = (file: URL | undefined) => BodyOptions;

/** The steps of `renderBody` as one plugin over the tree of an `.mdx` file; its source must come from `preparedMdx`. */
export function mdxSteps(optionsOf: OptionsOf): HastPluginDefinition {
  return defineHastPlugin({
    name: "seogo",
    options: { position: true },
    async after(root, context) {
      const work = workOn(context.source, optionsOf(context.fileURL));
      const tree = mutableTree(root as TreeNode);
      await finished(tree, work);
      tree.children = (tree.children ?? []).flatMap(withoutHtmlNodes);
      context.replaceNode(root, tree as never);
    },
  });
}

/** The tree with its nodes of ready HTML (formulas, drawings) as elements, for MDX has no place for HTML. */
function withoutHtmlNodes(node: TreeNode): TreeNode[] {
  if (node.type === "more") return [];
  if (node.type === "html") {
    const parsed = htmlToHast(node.value ?? "", { fragment: true }) as TreeNode;
    return (parsed.children ?? []).map(mutableTree);
  }
  if (node.children) node.children = node.children.flatMap(withoutHtmlNodes);
  return [node];
}

type MakeRenderer = NonNullable<ReturnType<typeof satteri>["createMdxRenderer"]>;
type Process = Awaited<ReturnType<MakeRenderer>>["process"];

/** The processor for `mdx({ processor })`: Astro's own with Seogo's steps, and the source prepared before it is parsed, which a plugin cannot do. */
export function mdxProcessor(optionsOf: OptionsOf, { language }: Pick<BodyOptions, "language">) {
  return {
    ...processorIn(language, optionsOf),
    createMdxRenderer(...[shared, mdx]: Parameters<MakeRenderer>) {
      const settings = { ...shared, syntaxHighlight: false as const, smartypants: false };
      const rendererIn = onceEach((words: BodyOptions["language"]) =>
        processorIn(words, optionsOf).createMdxRenderer(settings, mdx),
      );
      // In the dev server a file that has a mistake is what it was before; the reader tells the mistake.
      const lastGood = new Map<string, Awaited<ReturnType<Process>>>();
      const process: Process = async (content, file, frontMatter) => {
        try {
          const options = optionsOf(pathToFileURL(file));
          const renderer = await rendererIn(options.language);
          const prepared = preparedMdx(readersText(content, true), options);
          const made = await renderer.process(prepared, file, framed(file, frontMatter));
          lastGood.set(file, { ...made, code: restoredText(made.code) });
        } catch (error) {
          if (!lastGood.has(file)) throw error;
        }
        return lastGood.get(file) as Awaited<ReturnType<Process>>;
      };
      return Promise.resolve({ process });
    },
  };
}

/** Astro's own processor with Seogo's steps, whose parser names footnotes in a language. */
function processorIn(language: BodyOptions["language"], optionsOf: OptionsOf) {
  // One set of features serves all files, so `$` is a formula for the parser, and where it is none it never gets there.
  const features = featuresFor(": [[ $$ [^ {", { language, math: true });
  const processor = satteri({ features, hastPlugins: [mdxSteps(optionsOf)] });
  const { createMdxRenderer } = processor;
  if (!createMdxRenderer) throw new Error("@astrojs/markdown-satteri 0.4 or later is needed to render .mdx files");
  return { ...processor, createMdxRenderer };
}

/** The front matter of a file; below `src/pages/` a page that names no layout gets the frame of a site's own pages. */
export function framed(file: string, frontMatter: Record<string, unknown> = {}): Record<string, unknown> {
  const isPage = /[\\/]src[\\/]pages[\\/]/u.test(file);
  return isPage ? { layout: "#site/OwnPage.astro", ...frontMatter } : frontMatter;
}

/** What lists and heads ask of an `.mdx` body: all of a RenderedBody but the HTML, which only its own components can make. */
export async function readMdxBody(source: string, options: BodyOptions): Promise<RenderedBody> {
  const prepared = preparedMdx(source, options);
  const work = workOn(prepared, options);
  const root = mdxToHast(prepared, { features: featuresFor(prepared, options), position: true }) as TreeNode;
  return { html: "", ...(await finished(root, work)) };
}
