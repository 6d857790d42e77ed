import { escapedPattern } from "#model/escape.ts";
import type { Kind, Step } from "#tools/import/shared/blog.ts";
import { withoutLiquid } from "#tools/import/body/liquid.ts";
import { dataIn, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { textAt, valueAt } from "#tools/import/shared/values.ts";
import { withFenceTitles, withoutMdx } from "./dialects.ts";
import { gatsbyRule, hexoRule, routeRule, type Rule } from "./rules.ts";

/** What a Markdown file is called. */
export const markdown = /\.(?:md|markdown|mdx)$/iu;

/** A kind of folder of Markdown files: all that tells one from another. */
export interface FolderKind extends Omit<Kind, "read"> {
  /** Folders that may hold posts, the likeliest first; `` is the whole folder. */
  readonly posts: readonly string[];
  /** The folder of drafts, and that of standing pages. */
  readonly drafts?: string;
  readonly pages?: string;
  /** Folders that are published as they are, and those that only pages and templates take pictures from. */
  readonly published: readonly string[];
  readonly assets: readonly string[];
  readonly lineBreaks: "keep" | "commonmark";
  /** Keys that hold the post's old address. */
  readonly addressKeys: readonly string[];
  /** Absent where no rule of addresses can be read: Obsidian, a bare folder, velog, whose addresses are its own. */
  readonly rule?: (tree: SourceTree, folder: string) => Rule;
  /** What its bodies need before the steps that all do. */
  readonly steps: readonly Step[];
}

const usual = {
  published: ["public"],
  assets: ["src/assets", "assets", "src"],
  lineBreaks: "commonmark",
  addressKeys: [],
  steps: [withoutMdx],
} as const;
const sources = ["content/blog", "content/posts", "content", "_posts", "posts", "blog", "data/blog"];

/** What builders make sites of, in the order in which they are asked. */
export const siteKinds: readonly FolderKind[] = [
  {
    ...usual,
    name: "hexo",
    label: "Hexo",
    signs: ofPackage("hexo", /^source\/_posts\//u),
    posts: ["source/_posts"],
    drafts: "source/_drafts",
    pages: "source",
    published: ["source"],
    built: () => /^(?:public|themes|scaffolds|\.deploy_git)\//u,
    lineBreaks: "keep",
    rule: hexoRule,
    steps: [withFenceTitles, withoutLiquid],
  },
  {
    ...usual,
    name: "gatsby",
    label: "Gatsby",
    signs: ofPackage("gatsby", /^gatsby-config\.\w+$/u),
    posts: [...sources, "src/posts", "src/content", "src/pages"],
    published: ["static"],
    built: () => /^public\//u,
    rule: gatsbyRule,
  },
  {
    ...usual,
    name: "astro",
    label: "Astro",
    signs: ofPackage("astro", /^astro\.config\.\w+$/u),
    posts: ["src/data/blog", "src/content/blog", "src/content/posts", "src/content/post", "src/content", ...sources],
    rule: routeRule,
  },
  {
    ...usual,
    name: "next",
    label: "Next.js",
    signs: ofPackage("next", /^next\.config\.\w+$/u),
    posts: [...sources, "src/content", "src/posts", "src/_posts", "contents", "data"],
    rule: routeRule,
  },
];

/** Folders of notes that no builder is known of, in the order in which they are asked. */
export const noteKinds: readonly FolderKind[] = [
  {
    ...usual,
    name: "obsidian",
    label: "Obsidian",
    signs: ofFiles((file) => file.startsWith(".obsidian/")),
    posts: [""],
    published: [],
    assets: [""],
    built: (tree) => {
      const own = textAt(dataIn(tree, ".obsidian/templates.json"), "folder");
      return new RegExp(`(?:^|/)\\.(?:obsidian|trash)/|^(?:_?templates?|${escapedPattern(own ?? "templates")})/`, "iu");
    },
    lineBreaks: "keep",
  },
  {
    ...usual,
    name: "velog",
    label: "velog",
    signs: (tree) =>
      textsLike(tree, /^(?:released_at|url_slug|is_private|is_temp)\s*:|velog\.velcdn\.com|velog\.io\/@/mu),
    posts: ["content", ""],
    published: [],
    assets: ["", "content"],
    lineBreaks: "keep",
    addressKeys: ["link", "url", "permalink", "original_url"],
  },
  {
    ...usual,
    name: "markdown",
    label: "Markdown",
    signs: (tree) => textsLike(tree, /^---\n(?:(?!---)[^\n]*\n)*?(?:title|date)\s*:/u),
    posts: ["content", "_posts", "posts", ""],
    published: ["public", "static"],
    assets: ["", "content"],
    addressKeys: ["link", "url", "permalink", "original_url"],
  },
];

/** The package that a site depends on, and files that tell it, too. */
function ofPackage(name: string, files: RegExp): Kind["signs"] {
  return (tree) => {
    const known = valueAt(dataIn(tree, "package.json"), `dependencies.${name}`, `devDependencies.${name}`);
    return [...(known === undefined ? [] : [`package.json: ${name}`]), ...ofFiles((file) => files.test(file))(tree)];
  };
}

/** The first files that a test takes, as signs. */
export function ofFiles(test: (file: string, tree: SourceTree) => boolean): Kind["signs"] {
  return (tree) => tree.files.filter((file) => test(file, tree)).slice(0, 2);
}

/** The first Markdown file whose text has a mark. */
function textsLike(tree: SourceTree, mark: RegExp): string[] {
  const files = tree.files.filter((file) => markdown.test(file)).slice(0, 500);
  return [files.find((file) => mark.test(tree.text(file))) ?? []].flat();
}
