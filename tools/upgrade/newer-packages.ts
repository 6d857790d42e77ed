/** Packages that `npm outdated --json` knows newer versions of, a line for each; none where it could not ask. */
export function newerPackages(answer: string): string[] {
  const found = JSON.parse(answer || "{}") as Record<string, { current?: string; latest?: string }>;
  return Object.entries(found).flatMap(([name, { current, latest }]) =>
    latest === current ? [] : [`${name} ${current ?? "–"} → ${latest}`],
  );
}
