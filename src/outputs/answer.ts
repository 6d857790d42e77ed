/** The answer of an endpoint in UTF-8; hosts that serve files go by the file's name instead. */
export function answer(body: string | ReadableStream, type: string): Response {
  return new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}
