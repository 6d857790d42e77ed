import { readFileSync } from "node:fs";
import type { APIRoute } from "astro";
import type { Picture } from "#model/post.ts";
import { openLibrary, picturesOf } from "#site/library.ts";
import { changed } from "#site/static-paths.ts";

/** Every picture of a published post, once, under its content-hashed name. */
export const getStaticPaths = async () =>
  changed(
    "pictures",
    picturesOf(await openLibrary()).map((picture) => ({
      params: paramsOf(picture.path),
      props: { picture },
      file: picture.path.slice(1),
      key: () => picture.path,
    })),
  );

/** With an ending of its own in the route, the dev server answers without a slash at the end, as hosts do. */
function paramsOf(path: string) {
  const [, name, type] = /^\/pictures\/(.+)\.([^.]+)$/u.exec(path) ?? [];
  return { name, type };
}

export const GET: APIRoute<{ picture: Picture }> = ({ props }) => new Response(readFileSync(props.picture.file));
