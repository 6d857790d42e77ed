import type { Reply } from "#model/replies.ts";
import { allOf, ask, at, type Data, type Found, listAt, NoAnswer, type Place, replyOf, textAt } from "./place.ts";

const discussion = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/discussions\/(\d+)$/u;
const page = "pageInfo{hasNextPage endCursor}";
const comment = "id url bodyHTML createdAt isMinimized deletedAt author{login url}";
const answers = `replies(first:100,after:$inner){${page} nodes{${comment}}}`;
const queries = {
  list: `query($owner:String!,$name:String!,$after:String){repository(owner:$owner,name:$name){discussions(first:100,after:$after){${page} nodes{url title body}}}}`,
  comments: `query($owner:String!,$name:String!,$number:Int!,$after:String,$inner:String){repository(owner:$owner,name:$name){discussion(number:$number){id url body bodyHTML createdAt author{login url} comments(first:50,after:$after){${page} nodes{${comment} ${answers}}}}}}`,
  answers: `query($id:ID!,$inner:String){node(id:$id){...on DiscussionComment{${answers}}}}`,
};

/** What GitHub Discussions hold: those that posts name, and those of `repository` (`owner/name`) that giscus keeps by a post's path or that link to one. GitHub answers to a token alone. */
export function github(repository: string | undefined, token = "", api = "https://api.github.com/graphql"): Place {
  const get = async (query: keyof typeof queries, variables: Readonly<Record<string, unknown>>) => {
    if (token === "") throw new NoAnswer("GITHUB_TOKEN");
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const answer = await ask(api, { headers, body: { query: queries[query], variables } });
    const [error] = listAt(answer, "errors");
    if (error) throw new NoAnswer(textAt(error, "message"));
    return at(answer, "data");
  };
  return {
    name: "github",
    missing: token === "" && repository !== undefined ? "GITHUB_TOKEN" : undefined,
    pages: discussion,
    found: async () => (repository === undefined ? [] : found(repository, get)),
    replies: (address) => comments(address, get),
  };
}

type Get = (query: keyof typeof queries, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

async function found(repository: string, get: Get): Promise<Found[]> {
  const [owner, name] = repository.split("/");
  const all = await allOf(async (after) =>
    partOf(at(await get("list", { owner, name, after }), "repository", "discussions")),
  );
  return all.map((one) => {
    const links = textAt(one, "body").match(/https?:\/\/[^\s<>()"']+/gu) ?? [];
    // giscus has a path in a title without its first slash.
    return { at: textAt(one, "url"), links: [`/${textAt(one, "title")}`, ...links] };
  });
}

async function comments(address: string, get: Get): Promise<Reply[]> {
  const [, owner, name, number] = discussion.exec(address) ?? [];
  let first: Data = {};
  const all = await allOf(async (after) => {
    first = at(await get("comments", { owner, name, number: Number(number), after }), "repository", "discussion");
    if (textAt(first, "id") === "") throw new NoAnswer("404");
    return partOf(at(first, "comments"));
  });
  const replies = replyIn(hasOwnWords(first) ? first : {}, undefined);
  for (const one of all) {
    const id = textAt(one, "id");
    const { all: below, next } = partOf(at(one, "replies"));
    const more = async (inner = next) => partOf(at(await get("answers", { id, inner }), "node", "replies"));
    const answers = next === undefined ? below : [...below, ...(await allOf(more))];
    replies.push(...replyIn(one, undefined), ...answers.flatMap((answer) => replyIn(answer, `github:${id}`)));
  }
  return replies;
}

/** A list as GitHub divides it. */
function partOf(list: Data): { all: Data[]; next: string | undefined } {
  const more = at(list, "pageInfo")["hasNextPage"] === true && textAt(list, "pageInfo", "endCursor");
  return { all: listAt(list, "nodes"), next: more || undefined };
}

/** Whoever opened it may have written more than the address that our link puts there; giscus writes nothing of its own. */
function hasOwnWords(one: Data): boolean {
  return (
    !/^giscus(?:\[bot\])?$/u.test(textAt(one, "author", "login")) &&
    /\p{L}/u.test(textAt(one, "body").replace(/https?:\S+/gu, ""))
  );
}

function replyIn(one: Data, to: string | undefined): Reply[] {
  if (one["isMinimized"] === true || textAt(one, "deletedAt") !== "") return [];
  return replyOf({
    id: `github:${textAt(one, "id")}`,
    to,
    name: textAt(one, "author", "login") || "ghost",
    person: textAt(one, "author", "url"),
    url: textAt(one, "url"),
    date: textAt(one, "createdAt"),
    html: textAt(one, "bodyHTML"),
  });
}
