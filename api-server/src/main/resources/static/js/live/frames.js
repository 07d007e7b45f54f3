/**
 * Reads server-sent events off a response. Calls `beat` for every piece of text that arrives, comments included, and
 * `next` with the data of each event.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {{beat: () => void, next: (answer: GraphQlAnswer) => void}} told
 * @returns {Promise<void>} when the stream ended
 */
export async function readFrames(body, { beat, next }) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    beat();
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    blocks.map(parse).forEach((frame) => frame && next(frame));
  }
}

/** @param {string} block */
function parse(block) {
  /** @type {string[]} */
  const data = [];
  let event = "message";
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return event === "next" && data.length ? JSON.parse(data.join("\n")) : null;
}
