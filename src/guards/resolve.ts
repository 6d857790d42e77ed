import { decodedPath } from "#model/address.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";

/** What an address in a page means. */
export type Target =
  { readonly kind: "outside" } | { readonly kind: "inside"; readonly path: string; readonly fragment: string };

/** Resolves addresses as a browser on a page would; addresses from the root are resolved once for the whole site. */
export function resolver(site: Pick<BuiltSite, "address">): (file: string, address: string) => Target {
  const known = new Map<string, Target>();
  return (file, address) => {
    const fromRoot = address.startsWith("/") && !address.startsWith("//");
    if (!fromRoot) return resolved(address, file, site.address);
    const before = known.get(address);
    if (before !== undefined) return before;
    const target = resolved(address, file, site.address);
    known.set(address, target);
    return target;
  };
}

/** The built file that answers a path, as it stands or as a folder; undefined where none does. */
export function answering(site: Pick<BuiltSite, "files">, path: string): string | undefined {
  return [fileFor(path), `${path.slice(1)}/index.html`].find((file) => site.files.has(file));
}

function resolved(address: string, file: string, home: string): Target {
  const base = new URL(encodeURI(`.${addressOf(file)}`), home);
  const url = URL.parse(address, base);
  const path = url === null ? undefined : decodedPath(url.href, { address: home });
  if (url === null || path === undefined) return { kind: "outside" };
  return { kind: "inside", path, fragment: decodedFragment(url.hash) };
}

function decodedFragment(hash: string): string {
  const plain = hash.slice(1).replace(/:~:.*$/u, "");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
