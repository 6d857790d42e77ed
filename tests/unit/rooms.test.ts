import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** Rooms that any may use and the table need not name: what is kept, how it is told, in which words. */
const common = /^(?:cache|cores|messages|text|site\.config\.ts)(?:\/|$)/u;

/** What each row of the table names as used, by the folders of the row. */
const table = new Map(
  [...readFileSync("docs/architecture.md", "utf8").matchAll(/^\| (.+?) \| .+ \| (.+?) \|$/gmu)].flatMap(
    ([, folders = "", used = ""]) => {
      const named = quoted(used);
      return quoted(folders).map((folder) => [folder, used === "모두" ? undefined : named] as const);
    },
  ),
);

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name);
}

/** The modules of other rooms that the files of a folder import, as the table names them: `model/post.ts`. */
function importsOf(folder: string): Set<string> {
  const own = `#${folder.replace(/^src\//u, "")}`;
  const files = globSync(`${folder}**/*.{ts,mjs,astro}`).filter((file) => !file.startsWith("src/content/"));
  const found = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/\b(?:from|import)\s*\(?"(#[\w./-]+)(?:\?raw)?"/gu),
  ]);
  const modules = found.map(([, name = ""]) => name).filter((name) => !name.startsWith(own));
  return new Set(modules.map((name) => name.replace(/^#(?:tools\/)?/u, "")));
}

/** Whether a module is the one, or of the room, that the table names. */
function isOf(module: string, name: string): boolean {
  return module === name || module.startsWith(`${name}/`);
}

test("docs/architecture.md has a row for every room, which names all rooms that it uses", () => {
  const rooms = [...globSync("src/*/"), ...globSync("tools/*/")].map((folder) => `${folder.replace(/\/?$/u, "")}/`);
  assert.ok(rooms.length > 20);
  assert.deepEqual(
    rooms.filter((room) => !table.has(room) && room !== "src/owner/"),
    [],
  );
  const untold = rooms.flatMap((room) => {
    const named = table.get(room);
    if (named === undefined) return [];
    const ofRow = [...table].flatMap(([folder, other]) =>
      other === named ? [folder.replace(/^src\/|\/$/gu, "")] : [],
    );
    const isNamed = (module: string) => [...named, ...ofRow].some((name) => isOf(module, name));
    return [...importsOf(room)].filter((module) => !common.test(module) && !isNamed(module)).map((one) => [room, one]);
  });
  assert.deepEqual(untold, []);
});

test("every file that docs/architecture.md names in a room is there, in both languages", () => {
  for (const guide of ["docs/architecture.md", "docs/en/architecture.md"]) {
    const named = [...readFileSync(guide, "utf8").matchAll(/`([\w-]+\/[\w/-]+\.(?:ts|astro))`/gu)];
    const left = named.filter(([, name = ""]) => !["", "src/", "tools/"].some((room) => existsSync(room + name)));
    assert.ok(named.length > 40);
    assert.deepEqual(
      left.map(([, name]) => name),
      [],
    );
  }
});

test("the table names no room that its row does not use", () => {
  const rows = Map.groupBy([...table], ([, named]) => named);
  const idle = [...rows].flatMap(([named = [], folders]) => {
    const used = folders.flatMap(([folder]) => (folder.endsWith("/") ? [...importsOf(folder)] : named));
    return named.filter((name) => !used.some((module) => isOf(module, name))).map((name) => [folders[0]?.[0], name]);
  });
  assert.deepEqual(idle, []);
});
