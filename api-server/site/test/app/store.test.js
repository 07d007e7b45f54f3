import assert from "node:assert/strict";
import test from "node:test";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";

test("a change replaces its fields and leaves the others", () => {
  const store = createStore({ one: 1, other: 2 });
  const before = store.get();
  store.set({ one: 3 });
  store.set(({ one }) => ({ one: one + 1 }));
  assert.deepEqual(store.get(), { one: 4, other: 2 });
  assert.deepEqual(before, { one: 1, other: 2 }, "a state that someone holds is never edited");
});

test("who listens hears each change until the end of the subscription", () => {
  const store = createStore({ one: 1 });
  const heard = [];
  const stop = store.subscribe(({ one }) => heard.push(one));
  store.set({ one: 2 });
  stop();
  store.set({ one: 3 });
  assert.deepEqual(heard, [2]);
});
