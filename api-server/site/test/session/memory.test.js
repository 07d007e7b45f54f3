import assert from "node:assert/strict";
import test from "node:test";
import { localStorageFake, page } from "../../support/browser.js";
import { createMemory } from "../../../src/main/resources/static/js/session/memory.js";

const KEY = "portal.session";
const record = { provider: "password", refreshToken: "r", userId: "ann" };

test.beforeEach(() => localStorageFake.empty());

test("a session is remembered for all tabs", async () => {
  await createMemory().write(record);
  const { turn, ...kept } = createMemory().read();
  assert.deepEqual(kept, record);
  assert.ok(turn > 0);
});

test("a later record is newer, also by a clock that is set back", async (t) => {
  const memory = createMemory();
  await memory.write(record);
  const { turn } = memory.read();
  const real = Date.now;
  t.after(() => (Date.now = real));
  Date.now = () => turn - 3_600_000;
  await memory.write(record);
  assert.ok(memory.read().turn > turn);
});

test("where nothing can be stored the tab remembers, and says that a reload will not", async () => {
  localStorageFake.closed = true;
  const memory = createMemory();
  await memory.write(record);
  assert.equal(memory.persistent(), false);
  assert.equal(memory.read().userId, "ann");
  await memory.clear();
  assert.equal(memory.read(), null);
});

test("a damaged record is none", () => {
  localStorageFake.setItem(KEY, "{");
  assert.equal(createMemory().read(), null);
});

test("another tab's sign-in and sign-out are told, other sites' keys are not", () => {
  const told = [];
  createMemory().watch((stored) => told.push(stored && stored.userId));
  const storage = (key, newValue) => page.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  storage(KEY, JSON.stringify({ ...record, turn: 1 }));
  storage("portal.theme", "dark");
  storage(KEY, null);
  storage(null, null);
  assert.deepEqual(told, ["ann", null, null]);
});
