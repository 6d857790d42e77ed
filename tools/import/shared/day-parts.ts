const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The part of a day (`YYYY-MM-DD`) that permalink patterns of Hugo, Jekyll and Hexo name so; undefined for any other name. */
export function dayPart(name: string, day: string): string | undefined {
  const [year = "", month = "", date = ""] = day.split("-");
  const at = new Date(`${day}T00:00:00Z`);
  const long = months[Number(month) - 1] ?? "";
  const yearDay = String(Math.floor((at.getTime() - Date.UTC(Number(year), 0, 1)) / 86_400_000) + 1);
  const parts: Readonly<Record<string, string>> = {
    year: year.replace(/^0+/u, ""),
    short_year: year.slice(2),
    month,
    i_month: month.replace(/^0/u, ""),
    monthname: long,
    long_month: long,
    short_month: long.slice(0, 3),
    day: date,
    i_day: date.replace(/^0/u, ""),
    weekday: String(at.getUTCDay()),
    weekdayname: weekdays[at.getUTCDay()] ?? "",
    yearday: yearDay,
    y_day: yearDay.padStart(3, "0"),
  };
  return parts[{ "2006": "year", "01": "month", "02": "day" }[name] ?? name];
}
