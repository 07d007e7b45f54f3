import assert from "node:assert/strict";
import test from "node:test";
import { navigatorFake } from "../../support/browser.js";
import { always } from "../../support/random.js";
import { dayOf } from "../../support/course.js";
import { appointment } from "../../../src/main/resources/static/js/course/format.js";
import {
  changesAt,
  due,
  joinable,
  milestone,
  remaining,
} from "../../../src/main/resources/static/js/course/moments.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const AT = Date.parse("2026-03-02T18:30:00Z");
const iso = (at) => new Date(at).toISOString();

test("what is left is told in the unit that one counts in, and never as nothing before its time", () => {
  const told = [
    1,
    SECOND,
    9 * MINUTE + 41 * SECOND,
    10 * MINUTE,
    12 * MINUTE + 1,
    2 * HOUR + 15 * MINUTE,
    71 * HOUR,
  ].map(remaining);
  assert.deepEqual(told, ["0:01", "0:01", "9:41", "10 min", "13 min", "2 h 15 min", "3 days"]);
  assert.equal(remaining(0), null);
  assert.equal(remaining(-HOUR), null);
});

test("a change of the clocks within a countdown takes nothing from it and adds nothing", () => {
  // 29 March 2026: in Berlin the clocks go from 02:00 to 03:00.
  const opens = Date.parse("2026-03-29T07:00:00Z");
  assert.equal(remaining(opens - Date.parse("2026-03-28T19:00:00Z")), "12 h");
  navigatorFake.languages = ["en-GB"];
  assert.match(appointment(iso(opens), "Europe/Berlin", "en").text, /09:00/);
  assert.match(appointment(iso(opens - 7 * 24 * HOUR), "Europe/Berlin", "en").text, /08:00/);
});

test("in six zones, through a gap and an overlap, the instant that is told is the one that was meant", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "UTC"];
  const year = new Date().getFullYear();
  for (const zone of zones) {
    for (let hour = 0; hour < 24 * 365; hour += 29) {
      const at = Date.UTC(year, 0, 1, hour);
      const { text } = appointment(iso(at), zone, "en");
      const clock = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone: zone }).format(at);
      assert.ok(text.includes(clock), `${zone} ${iso(at)}: ${text} has ${clock}`);
    }
  }
});

test("a locked day whose moment came is due; an open one and one without a clock are not", () => {
  const locked = dayOf({ isUnlocked: false, opensAt: iso(AT) });
  assert.deepEqual(due([locked], AT - 1), []);
  assert.deepEqual(due([locked], AT), [locked]);
  assert.deepEqual(due([dayOf({ opensAt: iso(AT) }), dayOf({ isUnlocked: false })], AT), []);
});

test("a session can be joined from a quarter of an hour before it to its end", () => {
  const day = dayOf({ scheduledAt: iso(AT), sessionMinutes: 90, joinUrl: "https://meet.example/1" });
  const open = (at, more = {}) => joinable({ ...day, ...more }, at) !== null;
  assert.deepEqual(
    [AT - 15 * MINUTE - 1, AT - 15 * MINUTE, AT, AT + 90 * MINUTE - 1, AT + 90 * MINUTE].map((at) => open(at)),
    [false, true, true, true, false],
  );
  assert.equal(joinable(day, AT)?.href, "https://meet.example/1");
  for (const joinUrl of [null, undefined, "", "http://meet.example/1", "javascript:alert(1)", "//", "nonsense"]) {
    assert.equal(open(AT, { joinUrl }), false, String(joinUrl));
  }
  assert.equal(open(AT, { scheduledAt: null }), false);
});

test("few milestones are told aloud", () => {
  const told = [11, 10, 7, 5, 2, 1, 0.5].map((minutes) => milestone(minutes * MINUTE));
  assert.deepEqual(told, [null, 10, 10, 5, 5, 1, 1]);
  assert.equal(milestone(0), null);
});

test("between two moments that are foretold nothing on the page changes", () =>
  always(({ below, listOf }) => {
    const days = listOf(4, () =>
      dayOf({
        isUnlocked: below(2) === 0,
        opensAt: below(3) === 0 ? null : iso(AT + (below(200) - 20) * 37 * SECOND),
        scheduledAt: below(3) === 0 ? null : iso(AT + (below(200) - 100) * 61 * SECOND),
        sessionMinutes: 30 + below(90),
        joinUrl: "https://meet.example/1",
      }),
    );
    const shown = (at) =>
      JSON.stringify(
        days.map((day) => [
          day.isUnlocked || !day.opensAt ? null : remaining(Date.parse(day.opensAt) - at),
          joinable(day, at) !== null,
          joinable(day, at) && remaining(Date.parse(day.scheduledAt) - at),
        ]),
      );
    const now = AT + below(10_000);
    const next = changesAt(days, now);
    assert.ok(next > now);
    assert.equal(shown(Math.min(next, now + HOUR) - 1), shown(now));
  }));
