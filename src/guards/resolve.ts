import { decodedPath } from "#model/address.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";

/** What an address in a page means. */
export type Target =
  { readonly kind: "outside" } | { readonly kind: "inside"; readonly path: string; readonly fragment: string };

/** Fragments and files in which the URL standard changes no character, so that nothing need be parsed. */
const plainFragment = /^#[^\p{Cc}\p{Cs}\s%]*$/u;
const plainFile = /^[^\p{Cc}\p{Cs}\s%?#\\]*$/u;

/** Whether an address means the same on every page of a site. */
export function isSameEverywhere(address: string): boolean {
  return (address.startsWith("/") && !address.startsWith("//")) || /^https?:\/\//iu.test(address);
}

/** Resolves addresses as a browser on a page would; those that mean the same everywhere are resolved once. */
export function resolver(site: Pick<BuiltSite, "address">): (file: string, address: string) => Target {
  const known = new Map<string, Target>();
  return (file, address) => {
    if (plainFragment.test(address) && plainFile.test(file))
      return { kind: "inside", path: addressOf(file), fragment: fragmentOf(address) };
    if (!isSameEverywhere(address)) return resolved(address, file, site.address);
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
  const plain = fragmentOf(hash);
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function fragmentOf(hash: string): string {
  return hash.slice(1).replace(/:~:.*$/u, "");
}
