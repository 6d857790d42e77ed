import { isMainThread } from "node:worker_threads";

/** Parts of a build's work. */
export const rooms = ["start", "read", "render", "pages", "feeds", "proof", "placing"] as const;
export type Room = (typeof rooms)[number];

/** Processor time, of all threads, and time by the clock, both in seconds. */
export interface Spent {
  readonly cpu: number;
  readonly wall: number;
}

const known = new Map<Room, Spent>();
let room: Room = "start";
let before: Spent = { cpu: 0, wall: 0 };

/** Counts what the process, or a worker's thread, spends from now on to a part, until the next call; both begin with `start`. */
export function nowSpending(next: Room): void {
  if (next === room) return;
  settle();
  room = next;
}

/** Counts what was spent since it was last counted. */
function settle(): void {
  // Node 22 does not tell what one thread takes.
  const { user, system } = isMainThread ? process.cpuUsage() : (process.threadCpuUsage?.() ?? { user: 0, system: 0 });
  const now = { cpu: (user + system) / 1e6, wall: performance.now() / 1000 };
  add(room, { cpu: now.cpu - before.cpu, wall: now.wall - before.wall });
  before = now;
}

/** Counts what another thread spent to its own parts instead of the one that went on meanwhile. */
export function spentElsewhere(spent: ReadonlyMap<Room, Spent>): void {
  for (const [on, { cpu }] of spent) {
    add(on, { cpu, wall: 0 });
    add(room, { cpu: -cpu, wall: 0 });
  }
}

/** What a worker's thread has spent since it was last asked, by part. */
export function spentSince(): ReadonlyMap<Room, Spent> {
  const since = new Map(spentByRoom());
  known.clear();
  return since;
}

/** What the process has spent until now, by part. */
export function spentByRoom(): ReadonlyMap<Room, Spent> {
  settle();
  return known;
}

/** The same, with what a child process spent while this one waited for it. */
export function spentToo(others: ReadonlyMap<Room, Spent> = new Map()): ReadonlyMap<Room, Spent> {
  const waited = [...others.values()].reduce((sum, { wall }) => sum + wall, 0);
  for (const [of, spent] of others) add(of, spent);
  add("start", { cpu: 0, wall: -waited });
  return spentByRoom();
}

function add(to: Room, { cpu, wall }: Spent): void {
  const sum = known.get(to) ?? { cpu: 0, wall: 0 };
  known.set(to, { cpu: sum.cpu + cpu, wall: sum.wall + wall });
}
