/**
 * An answer that keeps its text: a build asks for the bytes alone, and a stream would have them encoded, cut and joined.
 * Read it by `body`, `arrayBuffer` or `text`.
 */
export class TextResponse extends Response {
  readonly #text: string;

  constructor(text: string, type: string) {
    super(null, { headers: { "Content-Type": `${type}; charset=utf-8` } });
    this.#text = text;
  }

  override get body(): Response["body"] {
    return new Response(this.#text).body;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(this.#text).buffer;
  }

  override async text(): Promise<string> {
    return this.#text;
  }
}
