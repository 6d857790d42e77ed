import { decodedPath } from "#model/address.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";

/** What an address in a page means. */
export type Target =
  { readonly kind: "outside" } | { readonly kind: "inside"; readonly path: string; readonly fragment: string };

/** Fragments in which the URL standard changes no character, so that nothing need be parsed. */
const plainFragment = /^#[^\p{Cc}\p{Cs}\s%]*$/u;

/** Whether an address means the same on every page of a site. */
export function isSameEverywhere(address: string): boolean {
  return (address.startsWith("/") && !address.startsWith("//")) || /^(?:https?:\/\/|mailto:)/iu.test(address);
}

/** Resolves addresses as a browser on a page would; those that mean the same everywhere are resolved once. */
export function resolver(site: Pick<BuiltSite, "address">): (file: string, address: string) => Target {
  const known = new Map<string, Target>();
  return (file, address) => {
    if (plainFragment.test(address)) return { kind: "inside", path: addressOf(file), fragment: fragmentOf(address) };
    if (!isSameEverywhere(address)) return resolved(address, file, site.address);
    const target = known.get(address) ?? resolved(address, undefined, site.address);
    known.set(address, target);
    return target;
  };
}

/** The built file that answers a path, as it stands or as a folder; undefined where none does. */
export function answering(site: Pick<BuiltSite, "files">, path: string): string | undefined {
  const file = fileFor(path);
  if (site.files.has(file)) return file;
  const folder = `${path.slice(1)}/index.html`;
  return site.files.has(folder) ? folder : undefined;
}

/** `file` is needed for addresses that do not mean the same everywhere. */
function resolved(address: string, file: string | undefined, home: string): Target {
  const base = file === undefined ? home : new URL(encodeURI(`.${addressOf(file)}`), home);
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
