import fc from "fast-check";

const pieces = [
  ..."007 1.10 0x10 1e5 +5 true null __proto__ constructor ]]> <![CDATA[ &amp; &#xAC00; &nbsp; <b>굵게</b> </title> <!-- --> <?xml? %ED %".split(
    " ",
  ),
  ...[" ", "\t", "\r\n", "\u2028", "\u00A0", "\u200B", "\u202E", "\uFEFF"],
  ...["\u0000", "\u0001", "\u0008", "\u001B", "\u007F", "\u0085", "\uFFFD", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"],
  ...["가", "\u1100\u1161", "ㄱ", "👨\u200D👩\u200D👧", "‘’", '"', "'", "\\", "𠮷", "\u{1FFFE}"],
];

/** Text of the kinds that break feeds: what XML forbids, markup, numbers that parsers convert, odd blanks, any Unicode. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
