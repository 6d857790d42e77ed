/** A day `YYYY-MM-DD` as prose has it: `2026년 11월 22일`. */
export function pageDate(day: string): string {
  const [year, month, date] = parts(day);
  return `${String(year)}년 ${String(month)}월 ${String(date)}일`;
}

/** A day `YYYY-MM-DD` as lists have it, by the rule of a full stop and a blank after each part: `2026. 11. 22.` */
export function listDate(day: string): string {
  const [year, month, date] = parts(day);
  return `${String(year)}. ${String(month)}. ${String(date)}.`;
}

function parts(day: string): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, -6)), Number(day.slice(-5, -3)), Number(day.slice(-2))];
}
