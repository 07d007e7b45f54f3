import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { createKeeper } from "../../../src/main/resources/static/js/session/keeper.js";

const user = { userId: "ann", email: "ann@school.example" };
const refusal = (code) => Object.assign(new Error(code), { code });

/** A keeper whose server hands out token after token, or fails as `problem` says. */
function keeper(t, { remembered = true } = {}) {
  const it = { clock: fakeClock(t), exchanges: [], changes: [], problem: null };
  it.stored = remembered ? { provider: "password", refreshToken: "r0", userId: "ann", turn: 1 } : null;
  it.keeper = createKeeper({
    memory: {
      read: () => it.stored,
      newest: async () => it.stored,
      write: async (record) => void (it.stored = { ...record, turn: 1 }),
      clear: async () => void (it.stored = null),
      watch: (listener) => (it.elsewhere = listener),
    },
    refreshers: {
      async password(refreshToken) {
        it.exchanges.push(refreshToken);
        if (it.problem) throw it.problem;
        const n = it.exchanges.length;
        return { accessToken: `a${n}`, expiresIn: 900, refreshToken: `r${n}`, user };
      },
    },
    changed: (held, reason) => it.changes.push(held ? held.user.userId : (reason ?? "nobody")),
  });
  return it;
}

test("a refresh token is used once, however many ask at the same moment", async (t) => {
  const it = keeper(t);
  assert.deepEqual(await Promise.all([it.keeper.token(), it.keeper.token()]), ["a1", "a1"]);
  assert.equal(await it.keeper.token(), "a1");
  assert.deepEqual(it.exchanges, ["r0"]);
  assert.equal(it.stored.refreshToken, "r1");
});

test("a token is exchanged before it runs out, with the newest refresh token", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  await it.clock.advance(900_000);
  assert.deepEqual(it.exchanges, ["r0", "r1"]);
});

test("a session that the server ended is forgotten, and why is told", async (t) => {
  const it = keeper(t);
  it.problem = refusal("UNAUTHENTICATED");
  await assert.rejects(it.keeper.token(), { code: "SIGNED_OUT" });
  assert.equal(it.stored, null);
  assert.deepEqual(it.changes, ["expired"]);
});

test("a portal that is away ends no session", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  it.problem = refusal("UNREACHABLE");
  await it.clock.advance(2_000_000);
  assert.notEqual(it.stored, null);
  assert.deepEqual(it.changes, ["ann"]);
  it.problem = null;
  await it.clock.advance(60_000);
  assert.equal(it.keeper.held(), `a${it.exchanges.length}`, "it is asked again until it answers");
});

test("where nobody is remembered, nobody is signed in", async (t) => {
  const it = keeper(t, { remembered: false });
  assert.equal(it.keeper.remembers(), false);
  await assert.rejects(it.keeper.token(), { code: "SIGNED_OUT" });
  assert.deepEqual(it.exchanges, []);
});

test("a call that meets a token the server does not know is made once more with a fresh one", async (t) => {
  const it = keeper(t);
  const calls = [];
  const call = async (token) => {
    calls.push(token);
    if (token === "a1") throw refusal("UNAUTHENTICATED");
    return "answer";
  };
  assert.equal(await it.keeper.authorized(call), "answer");
  assert.deepEqual(calls, ["a1", "a2"]);
});

test("any other failure of a call is the caller's", async (t) => {
  const it = keeper(t);
  await assert.rejects(
    it.keeper.authorized(async () => {
      throw refusal("DAY_LOCKED");
    }),
    { code: "DAY_LOCKED" },
  );
  assert.equal(it.exchanges.length, 1);
});

test("signing out forgets first, then tells the server, whatever it says", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  await it.keeper.signOut(async (stored) => {
    assert.equal(stored.refreshToken, "r1");
    assert.equal(it.stored, null);
    throw refusal("UNREACHABLE");
  });
  assert.deepEqual(it.changes, ["ann", "left"]);
  assert.equal(it.clock.waiting(), 0, "nothing is exchanged any more");
});

test("what another tab does to the session is done here too", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  it.elsewhere(null);
  assert.deepEqual(it.changes, ["ann", "elsewhere"]);
  assert.equal(it.keeper.held(), undefined);
});

test("another tab's sign-in as someone else is told as such", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  it.elsewhere({ ...it.stored, userId: "ben" });
  assert.deepEqual(it.changes, ["ann", "other"]);
});

test("another tab's sign-in signs in here", async (t) => {
  const it = keeper(t, { remembered: false });
  it.stored = { provider: "password", refreshToken: "r0", userId: "ann", turn: 1 };
  it.elsewhere(it.stored);
  await settled();
  await settled();
  assert.deepEqual(it.changes, ["ann"]);
});

test("what ends the session on purpose is not told as a session that ran out", async (t) => {
  const it = keeper(t);
  await it.keeper.token();
  await it.keeper.ending("everywhere", async () => it.keeper.expire());
  assert.deepEqual(it.changes, ["ann", "everywhere"]);
});
