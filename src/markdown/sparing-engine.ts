import type { RegexEngine, RegexEngineString } from "shiki";

type Scanner = ReturnType<RegexEngine["createScanner"]>;
type Find = Scanner["findNextMatchSync"];
type Match = ReturnType<Find>;

/**
 * An engine that finds what another finds for less: a grammar has the same patterns in dozens of its scanners, and here
 * each is compiled once, and searched for once between two places where it stands in a line.
 */
export function sparingEngine(engine: RegexEngine): RegexEngine {
  const patterns = new Map<string, Pattern>();
  const patternOf = (source: string) => {
    const pattern = patterns.get(source) ?? new Pattern(source, engine);
    patterns.set(source, pattern);
    return pattern;
  };
  return {
    createString: (content) => engine.createString(content),
    createScanner: (sources) => scannerOf(sources.map((source) => patternOf(String(source)))),
  };
}

/** The first match of any pattern, and of those that begin at one place the first pattern's. */
function scannerOf(patterns: readonly Pattern[]): Scanner {
  return {
    findNextMatchSync(string, from, options) {
      let best: Match = null;
      let index = 0;
      for (let at = 0; at < patterns.length; at += 1) {
        const match = patterns[at]?.find(string, from, options) ?? null;
        if (match === null || (best !== null && startOf(match) >= startOf(best))) continue;
        best = match;
        index = at;
        if (startOf(match) === from) break;
      }
      return best && { ...best, index };
    },
  };
}

/** One pattern, and where it was last found. */
class Pattern {
  readonly #source: string;
  readonly #engine: RegexEngine;
  /** `\G` stands for the place where a search begins: what was found from another place tells nothing. */
  readonly #depends: boolean;
  #scanner: Scanner | undefined;
  #string: string | RegexEngineString | undefined;
  #from = 0;
  #options = 0;
  #match: Match = null;

  constructor(source: string, engine: RegexEngine) {
    this.#source = source;
    this.#engine = engine;
    this.#depends = source.includes("\\G");
  }

  find(...[string, from, options]: Parameters<Find>): Match {
    const searched = this.#string === string && this.#options === options && this.#from <= from && !this.#depends;
    if (searched && (this.#match === null || startOf(this.#match) >= from)) return this.#match;
    this.#string = string;
    this.#from = from;
    this.#options = options;
    this.#scanner ??= this.#engine.createScanner([this.#source]);
    this.#match = this.#scanner.findNextMatchSync(string, from, options);
    return this.#match;
  }
}

function startOf(match: NonNullable<Match>): number {
  return match.captureIndices[0]?.start ?? 0;
}
