import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import type { FileReport } from "./file-report.ts";
import type { Parts } from "./front-matter.ts";
import type { Data, Value } from "./front-value.ts";
import { forbidden, forbiddenName, placeOf } from "./source-text.ts";
import { wholeYaml } from "./whole-yaml.ts";

/** A front matter's keys and values, dates as written; undefined (and errors in the report) where it cannot be read. */
export function frontData(parts: Parts, report: FileReport): Data | undefined {
  if (parts.unclosed) {
    const fence = { yaml: "---", toml: "+++", json: "}", none: "" }[parts.format];
    report.error({
      code: "front-matter-open",
      field: "머리말",
      line: Math.max(1, parts.rawLine - 1),
      values: { fence },
    });
    return undefined;
  }
  const control = forbidden.exec(parts.raw);
  if (control) {
    const place = placeOf(parts.raw, control.index);
    report.error({
      code: "control-character",
      field: "머리말",
      line: place.line + parts.rawLine - 1,
      column: place.column,
      values: { character: forbiddenName(control[0]) ?? "" },
    });
    return undefined;
  }
  const data = readers[parts.format](parts, report);
  return data && safeKeys(data, report) ? data : undefined;
}

const readers: Record<Parts["format"], (parts: Parts, report: FileReport) => Data | undefined> = {
  none: () => Object.create(null) as Data,
  yaml: (parts, report) => wholeYaml(parts.raw, parts.rawLine, report),
  toml: readToml,
  json: readJson,
};

function readToml(parts: Parts, report: FileReport): Data | undefined {
  try {
    return plainData(parseToml(parts.raw)) as Data;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = { line: error.line + parts.rawLine - 1, column: error.column };
    report.error({ code: "toml-unreadable", field: "TOML", ...place });
    return undefined;
  }
}

function readJson(parts: Parts, report: FileReport): Data | undefined {
  try {
    return plainData(JSON.parse(parts.raw)) as Data;
  } catch (error) {
    const [, line] = /line (\d+)/u.exec(String(error)) ?? [];
    const [, position] = /position (\d+)/u.exec(String(error)) ?? [];
    const at = line ? Number(line) : placeOf(parts.raw, Number(position ?? 0)).line;
    report.error({ code: "json-unreadable", field: "JSON", line: at + parts.rawLine - 1 });
    return undefined;
  }
}

/** Plain data of what a parser made: dates as they were written, maps without prototype. */
function plainData(value: unknown): Value {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "object" && value !== null) {
    const data = Object.create(null) as Data;
    for (const [key, inner] of Object.entries(value)) data[key] = plainData(inner);
    return data;
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function safeKeys(value: Value, report: FileReport): boolean {
  if (typeof value !== "object" || value === null) return true;
  const safe = Array.isArray(value) || !Object.hasOwn(value, "__proto__");
  if (!safe) report.error({ code: "key-forbidden", field: "__proto__", values: { key: "__proto__" } });
  return safe && Object.values(value).every((inner) => safeKeys(inner as Value, report));
}
