import { answer } from "./answer.ts";
import { feedFormats, type FeedFormat } from "./feed-address.ts";
import { feedText } from "./feed-formats.ts";
import type { Feed, ItemBody } from "./feed.ts";

/** A feed as plain data, which any thread can write that finds the bodies of its items in the store. */
export interface UnwrittenFeed {
  readonly format: FeedFormat;
  readonly feed: Feed;
}

const unwritten = new WeakMap<Response, UnwrittenFeed>();

/** The feed that an answer of `feedAnswer` is written from; undefined where a body of it is Astro's to make (MDX). */
export function unwrittenFeed(response: Response): UnwrittenFeed | undefined {
  return unwritten.get(response);
}

/** The answer of a feed's route, written when it is read: a build, which makes most of them, has other cores write them instead. */
export function feedAnswer(format: FeedFormat, feed: Feed, bodyOf: ItemBody): Response {
  const pull = async (stream: ReadableStreamDefaultController) => {
    stream.enqueue(new TextEncoder().encode(await feedText(format, feed, bodyOf)));
    stream.close();
  };
  const response = answer(new ReadableStream({ pull }, { highWaterMark: 0 }), feedFormats[format].type);
  if (feed.items.every((item) => item.format === "md")) unwritten.set(response, { format, feed });
  return response;
}
