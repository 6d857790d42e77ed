import { z } from "zod";
import { frontMatterSchema } from "#reading/schema.ts";

type FieldName = keyof typeof frontMatterSchema.shape;

/** How a form asks for a field. */
export type FieldKind = "text" | "lines" | "date" | "flag" | "list" | "picture" | "number" | "choice";

/** A field of the front matter as editors are told of it. */
export interface EditorField {
  readonly name: FieldName;
  readonly kind: FieldKind;
  /** What the schema says of it, in Korean. */
  readonly help: string;
  /** The values that a choice has; empty for other kinds. */
  readonly choices: readonly string[];
}

const flags = { type: "boolean" } as const;
const named: Partial<Record<FieldName, FieldKind>> = { date: "date", updated: "date", description: "lines" };
const schema = z.toJSONSchema(frontMatterSchema, { io: "input" });
const properties = schema.properties as Record<FieldName, z.core.JSONSchema.JSONSchema>;

/** All fields in the schema's order. */
export const editorFields: readonly EditorField[] = Object.entries(frontMatterSchema.shape).map(([key, field]) => {
  const name = key as FieldName;
  const choices = (properties[name].enum ?? []).map(String);
  return { name, kind: named[name] ?? kindOf(field), help: field.description ?? "", choices };
});

/** JSON Schema of the front matter: the zod schema's, with true and false as the way to write a flag. */
export const frontMatterJsonSchema = {
  ...schema,
  properties: Object.fromEntries(
    editorFields.map(({ name, kind, help }) => [
      name,
      kind === "flag" ? { description: help, ...flags } : properties[name],
    ]),
  ),
};

/** What the schema makes of a text tells what the field holds. */
function kindOf(field: z.ZodType): FieldKind {
  const { success, data } = field.safeParse("1");
  if (!success) return "choice";
  if (Array.isArray(data)) return "list";
  const kinds = { boolean: "flag", number: "number", object: "picture" } as const;
  return kinds[typeof data as keyof typeof kinds] ?? "text";
}
