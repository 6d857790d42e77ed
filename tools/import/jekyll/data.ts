import { valueIn } from "#tools/import/shared/front-matter.ts";
import type { SourceTree } from "#tools/import/shared/source-tree.ts";
import { isMap, textOf } from "#tools/import/shared/values.ts";

/** A simple value of the site's `_data` under these keys (`["people", "kim", "name"]`, `["links", "0"]`); undefined for all else. */
type DataAt = (keys: readonly string[]) => string | undefined;

/** Reads files of a Jekyll site's `_data` as they are asked for. */
export function jekyllData(tree: SourceTree, root: string): DataAt {
  const known = new Map<string, unknown>();
  const files = tree.files.filter((file) => file.startsWith(`${root}_data/`));
  const contentOf = (file: string): unknown => {
    if (!known.has(file)) known.set(file, valueIn(tree.text(file), file.split(".").at(-1) ?? "")?.value);
    return known.get(file);
  };
  return (keys) => {
    for (let count = keys.length; count > 0; count -= 1) {
      const stem = `${root}_data/${keys.slice(0, count).join("/")}`;
      const file = files.find((name) => name.replace(/\.\w+$/u, "").normalize("NFC") === stem.normalize("NFC"));
      if (file !== undefined) return textOf(below(contentOf(file), keys.slice(count)));
    }
    return undefined;
  };
}

function below(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? itemOf(at, key) : isMap(at) ? at[key] : undefined),
    value,
  );
}

function itemOf(list: readonly unknown[], key: string): unknown {
  if (key === "size") return list.length;
  if (key === "first" || key === "last") return list.at(key === "first" ? 0 : -1);
  return /^-?\d+$/u.test(key) ? list.at(Number(key)) : undefined;
}
