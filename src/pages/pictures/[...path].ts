import type { APIRoute } from "astro";
import { encodeAll } from "#reading/picture-encoder.ts";
import { encodingOf, type PictureFile, publishedBytes } from "#reading/picture-files.ts";
import { openLibrary, picturesOf } from "#site/library.ts";
import { changed } from "#site/static-paths.ts";
import { messageLanguage } from "#text/language.ts";
import { publishText } from "#text/publishing.ts";

/** Every file of the pictures of published posts, once, under its content-hashed name; in a build made before any page. */
export const getStaticPaths = async () => {
  const all = picturesOf(await openLibrary()).map((picture) => ({
    params: { path: picture.path.slice("/pictures/".length) },
    props: { picture },
    file: picture.path.slice(1),
    key: () => picture.path,
  }));
  const wanted = changed("pictures", all);
  const encodings = (paths: typeof wanted) => paths.flatMap(({ props }) => encodingOf(props.picture) ?? []);
  if (!import.meta.env.DEV) await encodeAll(encodings(wanted), encodings(all), progress());
  return wanted;
};

export const GET: APIRoute<{ picture: PictureFile }> = async ({ props }) =>
  new Response(new Uint8Array(await publishedBytes(props.picture)));

/** Tells of long work, every two seconds. */
function progress(): (done: number, count: number) => void {
  let toldAt = Date.now();
  return (done, count) => {
    if (Date.now() - toldAt < 2000) return;
    toldAt = Date.now();
    console.log(publishText(messageLanguage()).encoding(done, count));
  };
}
