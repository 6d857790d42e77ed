import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where a server's program is: an environment variable (`SEOGO_NGINX`), one of the places given, or the PATH. */
export function programAt(name: string, places: readonly string[]): string | undefined {
  const told = process.env[`SEOGO_${name.toUpperCase()}`];
  const found = spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim();
  return [told, ...places, found].find((place) => place !== undefined && place !== "" && existsSync(place));
}

/** Why a server's tests cannot run here; false where it is installed. Where `CI` is set a missing server fails instead. */
export function missingServer(name: string, program: string | undefined): string | false {
  if (program !== undefined) return false;
  const words = `${name}: 이 컴퓨터에 없어 실제 서버 시험을 하지 못했습니다`;
  if (process.env["CI"]) throw new Error(words);
  return words;
}
