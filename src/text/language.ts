/** The language messages are printed in. */
export type MessageLanguage = "ko" | "en";

/** What is the matter and how to fix it; `{name}` stands for the value of that name. */
export type MessageText = readonly [what: string, fix?: string];

/** English where the environment's language begins with `en`, else Korean. */
export function messageLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): MessageLanguage {
  const written = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^en/iu.test(written) ? "en" : "ko";
}
