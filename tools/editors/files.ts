import { stringify } from "yaml";
import { fieldNote } from "#text/fields.ts";
import type { MessageLanguage } from "#text/language.ts";
import { said, type Word } from "#text/words.ts";
import codeSettings from "./code-settings.json" with { type: "json" };
import { type EditorField, editorFields, frontMatterJsonSchema, widgetOf } from "./fields.ts";

/** Where editors put pictures, and how a post names them: in `src/content/` they are found, and published in their sizes. */
const [media, mediaPath] = ["src/content/images", "/images"];

/** A field that forms ask for. */
interface Form extends EditorField {
  readonly label: string;
  readonly help: string;
}

interface Collection {
  readonly name: "posts" | "pages";
  readonly label: string;
  readonly folder: string;
  readonly forms: readonly Form[];
}

/** Every file that tells an editor of the front matter, by path from the root. */
export function editorFiles(language: MessageLanguage): Map<string, string> {
  const text = (word: Word) => said(word, {}, language);
  const forms = formsIn(language);
  const onPages = forms.filter(({ name }) => ["title", "description", "slug"].includes(name));
  const both: Collection[] = [
    { name: "posts", label: text("editors-posts"), folder: "src/content/posts", forms },
    { name: "pages", label: text("editors-pages"), folder: "src/content/pages", forms: onPages },
  ];
  const obsidian = editorFields.map((field) => [field.name, widgetOf(field).obsidian]);
  return new Map([
    [".pages.yml", stringify(pagesCms(both, text("editors-body")))],
    ["docs/editors/decap/config.yml", stringify(decapCms(both, text("editors-body")))],
    ["frontmatter.json", json(frontMatterCms(both))],
    [
      "docs/editors/front-matter.schema.json",
      json({ title: text("editors-schema"), ...frontMatterJsonSchema(language) }),
    ],
    [".vscode/markdown.code-snippets", json(snippets(forms, text("editors-post"), language))],
    // A picture that is pasted or dropped comes to lie beside its post, as VS Code does where nothing is said.
    [".vscode/settings.json", json(codeSettings)],
    [".vscode/extensions.json", json({ recommendations: ["eliostruyf.vscode-front-matter"] })],
    ["docs/editors/obsidian/types.json", json({ types: Object.fromEntries(obsidian) })],
    ["docs/editors/obsidian/글.md", obsidianTemplate(forms)],
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Fields that forms ask for, in their order. */
const asked = "title date draft description categories tags series image imageAlt slug".split(" ");

/** The other fields an author adds by hand: no form of these editors takes away what it does not ask for. */
function formsIn(language: MessageLanguage): Form[] {
  return asked.flatMap((name) =>
    editorFields
      .filter((field) => field.name === name)
      .map((field) => ({
        ...field,
        label: said(`field-${name}` as Word, {}, language),
        help: fieldNote(name, language),
      })),
  );
}

/** A field of a form as an editor is told of it, each in words of its own. */
function fieldFor(editor: "pages" | "decap" | "front") {
  return (form: Form) => ({
    name: form.name,
    [editor === "front" ? "title" : "label"]: form.label,
    [editor === "decap" ? "hint" : "description"]: form.help,
    ...(editor !== "front" && { required: form.name === "title" }),
    ...widgetOf(form)[editor],
  });
}

/** Pages CMS drops Hangul from file names that it makes of titles, so they are made of the time. */
function pagesCms(both: readonly Collection[], body: string): object {
  const newest = {
    fields: ["title", "date", "draft"],
    sort: ["date", "title"],
    default: { sort: "date", order: "desc" },
  };
  const content = both.map(({ name, label, folder, forms }) => ({
    name,
    label,
    type: "collection",
    path: folder,
    filename: { template: "{year}{month}{day}-{hour}{minute}{second}.md", field: "create" },
    view: name === "posts" ? newest : { fields: ["title"] },
    fields: [...forms.map(fieldFor("pages")), { name: "body", label: body, type: "rich-text" }],
  }));
  return { media: { input: media, output: mediaPath }, settings: { content: { merge: true } }, content };
}

function decapCms(both: readonly Collection[], body: string): object {
  const collections = both.map(({ name, label, folder, forms }) => ({
    name,
    label,
    folder,
    create: true,
    slug: "{{slug}}",
    fields: [...forms.map(fieldFor("decap")), { name: "body", label: body, widget: "markdown" }],
  }));
  return {
    backend: { name: "github", repo: "OWNER/REPOSITORY", branch: "main" },
    media_folder: media,
    public_folder: mediaPath,
    slug: { encoding: "unicode", clean_accents: false },
    collections,
  };
}

/** What is of the type `default` gets no line that names its type. */
function frontMatterCms(both: readonly Collection[]): object {
  const typeOf = (name: string) => (name === "posts" ? "default" : name);
  const contentTypes = both.map(({ name, forms }) => ({
    name: typeOf(name),
    pageBundle: false,
    clearEmpty: true,
    fields: forms.map(fieldFor("front")),
  }));
  return {
    $schema: "https://frontmatter.codes/frontmatter.schema.json",
    "frontMatter.framework.id": "astro",
    "frontMatter.preview.host": "http://localhost:4321",
    "frontMatter.content.publicFolder": "src/content",
    "frontMatter.content.pageFolders": both.map(({ name, label, folder }) => ({
      title: label,
      path: `[[workspace]]/${folder}`,
      filePrefix: "",
      contentTypes: [typeOf(name)],
    })),
    "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd HH:mm",
    "frontMatter.taxonomy.contentTypes": contentTypes,
  };
}

function snippets(forms: readonly Form[], post: string, language: MessageLanguage): object {
  const head = forms.map((form, at) => `${form.name}: ${widgetOf(form).snippet.replace("1", String(at + 1))}`);
  const fields = editorFields.map((field) => {
    const description = fieldNote(field.name, language);
    return [field.name, { prefix: field.name, body: `${field.name}: ${widgetOf(field).snippet}`, description }];
  });
  return {
    post: { prefix: ["post", "글"], body: ["---", ...head, "---", "", "$0"], description: post },
    ...Object.fromEntries(fields),
  };
}

function obsidianTemplate(forms: readonly Form[]): string {
  const begun: Partial<Record<string, string>> = {
    title: '"{{title}}"',
    date: "{{date:YYYY-MM-DD[T]HH:mm}}",
    draft: "true",
  };
  return `---\n${forms.map(({ name }) => `${name}: ${begun[name] ?? ""}`.trimEnd()).join("\n")}\n---\n\n`;
}
