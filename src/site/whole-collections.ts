import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { entrySchema } from "#model/post.ts";
import { repliesSchema } from "#model/replies.ts";
import { pages, posts, replies } from "#reading/collections.ts";

const ours = { posts: [posts, entrySchema], pages: [pages, entrySchema], replies: [replies, repliesSchema] } as const;

/** Throws a Failure that names each collection by which content would go unread without a word; called at the end of `src/content.config.ts`. */
export function checkCollections(all: Readonly<Record<string, { loader?: unknown; schema?: unknown }>>): void {
  const file = "src/content.config.ts";
  const changed = Object.entries(ours).filter(
    ([name, [loader, schema]]) => all[name]?.loader !== loader || all[name]?.schema !== schema,
  );
  const empty = Object.entries(all).filter(([, { loader }]) => loader === undefined);
  const messages = [
    ...changed.map(([name]) => errorOf("collection-changed", { name }, { file })),
    ...empty.map(([name]) => errorOf("collection-loader", { name }, { file })),
  ];
  if (messages.length > 0) throw new Failure(messages);
}
