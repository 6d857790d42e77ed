import type { MessageText } from "./language.ts";
import type { readingKo } from "./problems-reading.ts";

/** What reading says of an author's files in English, by code. */
export const readingEn: Record<keyof typeof readingKo, MessageText> = {
  "file-too-large": [
    "The file is too large ({bytes} bytes, limit {maxBytes})",
    "Split the post, or raise maxBytes in src/site.config.ts",
  ],
  "encoding-not-utf8": [
    "The file is {encoding}, not UTF-8",
    "Convert it with npm run doctor -- --fix, or with iconv -f {from} -t utf-8 '{file}' > new.md",
  ],
  "encoding-unknown": ["The file is not UTF-8", "Save it as UTF-8 in your editor"],
  "front-matter-open": ["The front matter is not closed", "Put a line with {fence} where it ends"],
  "front-matter-close": [
    "The line that closes the front matter is not exact: “{found}”",
    "Write {fence} alone, without blanks",
  ],
  "front-matter-fence": [
    "The line that opens the front matter is not exact: “{found}”",
    "Write its first and last line as {fence}, from the beginning of the line",
  ],
  "front-matter-missing": [
    "This looks like front matter, but no {fence} opens it",
    "Put a line with {fence} above it and one where it ends; if it is text, begin with another sentence",
  ],
  "front-matter-below": [
    "This looks like front matter, but text stands before it",
    "Move it to the top of the file; if it is an example, put it into a code block (```)",
  ],
  "front-matter-no-map": ["The front matter has no ‘name: value’", "Write one field a line, as in title: Title"],
  "control-character": ["An invisible control character: {value}", "Delete it"],
  "half-character": ["There is half of a character (a lone surrogate)", "Delete it and write it again"],
  "control-character-removed": [
    "An invisible control character was left out: {character}",
    "Delete it from the file too",
  ],
  "yaml-alias": ["YAML references (*name) are not allowed", "Write the value again, or put it in quotes"],
  "yaml-tab": ["The line begins with a tab", "Use spaces"],
  "yaml-quote-open": ["The quote is not closed", "Put the same quote at the end of the value"],
  "yaml-needs-quotes": ["The value holds a sign that YAML reads otherwise", "Put the whole value in quotes"],
  "yaml-needs-quotes-list": ["The list holds a sign that YAML reads otherwise", "Put each item in quotes"],
  "yaml-quote-tail": ["A quote closes inside the value", "Put all of it in the other quotes"],
  "yaml-odd-blank": ["The line begins with blanks of another kind", "Indent it with spaces"],
  "yaml-odd-colon": ["There is a full-width colon (：)", "Write an ordinary colon and a blank"],
  "yaml-colon-blank": ["There is no blank after the colon", "Put a blank after it"],
  "yaml-list-open": ["The list is not closed", "Put ] at its end"],
  "yaml-no-key": ["The line is no “name: value”", "If it is text, close the front matter with a line --- above it"],
  "yaml-unreadable": ["This is not YAML", "Look at the indentation and the quotes"],
  "toml-unreadable": ["This is not TOML", "Put texts in quotes and write name = value"],
  "json-unreadable": ["This is not JSON", "Look at the quotes and the commas"],
  "discussion-address": ["This is no address of a discussion: {value}", "Write an address that begins with https://"],
  "reply-value": [
    "A file of replies cannot hold this value",
    "Take your edit back, or delete the file and run npm run replies again",
  ],
  "replies-orphan": [
    "No post has these replies: {id}",
    "If you moved the post's file, move this one along; if you deleted it, delete this one",
  ],
  "key-forbidden": ["This name is not allowed: {key}", "Delete the line"],
  "key-repeated": ["The name comes twice, the last one counts: {key}", "Keep one"],
  "key-typo": ["Unknown name: {written}. Did you mean {meant}?", "The right name is {meant}"],
  "not-text": ["A text should stand here: {value}", "Write one line in quotes"],
  "not-yes-or-no": ["Neither true nor false: {value}", "Write true or false"],
  "not-a-list": ["Not a list: {value}", 'Write it as ["one", "two"]'],
  "too-many-labels": ["More than 100 on one post", "Keep at most 100"],
  "not-a-picture": ["Not a picture's path: {value}", "Write a file's path, as in image: cover.png"],
  "not-a-number": ["Not a number: {value}", "Write only a number, as in 10"],
  "unsafe-address": [
    "An address that cannot be a link: {value}",
    "Write an address that begins with https://, or the name of a licence",
  ],
  "not-a-choice": ["Not one of the choices: {value}", "Use a value from the table in README"],
  "date-unreadable": ["Not a date: {value}", "Write it as 2020-06-01"],
  "date-impossible": ["No such day: {value}", "Month {month} of {year} has {lastDay} days; fix the day"],
  "month-impossible": ["No such month: {value}", "Use a month from 01 to 12"],
  "time-impossible": ["No such time, only the day counts: {value}", "Use a time from 00:00:00 to 23:59:59"],
  "date-missing": ["No date; the post is listed as undated", "Add a date, as in date: 2020-06-01"],
  "title-missing": ["No title; it is shown as: {title}", "Add a title"],
  "symbolic-link": ["Symbolic links are not published", "Replace the link with the file"],
  "mdx-file-name": ["An MDX file's name may not hold # ? %", "Take these signs out of the name"],
  "address-reserved": ["The site itself uses this address: {address}", "Change the slug or the file's name"],
  "address-of-page": [
    "A page of your own ({file}) stands at {address}",
    "Change the address written here, or the name of that file",
  ],
  "address-taken": [
    "Another post has the same address: {address} ({other})",
    "Change the slug or the file's name of one of the two",
  ],
  "alias-name": [
    "Read as another name and not as an address: {alias}",
    "If it is an old address, begin it with / as in /posts/old-name/",
  ],
  "alias-reserved": [
    "The site itself uses this address, it cannot lead elsewhere: {address}",
    "Take the address out of aliases",
  ],
  "yaml-comment": ["What follows # is a comment in YAML, but was read as text", "Put the whole value in quotes"],
  "address-in-public": [
    "A file in public/ has the same address: {address} ({file})",
    "Delete that file, or change the slug of the post",
  ],
  "page-in-public": ["The file has the address of a page of the site: {address}", "Delete the file"],
  "alias-taken": ["Another post lives at this old address: {address} ({other})", "Take the address out of aliases"],
  "translation-twice": [
    "Another post in the same language has this name too: {key} ({other})",
    "Change or delete translationKey in the one that is no translation",
  ],
  "picture-outside": ["A picture outside the repository: {address}", "Move it beside the post"],
  "picture-unreadable": ["The picture file is broken: {file}", "Save the picture again"],
  "picture-similar": [
    "No such picture: {address}. A file differs only by upper and lower case: {similar}",
    "Write the name exactly as the file has it",
  ],
  "picture-heic": ["HEIC picture, which browsers cannot show: {file}", "Save it as JPEG"],
  "updated-early": [
    "the day of change ({updated}) is before the day of publication ({date}) and is not used",
    "Check both dates",
  ],
  "updated-future": [
    "the day of change ({updated}) has not come yet and is not used",
    "Fix the date or delete the line",
  ],
  "svg-script": ["An SVG with script is not published: {file}", "Remove the script or use a PNG"],
  "cover-elsewhere": ["This address is no picture that can be a cover: {address}", "Save the picture beside the post"],
  "cover-missing": [
    "The cover is missing: {address}",
    "Put the picture beside the post or in public/, or delete this line",
  ],
};
