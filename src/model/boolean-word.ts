/** A word of Go or YAML 1.1 for true or false, in lower case (`yes`, `on`, `1`); undefined for any other. */
export function booleanWord(word: string): boolean | undefined {
  if (/^(?:true|yes|on|y|1)$/u.test(word)) return true;
  return /^(?:false|no|off|n|0)$/u.test(word) ? false : undefined;
}
