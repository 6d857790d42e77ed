import { rooms, type Room, type Spent } from "#cores/spent.ts";
import type { publishText } from "#text/publishing.ts";

type Words = Pick<ReturnType<typeof publishText>, "rooms" | "spentHead">;

/** What a build's parts took as a table: seconds of processor time, their share of all, seconds by the clock. */
export function spentTable(spent: ReadonlyMap<Room, Spent>, text: Words): string {
  const rows = rooms.map((room) => ({ name: text.rooms[room], ...(spent.get(room) ?? { cpu: 0, wall: 0 }) }));
  const sum = (key: "cpu" | "wall") => rows.reduce((all, row) => all + row[key], 0);
  const all = { name: text.rooms.all, cpu: sum("cpu"), wall: sum("wall") };
  const line = ({ name, cpu, wall }: typeof all) => {
    const share = Math.round((cpu / all.cpu) * 100);
    return `${cpu.toFixed(1).padStart(8)} ${`${String(share)}%`.padStart(6)} ${wall.toFixed(1).padStart(8)}  ${name}`;
  };
  return [text.spentHead, ...rows.map(line), line(all)].join("\n");
}
