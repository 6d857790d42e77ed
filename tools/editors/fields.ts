import { z } from "zod";
import { frontMatterSchema } from "#reading/schema.ts";
import { fieldNote } from "#text/fields.ts";
import type { MessageLanguage } from "#text/language.ts";
import widgets from "./widgets.json" with { type: "json" };

type FieldName = keyof typeof frontMatterSchema.shape;

type FieldKind = "text" | "lines" | "date" | "flag" | "list" | "picture" | "number" | "choice";

/** A field of the front matter as editors are told of it. */
export interface EditorField {
  readonly name: FieldName;
  readonly kind: FieldKind;
  /** The values that a choice has; empty for other kinds. */
  readonly choices: readonly string[];
}

const named: Partial<Record<FieldName, FieldKind>> = { date: "date", updated: "date", description: "lines" };
const schema = z.toJSONSchema(frontMatterSchema, { io: "input" });
const properties = schema.properties as Record<FieldName, z.core.JSONSchema.JSONSchema>;

/** All fields in the schema's order. */
export const editorFields: readonly EditorField[] = Object.entries(frontMatterSchema.shape).map(([key, field]) => {
  const name = key as FieldName;
  const choices = (properties[name].enum ?? []).map(String);
  return { name, kind: choices.length > 0 ? "choice" : (named[name] ?? kindOf(field)), choices };
});

/** JSON Schema of the front matter: the zod schema's, each field explained, with true and false as the way to write a flag. */
export function frontMatterJsonSchema(language: MessageLanguage): object {
  const explained = editorFields.map(({ name, kind }) => {
    const description = fieldNote(name, language);
    return [name, { description, ...(kind === "flag" ? { type: "boolean" } : properties[name]) }] as const;
  });
  return { ...schema, properties: Object.fromEntries(explained) };
}

/** The kind of a field that is no choice, told by what the schema makes of a text. */
function kindOf(field: z.ZodType): FieldKind {
  const { data } = field.safeParse("1");
  if (Array.isArray(data)) return "list";
  const kinds = { boolean: "flag", number: "number", object: "picture" } as const;
  return kinds[typeof data as keyof typeof kinds] ?? "text";
}

/** How Pages CMS, Front Matter CMS, Decap (and Sveltia) and Obsidian name the form of a field, and what VS Code's snippet writes for it. */
type Widget = Readonly<Record<"pages" | "front" | "decap", object> & Record<"obsidian" | "snippet", string>>;

/**
 * By kind; what is not named is as for text. The one flag of the forms is `draft`: what is begun in an editor waits until
 * its author says that it is done. Pages CMS takes a default for posts that stand, too: their next edit would take them back.
 */
const own: Partial<Record<FieldKind, Partial<Widget>>> = widgets;

export function widgetOf({ name, kind, choices }: EditorField): Widget {
  const widget = { ...widgets.text, ...own[kind] };
  if (kind === "choice") return { ...widget, snippet: `\${1|${choices.join(",")}|}` };
  return name === "tags" || name === "aliases" ? { ...widget, obsidian: name } : widget;
}
