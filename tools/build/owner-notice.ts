import type { AstroIntegration } from "astro";
import type { Site } from "#model/site.ts";
import { messageLanguage } from "#text/problems.ts";

const said = {
  ko: "사이트 주소가 아직 예시(seogo.example)입니다. 펴내기 전에 src/site.config.ts의 address를 여러분의 주소로 바꾸세요.",
  en: "The site's address is still the example (seogo.example). Before you publish, set address in src/site.config.ts.",
};

/** Warns at each build as long as the site has the address it came with: feeds, map and canonical links would be wrong. */
export function ownerNotice({ address }: Pick<Site, "address">): AstroIntegration {
  return {
    name: "seogo:owner",
    hooks: {
      "astro:build:done": ({ logger }) => {
        if (new URL(address).hostname === "seogo.example") logger.warn(said[messageLanguage()]);
      },
    },
  };
}
