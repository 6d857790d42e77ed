import type { ReadingMessages } from "./problems-reading.ts";

/** What the reading room says in English, by code. */
export const readingEn: ReadingMessages = {
  "file-too-large": ({ bytes, maxBytes }) => ({
    what: `The file is too large (${bytes} bytes, limit ${maxBytes})`,
    fix: "Split the post, or raise maxBytes in src/site.config.ts",
  }),
  "encoding-not-utf8": ({ encoding, from, file }) => ({
    what: `The file is ${encoding}, not UTF-8`,
    fix: `Convert it with npm run doctor -- --fix, or with iconv -f ${from} -t utf-8 '${file}' > new.md`,
  }),
  "encoding-unknown": () => ({ what: "The file is not UTF-8", fix: "Save it as UTF-8 in your editor" }),
  "front-matter-open": ({ fence }) => ({
    what: "The front matter is not closed",
    fix: `Put a line with ${fence} where it ends`,
  }),
  "front-matter-close": ({ found, fence }) => ({
    what: `The line that closes the front matter is not exact: “${found}”`,
    fix: `Write ${fence} alone, without blanks`,
  }),
  "front-matter-fence": ({ found, fence }) => ({
    what: `The line that opens the front matter is not exact: “${found}”`,
    fix: `Write its first and last line as ${fence}, from the beginning of the line`,
  }),
  "front-matter-missing": ({ fence }) => ({
    what: `This looks like front matter, but no ${fence} opens it`,
    fix: `Put a line with ${fence} above it and one where it ends; if it is text, begin with another sentence`,
  }),
  "front-matter-below": () => ({
    what: "This looks like front matter, but text stands before it",
    fix: "Move it to the top of the file; if it is an example, put it into a code block (```)",
  }),
  "front-matter-no-map": () => ({
    what: "The front matter has no ‘name: value’",
    fix: "Write one field a line, as in title: Title",
  }),
  "control-character": ({ character, value }) => ({
    what: `An invisible control character: ${character ?? value}`,
    fix: "Delete it",
  }),
  "half-character": () => ({
    what: "There is half of a character (a lone surrogate)",
    fix: "Delete it and write it again",
  }),
  "control-character-removed": ({ character }) => ({
    what: `An invisible control character was left out: ${character}`,
    fix: "Delete it from the file too",
  }),
  "yaml-alias": () => ({
    what: "YAML references (*name) are not allowed",
    fix: "Write the value again, or put it in quotes",
  }),
  "yaml-tab": () => ({ what: "The line begins with a tab", fix: "Use spaces" }),
  "yaml-quote-open": () => ({ what: "The quote is not closed", fix: "Put the same quote at the end of the value" }),
  "yaml-needs-quotes": () => ({
    what: "The value holds a sign that YAML reads otherwise",
    fix: "Put the whole value in quotes",
  }),
  "yaml-needs-quotes-list": () => ({
    what: "The list holds a sign that YAML reads otherwise",
    fix: "Put each item in quotes",
  }),
  "yaml-quote-tail": () => ({ what: "A quote closes inside the value", fix: "Put all of it in the other quotes" }),
  "yaml-odd-blank": () => ({ what: "The line begins with blanks of another kind", fix: "Indent it with spaces" }),
  "yaml-odd-colon": () => ({ what: "There is a full-width colon (：)", fix: "Write an ordinary colon and a blank" }),
  "yaml-colon-blank": () => ({ what: "There is no blank after the colon", fix: "Put a blank after it" }),
  "yaml-list-open": () => ({ what: "The list is not closed", fix: "Put ] at its end" }),
  "yaml-no-key": () => ({
    what: "The line is no “name: value”",
    fix: "If it is text, close the front matter with a line --- above it",
  }),
  "yaml-unreadable": () => ({ what: "This is not YAML", fix: "Look at the indentation and the quotes" }),
  "toml-unreadable": () => ({ what: "This is not TOML", fix: "Put texts in quotes and write name = value" }),
  "json-unreadable": () => ({ what: "This is not JSON", fix: "Look at the quotes and the commas" }),
  "key-forbidden": ({ key }) => ({ what: `This name is not allowed: ${key}`, fix: "Delete the line" }),
  "key-repeated": ({ key }) => ({ what: `The name comes twice, the last one counts: ${key}`, fix: "Keep one" }),
  "key-typo": ({ written, meant }) => ({
    what: `Unknown name: ${written}. Did you mean ${meant}?`,
    fix: `The right name is ${meant}`,
  }),
  "not-text": ({ value }) => ({ what: `A text should stand here: ${value}`, fix: "Write one line in quotes" }),
  "not-yes-or-no": ({ value }) => ({ what: `Neither true nor false: ${value}`, fix: "Write true or false" }),
  "not-a-list": ({ value }) => ({ what: `Not a list: ${value}`, fix: 'Write it as ["one", "two"]' }),
  "too-many-labels": () => ({ what: "More than 100 on one post", fix: "Keep at most 100" }),
  "not-a-picture": ({ value }) => ({
    what: `Not a picture's path: ${value}`,
    fix: "Write a file's path, as in image: cover.png",
  }),
  "not-a-number": ({ value }) => ({ what: `Not a number: ${value}`, fix: "Write only a number, as in 10" }),
  "unsafe-address": ({ value }) => ({
    what: `An address that cannot be a link: ${value}`,
    fix: "Write an address that begins with https://, or the name of a licence",
  }),
  "not-a-choice": ({ value }) => ({
    what: `Not one of the choices: ${value}`,
    fix: "Use a value from the table in README",
  }),
  "date-unreadable": ({ value }) => ({ what: `Not a date: ${value}`, fix: "Write it as 2020-06-01" }),
  "date-impossible": ({ value, year, month, lastDay }) => ({
    what: `No such day: ${value}`,
    fix: `Month ${month} of ${year} has ${lastDay} days; fix the day`,
  }),
  "month-impossible": ({ value }) => ({ what: `No such month: ${value}`, fix: "Use a month from 01 to 12" }),
  "time-impossible": ({ value }) => ({
    what: `No such time, only the day counts: ${value}`,
    fix: "Use a time from 00:00:00 to 23:59:59",
  }),
  "date-missing": () => ({ what: "No date; the post is listed as undated", fix: "Add a date, as in date: 2020-06-01" }),
  "title-missing": ({ title }) => ({ what: `No title; it is shown as: ${title}`, fix: "Add a title" }),
  "symbolic-link": () => ({ what: "Symbolic links are not published", fix: "Replace the link with the file" }),
  "mdx-file-name": () => ({ what: "An MDX file's name may not hold # ? %", fix: "Take these signs out of the name" }),
  "address-reserved": ({ address }) => ({
    what: `The site itself uses this address: ${address}`,
    fix: "Change the slug or the file's name",
  }),
  "address-of-page": ({ address, file }) => ({
    what: `A page of your own (${file}) stands at ${address}`,
    fix: "Change the address written here, or the name of that file",
  }),
  "address-taken": ({ address, other }) => ({
    what: `Another post has the same address: ${address} (${other})`,
    fix: "Change the slug or the file's name of one of the two",
  }),
  "alias-name": ({ alias }) => ({
    what: `Read as another name and not as an address: ${alias}`,
    fix: "If it is an old address, begin it with / as in /posts/old-name/",
  }),
  "alias-reserved": ({ address }) => ({
    what: `The site itself uses this address, it cannot lead elsewhere: ${address}`,
    fix: "Take the address out of aliases",
  }),
  "yaml-comment": () => ({
    what: "What follows # is a comment in YAML, but was read as text",
    fix: "Put the whole value in quotes",
  }),
  "address-in-public": ({ address, file }) => ({
    what: `A file in public/ has the same address: ${address} (${file})`,
    fix: "Delete that file, or change the slug of the post",
  }),
  "page-in-public": ({ address }) => ({
    what: `The file has the address of a page of the site: ${address}`,
    fix: "Delete the file",
  }),
  "alias-taken": ({ address, other }) => ({
    what: `Another post lives at this old address: ${address} (${other})`,
    fix: "Take the address out of aliases",
  }),
  "picture-outside": ({ address }) => ({
    what: `A picture outside the repository: ${address}`,
    fix: "Move it beside the post",
  }),
  "picture-unreadable": ({ file }) => ({ what: `The picture file is broken: ${file}`, fix: "Save the picture again" }),
  "picture-similar": ({ address, similar }) => ({
    what: `No such picture: ${address}. A file differs only by upper and lower case: ${similar}`,
    fix: "Write the name exactly as the file has it",
  }),
  "picture-heic": ({ file }) => ({
    what: `HEIC picture, which browsers cannot show: ${file}`,
    fix: "Save it as JPEG",
  }),
  "updated-early": ({ updated, date }) => ({
    what: `the day of change (${updated}) is before the day of publication (${date}) and is not used`,
    fix: "Check both dates",
  }),
  "updated-future": ({ updated }) => ({
    what: `the day of change (${updated}) has not come yet and is not used`,
    fix: "Fix the date or delete the line",
  }),
  "svg-script": ({ file }) => ({
    what: `An SVG with script is not published: ${file}`,
    fix: "Remove the script or use a PNG",
  }),
  "cover-elsewhere": ({ address }) => ({
    what: `This address is no picture that can be a cover: ${address}`,
    fix: "Save the picture beside the post",
  }),
  "cover-missing": ({ address }) => ({
    what: `The cover is missing: ${address}`,
    fix: "Put the picture beside the post or in public/, or delete this line",
  }),
};
