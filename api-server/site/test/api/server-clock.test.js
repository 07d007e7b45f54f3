import assert from "node:assert/strict";
import test from "node:test";
import { always } from "../../support/random.js";
import { fakeClock } from "../../support/clock.js";
import { createServerClock } from "../../../src/main/resources/static/js/api/server-clock.js";

const HOUR_MS = 3_600_000;
const head = (instant) => new Date(instant).toUTCString();

test("a clock that goes right is left alone, and a head that says nothing changes nothing", (t) => {
  fakeClock(t);
  const clock = createServerClock();
  const at = Date.now();
  assert.equal(clock.now(), at);
  clock.hear(head(at), at - 40);
  clock.hear(null, at);
  clock.hear("nonsense", at);
  assert.equal(clock.now(), at);
});

test("a clock that goes wrong by an hour is put right within two seconds, and by a second answer nearer", (t) => {
  fakeClock(t);
  for (const wrong of [-HOUR_MS, HOUR_MS, -7 * 24 * HOUR_MS]) {
    const clock = createServerClock();
    const at = Date.now();
    clock.hear(head(at + wrong + 300), at - 100);
    assert.ok(Math.abs(clock.now() - at - wrong) <= 2_000, `${clock.now() - at - wrong}`);
  }
});

test("whoever sets the computer's clock meanwhile is told right again with the next answer", (t) => {
  fakeClock(t);
  const clock = createServerClock();
  clock.hear(head(Date.now()), Date.now());
  const real = Date.now;
  Date.now = () => real() + HOUR_MS;
  clock.hear(head(real()), Date.now());
  assert.ok(Math.abs(clock.now() - real()) <= 2_000);
});

test("whatever the offset, the way and the server's rounding, the guess is never more than two seconds off", (t) =>
  always(({ below }) => {
    fakeClock(t);
    const clock = createServerClock();
    const offset = below(20_000) - 10_000;
    for (let answer = 0; answer < 8; answer++) {
      const received = Date.now() + answer * 5_000;
      const way = below(400);
      const said = received + offset - below(way + 1) - below(1_000);
      const real = Date.now;
      Date.now = () => received;
      clock.hear(head(said), received - way);
      const off = Math.abs(clock.now() - received - offset);
      Date.now = real;
      assert.ok(off <= 2_400, `${off} ms at answer ${answer}`);
    }
  }, 60));
