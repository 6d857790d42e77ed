/** The rows of a CSV (RFC 4180) or TSV text as maps by the names in its first row; fields in quotes may hold line ends. */
export function rowsOf(text: string, mark: "," | "\t"): Record<string, string>[] {
  const rows: string[][] = [[]];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\n]*))(${mark}|\\n|$)`, "gu");
  for (const [whole, inQuotes, plain = "", end] of text.replace(/\r\n?/gu, "\n").trimEnd().matchAll(field)) {
    if (whole === "" && end === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push((inQuotes?.replaceAll('""', '"') ?? plain).trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  const [names = [], ...rest] = rows.filter((row) => row.some((cell) => cell !== ""));
  return rest.map((cells) => Object.fromEntries(names.map((key, index) => [key, cells[index] ?? ""])));
}
