import type { Page } from "playwright-core";

/** What a page's browser has refused under a policy, as it comes: page, directive, address and sample of each. */
export async function refusalsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeBinding("seogoViolation", (_, words: string) => found.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const told = (globalThis as unknown as { seogoViolation: (words: string) => void }).seogoViolation;
      told(`${decodeURI(location.pathname)} ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return found;
}

/** In a page: the addresses of the other sites' pictures that it does not show. */
export async function unseenPictures(): Promise<string[]> {
  const remote = [...document.images].filter(({ src }) => new URL(src).origin !== location.origin);
  for (const image of remote) image.loading = "eager";
  const seen = await Promise.all(
    remote.map((image) =>
      image.decode().then(
        () => true,
        () => false,
      ),
    ),
  );
  return remote.filter((_, index) => !seen[index]).map(({ src }) => src);
}
