import type { EditorField, FieldKind } from "./fields.ts";

/** How each editor names the form of a field. */
interface Widget {
  /** Pages CMS: a field's `type` and what goes with it. */
  readonly pages: object;
  /** Front Matter CMS. */
  readonly front: object;
  /** Decap and Sveltia CMS. */
  readonly decap: object;
  /** Type of a property in Obsidian. */
  readonly obsidian: string;
  /** What a snippet of VS Code writes after the key. */
  readonly snippet: string;
}

const text: Widget = {
  pages: { type: "string" },
  front: { type: "string", single: true },
  decap: { widget: "string" },
  obsidian: "text",
  snippet: '"$1"',
};

const widgets: Record<FieldKind, Widget> = {
  text,
  lines: { ...text, pages: { type: "text" }, front: { type: "string" }, decap: { widget: "text" } },
  date: {
    pages: { type: "date", options: { time: true, format: "yyyy-MM-dd HH:mm" } },
    front: { type: "datetime", default: "{{now}}", isPublishDate: true },
    decap: { widget: "datetime", default: "{{now}}", format: "YYYY-MM-DD HH:mm" },
    obsidian: "datetime",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variables.
    snippet: "${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}",
  },
  // The one flag of the forms is `draft`: what is begun in an editor waits until its author says that it is done. Pages
  // CMS takes a default for posts that stand, too: their next edit would take them back.
  flag: {
    pages: { type: "boolean" },
    front: { type: "boolean", default: true },
    decap: { widget: "boolean", default: true },
    obsidian: "checkbox",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variables.
    snippet: "${1|true,false|}",
  },
  list: {
    pages: { type: "string", list: true },
    front: { type: "list" },
    decap: { widget: "list" },
    obsidian: "multitext",
    snippet: '["$1"]',
  },
  picture: {
    ...text,
    pages: { type: "image" },
    front: { type: "image", isPreviewImage: true },
    decap: { widget: "image" },
  },
  number: { ...text, obsidian: "number", snippet: "$1" },
  choice: text,
};

/** The forms of one field. */
export function widgetOf({ name, kind, choices }: EditorField): Widget {
  const widget = widgets[kind];
  if (kind === "choice") return { ...widget, snippet: `\${1|${choices.join(",")}|}` };
  return name === "tags" || name === "aliases" ? { ...widget, obsidian: name } : widget;
}
