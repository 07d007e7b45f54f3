import { createOutbox } from "/js/player/outbox.js";
import { mountRecording } from "/js/player/recording-player.js";
import { playerTexts } from "/js/player/texts.js";

/** How many messages from frames this page has worked on; a test waits for it between two steps of a stand-in. */
globalThis.messages = 0;
addEventListener("message", () => queueMicrotask(() => globalThis.messages++));

/** Every sentence below the film so far: some go away before a slow test can look. */
globalThis.said = [];
new MutationObserver(() => {
  const sentence = document.querySelector("[role=status]")?.textContent;
  if (sentence && globalThis.said.at(-1) !== sentence) globalThis.said.push(sentence);
}).observe(document, { childList: true, subtree: true, characterData: true });

async function post(path, body, keepalive = false) {
  let answer;
  try {
    answer = await fetch(path, { method: "POST", body: JSON.stringify(body), keepalive });
  } catch {
    throw Object.assign(new Error("unreachable"), { code: "UNREACHABLE", retryable: true });
  }
  if (!answer.ok) throw Object.assign(new Error("refused"), await answer.json());
  return answer.json();
}

const report = (input) => post("/reports", input);

/** What the site would do: one outbox for the user, one player for the recording. */
globalThis.mount = (recording, resumeAt = 0) => {
  globalThis.outbox ??= createOutbox("student-1", report);
  globalThis.player = mountRecording(document.getElementById("host"), {
    recording,
    resumeAt,
    texts: playerTexts,
    report,
    reportOnHide: (input) => void post("/farewells", input, true).catch(() => {}),
    renew: () => post("/renew", {}),
    outbox: globalThis.outbox,
  });
};
document.documentElement.dataset.loaded = "yes";
