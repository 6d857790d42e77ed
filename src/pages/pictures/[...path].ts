import type { APIRoute } from "astro";
import type { Picture } from "#model/post.ts";
import { pictureBytes } from "#reading/pictures.ts";
import { openLibrary, picturesOf } from "#site/library.ts";
import { changed } from "#site/static-paths.ts";

/** Every picture of a published post, once, under its content-hashed name. */
export const getStaticPaths = async () =>
  changed(
    "pictures",
    picturesOf(await openLibrary()).map((picture) => ({
      params: { path: picture.path.slice("/pictures/".length) },
      props: { picture },
      file: picture.path.slice(1),
      key: () => picture.path,
    })),
  );

export const GET: APIRoute<{ picture: Picture }> = ({ props }) =>
  new Response(new Uint8Array(pictureBytes(props.picture.file) ?? []));
