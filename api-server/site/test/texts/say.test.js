import assert from "node:assert/strict";
import test from "node:test";
import { PortalError } from "../../../src/main/resources/static/js/api/errors.js";
import { say, sentence, texts } from "../../../src/main/resources/static/js/texts/say.js";

test("a text with a number has the form of that number", () => {
  const days = { one: "{n} day", other: "{n} days" };
  assert.deepEqual(
    [0, 1, 2].map((n) => say(days, { n })),
    ["0 days", "1 day", "2 days"],
  );
});

test("a hole without a value stays to be seen, and nought is a value", () => {
  assert.equal(say("{a} {b}", { a: 0 }), "0 {b}");
});

test("a failure is told in the site's words, else in the server's, else as what it is", () => {
  assert.equal(sentence(new PortalError("DAY_LOCKED", "Day 3 is locked.")), texts.errors.DAY_LOCKED);
  assert.equal(sentence(new PortalError("NEWER_CODE", "Please wait.")), "Please wait.");
  assert.equal(sentence(new PortalError("NEWER_CODE")), texts.errors.UNKNOWN);
});

test("a limit says how long to wait when that is known", () => {
  const limited = (retryAfter) => sentence(new PortalError("TOO_MANY_REQUESTS", "Slowly, please.", { retryAfter }));
  assert.match(limited(1), /1 second\./);
  assert.match(limited(30), /30 seconds\./);
  assert.equal(limited(undefined), "Slowly, please.");
});

test("a failure of the publisher's names the addresses that it is about", () => {
  const about = { origin: "https://site.example", portal: "https://portal.example" };
  assert.match(sentence(new PortalError("NOT_ADMITTED", "", { about })), /https:\/\/site\.example/);
});
