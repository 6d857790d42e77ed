import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDate } from "#reading/dates.ts";
import { assertHolds } from "../../random.ts";
import { brief, post, readPosts } from "./temporary-site.ts";

const seoul = "Asia/Seoul";

const instants: readonly (readonly [written: string, iso: string])[] = [
  ["2020-06-01T10:00:00+09:00", "2020-06-01T10:00:00+09:00"],
  ["2020-06-01", "2020-06-01T00:00:00+09:00"],
  ["2023-08-07 21:56", "2023-08-07T21:56:00+09:00"],
  ["2023-08-07T21:56Z", "2023-08-07T21:56:00+00:00"],
  ["2020-05-31T20:00:00.123Z", "2020-05-31T20:00:00+00:00"],
  ["2019-05-09 16:44:00 +09:00", "2019-05-09T16:44:00+09:00"],
  ["2019-05-09 16:44:00 +0900", "2019-05-09T16:44:00+09:00"],
  ["2019-05-09 16:44:00 +0900 KST", "2019-05-09T16:44:00+09:00"],
  ["2019-05-09 16:44 -03:30", "2019-05-09T16:44:00-03:30"],
  ["2019-05-09 16:44:00 KST", "2019-05-09T16:44:00+09:00"],
  ["2021-1-5", "2021-01-05T00:00:00+09:00"],
  ["2021-1-5 9:05", "2021-01-05T09:05:00+09:00"],
  ["2020/06/01", "2020-06-01T00:00:00+09:00"],
  ["2026.11.01", "2026-11-01T00:00:00+09:00"],
  ["2026. 11. 1.", "2026-11-01T00:00:00+09:00"],
  ["2026. 11. 1. 오후 3:05", "2026-11-01T15:05:00+09:00"],
  ["2026. 11. 1. 오전 12:05", "2026-11-01T00:05:00+09:00"],
  ["2026년 11월 1일", "2026-11-01T00:00:00+09:00"],
  ["2026년 11월 1일 오후 3시 5분", "2026-11-01T15:05:00+09:00"],
  ["2026년 11월 1일 (일) 15시", "2026-11-01T15:00:00+09:00"],
  ["Apr 05 2026", "2026-04-05T00:00:00+09:00"],
  ["April 5, 2026", "2026-04-05T00:00:00+09:00"],
  ["5 Sept 2026", "2026-09-05T00:00:00+09:00"],
  ["Mon, 02 Jan 2006 15:04:05 -0700", "2006-01-02T15:04:05-07:00"],
  ["Apr 5, 2026 3:07 PM", "2026-04-05T15:07:00+09:00"],
  ["20200601", "2020-06-01T00:00:00+09:00"],
  ["2024-02-29", "2024-02-29T00:00:00+09:00"],
  ["1988-07-01 12:00", "1988-07-01T12:00:00+10:00"],
];

for (const [written, iso] of instants) {
  test(`a date written ${written} is ${iso}`, () => {
    const reading = readDate(written, seoul);
    assert.equal(reading.kind, "instant");
    if (reading.kind !== "instant") return;
    assert.equal(reading.instant.iso, iso);
    assert.equal(reading.instant.epochMs, Date.parse(iso));
    assert.equal(reading.instant.day, iso.slice(0, 10));
    assert.equal(reading.timeIgnored, false);
  });
}

for (const written of [
  "2026-13-01",
  "2026-02-30",
  "2025-02-29",
  "2026-04-31",
  "2026-00-10",
  "2026-01-00",
  "Feb 30 2026",
  "0999-12-31",
]) {
  test(`${written} is an impossible day`, () => assert.equal(readDate(written, seoul).kind, "impossible"));
}

for (const written of [
  "어제",
  "2026",
  "2026-11",
  "1748736000",
  "2026-11-01 아침",
  "2026-11-01T",
  "2026-11-01 10:00 XST",
  "11/01/2026",
]) {
  test(`${written} is unreadable`, () => assert.equal(readDate(written, seoul).kind, "unreadable"));
}

for (const written of [
  "2021-03-04 21:04:76",
  "2021-03-04 24:10",
  "2021-03-04T10:99:00+09:00",
  "2021-03-04 10:00 +99:00",
]) {
  test(`${written} keeps the day`, () => {
    const reading = readDate(written, seoul);
    assert.ok(reading.kind === "instant" && reading.timeIgnored && !reading.instant.hasTime);
    assert.equal(reading.instant.iso, "2021-03-04T00:00:00+09:00");
  });
}

for (const written of ["", "  ", "0001-01-01T00:00:00Z"]) {
  test(`${JSON.stringify(written)} is no date`, () => assert.equal(readDate(written, seoul).kind, "none"));
}

test("a clock face that a zone skips or repeats still gives one instant", () => {
  const zone = "America/New_York";
  const of = (written: string) => {
    const reading = readDate(written, zone);
    return reading.kind === "instant" ? reading.instant.epochMs : undefined;
  };
  assert.equal(of("2026-03-08 02:30"), Date.parse("2026-03-08T03:30:00-04:00"));
  assert.equal(of("2026-11-01 01:30"), Date.parse("2026-11-01T01:30:00-04:00"));
  assert.equal(of("2026-07-01 00:00"), Date.parse("2026-07-01T00:00:00-04:00"));
});

test("every day and offset reads back as itself", () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
  const time = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
  assertHolds(
    fc.property(time, offset, (epochMs, minutes) => {
      const wall = new Date(Math.floor(epochMs / 1000) * 1000).toISOString().slice(0, 19);
      const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
      const sign = minutes < 0 ? "-" : "+";
      const written = `${wall}${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
      const reading = readDate(written, seoul);
      assert.ok(reading.kind === "instant");
      assert.equal(reading.instant.iso, written.replace("-00:00", "+00:00"));
      assert.equal(reading.instant.epochMs, Date.parse(written));
    }),
  );
});

test("no text makes it throw", () => {
  assertHolds(fc.property(fc.string({ unit: "binary" }), (text) => void readDate(text, seoul)));
});

test("the machine's own time zone plays no part", (context) => {
  const own = process.env["TZ"];
  context.after(() => {
    if (own === undefined) delete process.env["TZ"];
    else process.env["TZ"] = own;
  });
  const readings = ["UTC", "Asia/Seoul", "America/New_York", "Pacific/Kiritimati"].map((zone) => {
    process.env["TZ"] = zone;
    return JSON.stringify(instants.map(([written]) => readDate(written, "Asia/Seoul")));
  });
  assert.equal(new Set(readings).size, 1);
});

test("every name of the day of taking back is read, however it is written", async (context) => {
  for (const key of ["expires", "Expiry-Date", "expiration_date", "expire_at", "unpublish_on", "expired", "만료일"]) {
    const { entries } = await readPosts(context, { "글.md": post(`${key}: 2020-07-01`) });
    assert.equal(entries[0]?.expires?.day, "2020-07-01", key);
  }
});

test("a day of taking back that cannot be read is an error: nobody knows whether it has come", async (context) => {
  assert.deepEqual(brief(await readPosts(context, { "글.md": post("expiryDate: 언젠가") })), [
    "error date-unreadable 4:13",
  ]);
});

test("a day ahead keeps a post back by whatever name it is written, without a date too", async (context) => {
  const keys = [
    "publishedAt",
    "publish_at",
    "published-date",
    "date_published",
    "Scheduled for",
    "공개일",
    "예약",
    "embargo",
  ];
  for (const key of keys)
    for (const source of [`---\ntitle: 글\n${key}: 2030-01-01\n---\n`, post(`${key}: 2030-01-01`)]) {
      const reading = await readPosts(context, { "글.md": source });
      assert.deepEqual(brief(reading), [], key);
      assert.equal(reading.entries[0]?.date?.day, "2030-01-01", key);
    }
  for (const [line, day] of [
    ["publishedAt: 2019-01-01", "2020-06-01"],
    ["scheduled: true", "2020-06-01"],
  ] as const)
    assert.equal((await readPosts(context, { "글.md": post(line) })).entries[0]?.date?.day, day, line);
});
