import { lastSound } from "./last-sound.ts";

/** Particles (조사) by their two forms: after a consonant, after a vowel. */
export type Particle = "을/를" | "이/가" | "은/는" | "과/와" | "으로/로";

const unsure: Readonly<Record<Particle, string>> = {
  "을/를": "을(를)",
  "이/가": "이(가)",
  "은/는": "은(는)",
  "과/와": "과(와)",
  "으로/로": "(으)로",
};

/** The form of a particle that follows a word: `particle("책", "을/를")` is 을; both forms where the reading is unknown. */
export function particle(word: string, pair: Particle): string {
  const sound = lastSound(word);
  if (sound === undefined) return unsure[pair];
  const [closed = "", open = ""] = pair.split("/");
  return sound === "vowel" || (sound === "rieul" && pair === "으로/로") ? open : closed;
}

/** The word with its particle: `withParticle("iPhone", "을/를")` is `iPhone을`. */
export function withParticle(word: string, pair: Particle): string {
  return `${word}${particle(word, pair)}`;
}
