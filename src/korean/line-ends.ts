const hangul = "[\\uAC00-\\uD7A3]";
/** Signs that close a word or belong to it; those that part words (`,` `/` `-` `~` `·`) may end a line. */
const closing = "[\\p{Pe}\\p{Pf}%‰#.!?°′″℃℉®™©*]";
/** A gloss is held to its word only while it is short enough to travel with it; no line begins with the sign of a range or a middle dot. */
const gloss = "[~∼·]|[\\p{Ps}\\p{Pi}]\\S{1,14}(?:\\s|$)";
const joints = new RegExp(`(?<=${closing})(?=${hangul})|(?<=${hangul})(?=${gloss})`, "gu");
const closes = new RegExp(`^${closing}$`, "u");

/**
 * Text in which no line begins with a particle torn from its word: browsers break between a closing sign and Hangul
 * (`(설명)|을`, `‘말’|이라고`, `5%|를`) even under `word-break: keep-all`, so `joint` stands there, which is whatever holds
 * a line together where the text goes. `before` is the text that stands just before.
 */
export function heldTogether(text: string, joint: string, before = ""): string {
  const held = text.replace(joints, joint);
  return /^[가-힣]/u.test(text) && closes.test(before.slice(-1)) ? joint + held : held;
}
