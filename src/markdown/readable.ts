/** An address with its Hangul to be read; escapes that are ASCII, or no UTF-8, stay. */
export function readable(address: string): string {
  return address.replace(/(?:%[89a-f][0-9a-f])+/giu, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
