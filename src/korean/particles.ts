import { lastSound } from "./last-sound.ts";

/** Particles (조사) by their two forms: after a consonant, after a vowel. */
export type Particle = "을/를" | "이/가" | "은/는" | "과/와" | "으로/로";

const unsettled: Readonly<Record<Particle, string>> = {
  "을/를": "을(를)",
  "이/가": "이(가)",
  "은/는": "은(는)",
  "과/와": "과(와)",
  "으로/로": "(으)로",
};
const pairs: ReadonlyMap<string, Particle> = new Map([
  ["을(를)", "을/를"],
  ["를(을)", "을/를"],
  ["이(가)", "이/가"],
  ["가(이)", "이/가"],
  ["은(는)", "은/는"],
  ["는(은)", "은/는"],
  ["과(와)", "과/와"],
  ["와(과)", "과/와"],
  ["(으)로", "으로/로"],
]);
const bothForms = /(?:을\(를|를\(을|이\(가|가\(이|은\(는|는\(은|과\(와|와\(과)\)|\(으\)로/gu;

/** The form of a particle that follows a word: `particle("책", "을/를")` is 을; both forms where the reading is unknown. */
export function particle(word: string, pair: Particle): string {
  const sound = lastSound(word);
  if (sound === undefined) return unsettled[pair];
  const [closed = "", open = ""] = pair.split("/");
  return sound === "vowel" || (sound === "rieul" && pair === "으로/로") ? open : closed;
}

/** A message with each `을(를)`, `이(가)`, `(으)로` … settled by the word before it, where that can be read. */
export function withParticles(message: string): string {
  return message.replace(bothForms, (written, at: number) => {
    const pair = pairs.get(written);
    return pair === undefined ? written : particle(message.slice(0, at), pair);
  });
}
