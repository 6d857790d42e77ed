import { rooms, type Room, type Spent } from "#cores/spent.ts";
import { messageLanguage } from "#text/language.ts";
import { said } from "#text/words.ts";

/** What a build's parts took as a table: seconds of processor time, their share of all, seconds by the clock. */
export function spentTable(spent: ReadonlyMap<Room, Spent>, language = messageLanguage()): string {
  const rows = rooms.map((room) => ({
    name: said(`spent-${room}`, {}, language),
    ...(spent.get(room) ?? { cpu: 0, wall: 0 }),
  }));
  const sum = (key: "cpu" | "wall") => rows.reduce((all, row) => all + row[key], 0);
  const all = { name: said("spent-all", {}, language), cpu: sum("cpu"), wall: sum("wall") };
  const line = ({ name, cpu, wall }: typeof all) => {
    const share = Math.round((cpu / all.cpu) * 100);
    return `${cpu.toFixed(1).padStart(8)} ${`${String(share)}%`.padStart(6)} ${wall.toFixed(1).padStart(8)}  ${name}`;
  };
  return [said("spent-head", {}, language), ...rows.map(line), line(all)].join("\n");
}
