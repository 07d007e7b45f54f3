import assert from "node:assert/strict";
import test from "node:test";
import { longest, merged } from "../../../src/main/resources/static/js/player/intervals.js";
import { always } from "../../support/random.js";

const part = (fromSeconds, toSeconds) => ({ fromSeconds, toSeconds });

/** The seconds that intervals cover, one by one. */
const seconds = (intervals) => {
  const covered = new Set();
  for (const { fromSeconds, toSeconds } of intervals) {
    for (let second = fromSeconds; second < toSeconds; second++) covered.add(second);
  }
  return [...covered].sort((one, other) => one - other);
};

const drawn = ({ below, listOf }) => listOf(8, () => part(below(40), below(40)));

test("intervals that overlap or touch become one", () => {
  assert.deepEqual(merged([part(0, 10), part(20, 30)], [part(10, 12), part(5, 8)]), [part(0, 12), part(20, 30)]);
});

test("an interval of nothing counts nothing", () => {
  assert.deepEqual(merged([part(5, 5), part(9, 3)]), []);
});

test("no second is lost by merging, and none is invented", () =>
  always((draw) => {
    const [one, other] = [drawn(draw), drawn(draw)];
    const real = [...one, ...other].filter((each) => each.fromSeconds < each.toSeconds);
    assert.deepEqual(seconds(merged(one, other)), seconds(real));
  }));

test("what is merged is sorted, and no two intervals touch", () =>
  always((draw) => {
    const result = merged(drawn(draw), drawn(draw));
    for (let at = 1; at < result.length; at++) assert.ok(result[at - 1].toSeconds < result[at].fromSeconds);
  }));

test("the order of reports makes no difference, nor does a report that comes twice", () =>
  always((draw) => {
    const [one, other] = [drawn(draw), drawn(draw)];
    assert.deepEqual(merged(one, other), merged(other, one));
    assert.deepEqual(merged(merged(one, other), one), merged(one, other));
  }));

test("merging leaves the reports as they were", () => {
  const one = [part(0, 10)];
  merged(one, [part(5, 20)]);
  assert.deepEqual(one, [part(0, 10)]);
});

test("when there are too many, the longest are kept, in their order", () => {
  assert.deepEqual(longest([part(0, 1), part(10, 15), part(20, 22)], 2), [part(10, 15), part(20, 22)]);
});

test("none that is left out is longer than one that is kept", () =>
  always((draw) => {
    const all = merged(drawn(draw), drawn(draw));
    const kept = longest(all, 3);
    const length = ({ fromSeconds, toSeconds }) => toSeconds - fromSeconds;
    assert.equal(kept.length, Math.min(3, all.length));
    const left = all.filter((each) => !kept.includes(each));
    for (const each of left) assert.ok(kept.every((one) => length(one) >= length(each)));
  }));
