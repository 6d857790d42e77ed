const foreign = /<((?:\w+:)?foreignObject)\b(?:[^>]*\/>|[\s\S]*?<\/\1\s*>)/giu;

/**
 * An SVG without its foreign parts (HTML inside a drawing, which draw.io writes beside the same words as plain text),
 * undefined where it holds script, event attributes, script addresses or other markup that acts.
 */
export function stillSvg(source: string): string | undefined {
  const still = source.includes("foreignObject") ? source.replace(foreign, "") : source;
  return acts(still) ? undefined : still;
}

function acts(source: string): boolean {
  const text = source.replace(/&#x?[0-9a-f]+;|\s+/giu, " ");
  return /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b|\son[a-z]+\s*=|javascript\s*:|data\s*:\s*text\/html|<!ENTITY/iu.test(
    text,
  );
}
