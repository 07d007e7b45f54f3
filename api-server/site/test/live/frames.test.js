import assert from "node:assert/strict";
import test from "node:test";
import { always } from "../../support/random.js";
import { readFrames } from "../../../src/main/resources/static/js/live/frames.js";

const STREAM = [
  ": welcome\n\n",
  'event: next\ndata: {"a":"größer €"}\n\n',
  "event: next\r\ndata: [1,\r\ndata: 2]\r\n\r\n",
  "event: next\r\ndata: 5\r\n\r\n",
  ":\n\n",
  'event: other\ndata: {"not":"ours"}\n\n',
  'data: {"a message":"without a name"}\n\n',
  "event: next\n\n",
  "event: next\ndata: 3\n\n",
  "event: complete\ndata:\n\n",
  "event: next\ndata: 4",
].join("");
const TOLD = [{ a: "größer €" }, [1, 2], 5, 3];

async function read(pieces) {
  const told = [];
  let beats = 0;
  const body = new ReadableStream({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece));
      controller.close();
    },
  });
  await readFrames(body, { beat: () => beats++, next: (frame) => told.push(frame) });
  return { told, beats };
}

test("events of the subscription are told; comments, other events and what was cut off are not", async () => {
  assert.deepEqual((await read([new TextEncoder().encode(STREAM)])).told, TOLD);
});

test("a sign of life is one, also when it says nothing", async () => {
  const { told, beats } = await read([":\n\n", ":\n\n"].map((piece) => new TextEncoder().encode(piece)));
  assert.deepEqual([told, beats], [[], 2]);
});

test("it makes no difference where the network cuts the stream, not even within a letter", () => {
  const bytes = new TextEncoder().encode(STREAM);
  return always(async ({ below, listOf }) => {
    const cuts = [0, ...listOf(8, () => below(bytes.length)).sort((one, other) => one - other), bytes.length];
    const pieces = cuts.slice(1).map((cut, at) => bytes.slice(cuts[at], cut));
    assert.deepEqual((await read(pieces)).told, TOLD);
  }, 100);
});
