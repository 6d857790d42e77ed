import { parse, TomlError } from "smol-toml";
import { dataOf } from "#tools/import/shared/front-matter.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { isMap } from "#tools/import/shared/values.ts";

type Data = Record<string, unknown>;

/** A Hugo site's settings with all keys in lower case, merged as Hugo merges them; undefined where there are none. */
export function hugoSettings(tree: SourceTree): Data | undefined {
  const singles = tree.files.filter((file) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/u.test(file));
  const single = singles.find((file) => file.startsWith("hugo")) ?? singles[0];
  const folders = ["config/_default/", "config/production/"];
  const parts = folders.flatMap((folder) =>
    tree.files
      .filter((file) => file.startsWith(folder) && /\.(?:toml|ya?ml|json)$/u.test(file))
      .map((file) => inFolder(tree, file, folder)),
  );
  if (single === undefined && parts.length === 0) return undefined;
  return [single === undefined ? {} : read(tree, single), ...parts].reduce<Data>(merged, {});
}

/** `params.ko.toml` is `languages.ko.params`; `hugo.toml` and `config.toml` are the root. */
function inFolder(tree: SourceTree, file: string, folder: string): Data {
  const [name = "", language] = file.slice(folder.length).toLowerCase().split(".").slice(0, -1);
  const data = read(tree, file);
  if (file.slice(folder.length).includes("/")) return {};
  const isRoot = name === "hugo" || name === "config" || (name === "languages" && language !== undefined);
  const own = isRoot ? data : { [name]: data };
  return language === undefined ? own : { languages: { [language]: own } };
}

function read(tree: SourceTree, file: string): Data {
  const format = file.split(".").at(-1) ?? "";
  const text = tree.text(file);
  const data = dataOf(text, format)?.data ?? (format === "toml" ? withoutBrokenLines(text) : {});
  return lowered(data) as Data;
}

/** TOML without the lines that its parser refuses, so that one typo does not cost all settings. */
function withoutBrokenLines(text: string): Data {
  const lines = text.split("\n");
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return parse(lines.join("\n"));
    } catch (error) {
      if (!(error instanceof TomlError) || lines[error.line - 1] === "") return {};
      lines[error.line - 1] = "";
    }
  }
  return {};
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowered(item)]));
}

function merged(base: Data, over: Data): Data {
  const result: Data = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return result;
}
