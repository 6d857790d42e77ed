/** Addresses that pages of the site itself take, as `reading/address-book.ts` has them. */
const reserved =
  /^\/(?:|404\/|(?:posts|subscribe)\/|posts\/page\/\d+\/|(?:categories|tags|series|archive|pictures|_astro)\/.*|page\/\d+\/)$/u;

/** Whether Seogo itself answers at an address. */
export function isReserved(path: string): boolean {
  return reserved.test(path);
}
