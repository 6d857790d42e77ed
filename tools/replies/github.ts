import type { Reply } from "#model/replies.ts";
import { ask, at, type Data, listAt, NoAnswer, textAt } from "./ask.ts";
import { type Place, replyOf, type Subjects } from "./place.ts";

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
    fits: (address) => discussion.test(address),
    found: async (subjects) => (repository === undefined ? [] : found(subjects, repository, get)),
    replies: (address) => comments(address, get),
  };
}

type Get = (query: keyof typeof queries, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

async function found(subjects: Subjects, repository: string, get: Get) {
  const [owner, name] = repository.split("/");
  const all = await allOf(
    (after) => get("list", { owner, name, after }),
    (data) => at(data, "repository", "discussions"),
  );
  return all.flatMap((one) => {
    const links = textAt(one, "body").match(/https?:\/\/[^\s<>()"']+/gu) ?? [];
    // giscus has a path in a title without its first slash.
    const subject = [`/${textAt(one, "title")}`, ...links].map(subjects.at).find((post) => post !== undefined);
    return subject && discussion.test(textAt(one, "url")) ? [{ subject, at: textAt(one, "url") }] : [];
  });
}

async function comments(address: string, get: Get): Promise<Reply[]> {
  const [, owner, name, number] = discussion.exec(address) ?? [];
  const top = (data: Data) => at(data, "repository", "discussion");
  let first: Data = {};
  const all = await allOf(
    async (after) => {
      const data = await get("comments", { owner, name, number: Number(number), after });
      first = top(data);
      if (textAt(first, "id") === "") throw new NoAnswer("404");
      return data;
    },
    (data) => at(top(data), "comments"),
  );
  const replies = replyIn(hasOwnWords(first) ? first : {}, undefined);
  for (const one of all) {
    const id = textAt(one, "id");
    replies.push(...replyIn(one, undefined));
    const below = listAt(at(one, "replies"), "nodes");
    const inner = nextOf(at(one, "replies"));
    if (inner !== undefined)
      below.push(
        ...(await allOf(
          (after) => get("answers", { id, inner: after ?? inner }),
          (data) => at(data, "node", "replies"),
        )),
      );
    replies.push(...below.flatMap((answer) => replyIn(answer, `github:${id}`)));
  }
  return replies;
}

/** All pages of a list. */
async function allOf(get: (after: string | undefined) => Promise<Data>, list: (data: Data) => Data): Promise<Data[]> {
  const all: Data[] = [];
  let after: string | undefined;
  do {
    const part: Data = list(await get(after));
    all.push(...listAt(part, "nodes"));
    const next = nextOf(part);
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return all;
}

function nextOf(list: Data): string | undefined {
  const { hasNextPage, endCursor } = at(list, "pageInfo");
  return hasNextPage === true && typeof endCursor === "string" ? endCursor : undefined;
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
