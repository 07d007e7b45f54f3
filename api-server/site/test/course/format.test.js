import assert from "node:assert/strict";
import test from "node:test";
import { navigatorFake } from "../../support/browser.js";
import { appointment, clock, date, length, moment, size } from "../../../src/main/resources/static/js/course/format.js";

const units = { hour: "h", minute: "min", second: "sec" };

test("a position is shown as players show it", () => {
  assert.deepEqual([0, 59.9, 2480, 3600, 3723, -1].map(clock), ["0:00", "0:59", "41:20", "1:00:00", "1:02:03", "0:00"]);
});

test("a length is told in hours and minutes, and in seconds below one", () => {
  const told = [30, 59.6, 60, 2700, 3600, 9000, 3599].map((seconds) => length(seconds, units));
  assert.deepEqual(told, ["30 sec", "60 sec", "1 min", "45 min", "1 h", "2 h 30 min", "1 h"]);
});

test("a date is the course's, and the reader's own where the zone is not known here", () => {
  const late = "2026-03-02T23:30:00Z";
  assert.equal(date(late, "UTC", "en-GB"), "2 March 2026");
  assert.equal(date(late, "Asia/Tokyo", "en-GB"), "3 March 2026");
  assert.match(date(late, "Mars/Olympus", "en-GB"), /^[23] March 2026$/);
});

test("a moment of today is told without its date", () => {
  const now = new Date();
  assert.doesNotMatch(moment(now.toISOString(), "en-GB"), /[a-z]/i);
  assert.match(moment("2026-01-05T12:00:00Z", "en-GB"), /[456] Jan/);
});

test("an appointment names the course's clock only where the reader's shows another time", () => {
  const instant = `${new Date().getFullYear()}-06-15T18:30:00Z`;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  assert.equal(appointment(instant, own, "en").here, null);
  const elsewhere = own === "Asia/Tokyo" ? "America/Lima" : "Asia/Tokyo";
  const { text, here } = appointment(instant, elsewhere, "en");
  assert.notEqual(here, null);
  assert.notEqual(text, here);
});

const later = new Date().getFullYear() + 2;

test("every date is written as the reader writes dates, whatever the language of the page", () => {
  navigatorFake.languages = ["de-DE"];
  assert.equal(date("2026-03-02T12:00:00Z", "UTC", "en"), "2. M\u00e4rz 2026");
  assert.match(appointment("2026-03-02T12:00:00Z", "UTC", "en").text, /M\u00e4rz|Mrz|M\u00e4r/);
  navigatorFake.languages = ["en-GB"];
});

test("one's own time is told without the date where both clocks show the same day", () => {
  const at = `${new Date().getFullYear()}-06-15T12:00:00Z`;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const near = own === "Europe/Rome" ? "Europe/Helsinki" : "Europe/Rome";
  const { here } = appointment(at, near, "en-GB");
  assert.match(String(here), /^\d{1,2}:\d{2}/);
});

test("an appointment of another year names it", () => {
  assert.match(appointment(`${later}-06-15T18:30:00Z`, "UTC", "en").text, new RegExp(String(later)));
});

test("a browser with an odd language or a zone that it does not know shows a time all the same", () => {
  navigatorFake.languages = ["x!"];
  assert.match(appointment(`${later}-06-15T18:30:00Z`, "Mars/Olympus", "en").text, new RegExp(String(later)));
  navigatorFake.languages = ["en-GB"];
});

test("a size is told in the unit that fits it", () => {
  const told = [0, 999, 1_000, 1_449_000, 2_000_000_000, 5e15].map((bytes) => size(bytes, "en-GB"));
  assert.match(told[0], /^0 bytes$/);
  assert.match(told[1], /^999 bytes$/);
  assert.match(told[2], /^1 kB$/);
  assert.match(told[3], /^1\.4 MB$/);
  assert.match(told[4], /^2 GB$/);
  assert.match(told[5], /GB$/);
});
