import type { APIRoute } from "astro";
import { makeAll, type PictureFile, publishedBytes } from "#reading/picture-files.ts";
import { openLibraries, picturesOf } from "#site/library.ts";
import { changed } from "#site/changed.ts";
import { said } from "#text/words.ts";

/** Every file of the pictures of published posts, once, under its content-hashed name; in a build made before any page. */
export const getStaticPaths = async () => {
  const pictures = picturesOf(await openLibraries());
  const all = pictures.map((picture) => ({
    params: { path: picture.path.slice("/pictures/".length) },
    props: { picture },
    file: picture.path.slice(1),
    key: () => picture.path,
  }));
  const wanted = changed("pictures", all);
  const say = (done: number, count: number) => console.log(said("pictures-encoded", { done, count }));
  if (!import.meta.env.DEV)
    await makeAll(
      wanted.map(({ props }) => props.picture),
      pictures,
      say,
    );
  return wanted;
};

export const GET: APIRoute<{ picture: PictureFile }> = async ({ props }) =>
  new Response(new Uint8Array(await publishedBytes(props.picture)));
