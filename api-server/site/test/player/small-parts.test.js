import assert from "node:assert/strict";
import test from "node:test";
import { localStorageFake } from "../../support/browser.js";
import { signals } from "../../../src/main/resources/static/js/player/adapters/signals.js";
import { fill } from "../../../src/main/resources/static/js/player/fill.js";
import {
  RATES,
  rememberedRate,
  rememberRate,
  steppedRate,
} from "../../../src/main/resources/static/js/player/speed.js";
import { timeText } from "../../../src/main/resources/static/js/player/time-text.js";

test.beforeEach(() => localStorageFake.empty());

test("a hole without a value stays, and a value is never read as a pattern", () => {
  assert.equal(fill("{a} of {b}", { a: "$&" }), "$& of {b}");
});

test("seconds are shown as clocks show them", () => {
  assert.deepEqual([0, 5, 2480, 3723, -3, 59.9].map(timeText), ["0:00", "0:05", "41:20", "1:02:03", "0:00", "0:59"]);
});

test("a speed steps to its neighbour and stops at the ends", () => {
  assert.equal(steppedRate(1, 1), 1.25);
  assert.equal(steppedRate(1.1, -1), 1);
  assert.equal(steppedRate(RATES.at(-1), 1), RATES.at(-1));
  assert.equal(steppedRate(RATES[0], -1), RATES[0]);
});

test("a speed is remembered; one that is none, or a browser that stores nothing, gives the normal one", () => {
  rememberRate(1.5);
  assert.equal(rememberedRate(), 1.5);
  localStorageFake.setItem("portal.player.rate", "9");
  assert.equal(rememberedRate(), 1);
  localStorageFake.closed = true;
  rememberRate(2);
  assert.equal(rememberedRate(), 1);
});

test("a player that is gone tells nothing any more", () => {
  const heard = [];
  const { on, emit, silence } = signals();
  on("notice", (key) => heard.push(key));
  emit("notice", "pressPlay");
  silence();
  emit("notice", "reconnecting");
  assert.deepEqual(heard, ["pressPlay"]);
});
