/** A quoted value in a program's text. */
export function settingOf(text: string, key: string): string | undefined {
  return new RegExp(`\\b${key}\\s*:\\s*(["'\`])(?:\\./)?(.*?)/?\\1`, "u").exec(text)?.[2];
}

/** The object behind a key in a program's text as it is written, with objects in it two deep; empty where there is none. */
export function objectIn(text: string, key: string): string {
  return new RegExp(String.raw`\b${key}\s*:\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`, "u").exec(text)?.[0] ?? "";
}
