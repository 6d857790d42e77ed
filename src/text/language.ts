export type MessageLanguage = "ko" | "en";

/** English where the environment's language begins with `en`, else Korean. */
export function messageLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): MessageLanguage {
  const written = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^en/iu.test(written) ? "en" : "ko";
}
