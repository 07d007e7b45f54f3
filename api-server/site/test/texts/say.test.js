import assert from "node:assert/strict";
import test from "node:test";
import { navigatorFake } from "../../support/browser.js";
import { PortalError } from "../../../src/main/resources/static/js/api/errors.js";
import { reason, say, sentence, texts, waitingFor } from "../../../src/main/resources/static/js/texts/say.js";

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

test("what is tried again by itself says so while one is offline, and only then", () => {
  const unanswered = new PortalError("UNREACHABLE");
  assert.equal(reason(unanswered), texts.errors.UNREACHABLE);
  navigatorFake.onLine = false;
  assert.equal(reason(unanswered), texts.errors.OFFLINE);
  assert.equal(reason(new PortalError("DAY_LOCKED")), texts.errors.DAY_LOCKED);
  navigatorFake.onLine = true;
});

test("what is left of a limit is told, and nothing where there is none", () => {
  const problem = new PortalError("TOO_MANY_REQUESTS", "", { retryAfter: 30 });
  assert.match(String(waitingFor({ problem, left: 2 })), /2 seconds/);
  assert.match(String(waitingFor({ problem, left: 1 })), /1 second\./);
  assert.equal(waitingFor({ problem }), null);
  assert.equal(waitingFor(undefined), null);
});

test("how many days are open reads well for one of them too", () => {
  const told = (open, n) => say(texts.course.lead, { n, open });
  assert.deepEqual(
    [told(1, 12), told(3, 12), told(1, 1)],
    ["1 of 12 days open", "3 of 12 days open", "1 of 1 day open"],
  );
});

test("a name that is read from the right keeps to itself", () => {
  assert.equal(say("Day {n}: {title}", { n: 5, title: "النمذجة 1" }), "Day 5: \u2068النمذجة 1\u2069");
  assert.equal(say("Day {n}: {title}", { n: 5, title: "モデル" }), "Day 5: モデル");
});
