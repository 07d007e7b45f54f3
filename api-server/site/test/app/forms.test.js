import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { PortalError } from "../../../src/main/resources/static/js/api/errors.js";
import { createForms } from "../../../src/main/resources/static/js/app/forms.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";

const limited = () => new PortalError("TOO_MANY_REQUESTS", "", { retryAfter: 3 });

function form() {
  const store = createStore({ forms: {} });
  const it = { store, problem: null, shown: () => store.get().forms.data };
  it.press = createForms(store).press("data", async () => {
    if (it.problem) throw it.problem;
  });
  return it;
}

test("how long to wait is told each second, and gone at the end", async (t) => {
  const clock = fakeClock(t);
  const it = form();
  it.problem = limited();
  await it.press();
  assert.equal(it.shown().left, 3);
  await clock.advance(1_000);
  assert.equal(it.shown().left, 2);
  await clock.advance(1_000);
  assert.equal(it.shown().left, 1);
  await clock.advance(1_000);
  assert.deepEqual(it.shown(), {});
  assert.equal(clock.waiting(), 0);
});

test("another attempt ends the count of the one before", async (t) => {
  const clock = fakeClock(t);
  const it = form();
  it.problem = limited();
  await it.press();
  it.problem = null;
  await it.press();
  await clock.advance(5_000);
  assert.deepEqual(it.shown(), { done: true });
});

test("a failure that says nothing of waiting stays as it is", async (t) => {
  const clock = fakeClock(t);
  const it = form();
  it.problem = new PortalError("STORAGE_FULL");
  await it.press();
  await clock.advance(60_000);
  assert.equal(it.shown().problem.code, "STORAGE_FULL");
  assert.equal(it.shown().left, undefined);
});
