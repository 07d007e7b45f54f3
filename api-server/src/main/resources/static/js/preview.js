import { openAdapter } from "./player/adapters/open-adapter.js";
import { playerTexts } from "./player/texts.js";

/**
 * Plays one recording for the trainer's desktop. What to play stands in the address's fragment, which no server is told:
 * `#platform=UPLOAD&url=…`, and `&autoplay=1` to begin at once. How it goes stands in the page's title: `loading`,
 * `ready`, `playing`, `paused`, `ended` or `failed: <reason>`, where the reason is a key of the player's texts or
 * `badAddress`. Nothing is remembered, nobody is signed in, no progress is reported.
 */

const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
const words = /** @type {HTMLElement} */ (document.getElementById("words"));
const BAD_ADDRESS = "This is no address of a recording that may be played here.";
const PATHS = { YOUTUBE: /^\/embed\/[\w-]+$/, VIMEO: /^\/video\/\d+$/ };

/** @type {Adapter | null} */
let shown = null;

/** @param {string} state */
function show(state, sentence = "") {
  document.title = state;
  words.textContent = sentence;
}

/**
 * @param {string | null} text
 * @returns {URL|null} an address of this origin, or one elsewhere that nobody can listen in on
 */
function address(text) {
  let url;
  try {
    url = new URL(text ?? "", location.origin);
  } catch {
    return null;
  }
  const safe = url.origin === location.origin || url.protocol === "https:";
  return safe && !url.username && !url.password ? url : null;
}

/**
 * @param {URLSearchParams} wishes
 * @returns {Playable | null} the recording as the player's adapters want it
 */
function recordingOf(wishes) {
  const platform = /** @type {Platform | null} */ (wishes.get("platform"));
  const url = address(wishes.get("url"));
  if (!url) return null;
  const recording = { recordingId: "preview", platform };
  switch (platform) {
    case "UPLOAD":
      return url.origin === location.origin && url.pathname.startsWith("/api/v1/videos/")
        ? { ...recording, streamUrl: url.href }
        : null;
    case "DIRECT":
      return { ...recording, videoUrl: url.href };
    case "YOUTUBE":
    case "VIMEO":
      return PATHS[platform].test(url.pathname) ? { ...recording, embedUrl: url.href } : null;
    default:
      return null;
  }
}

function open() {
  shown?.destroy();
  shown = null;
  stage.replaceChildren();
  const wishes = new URLSearchParams(location.hash.slice(1));
  const recording = recordingOf(wishes);
  if (!recording) return show("failed: badAddress", BAD_ADDRESS);
  show("loading", playerTexts.loading);
  play(recording, wishes.has("autoplay"));
}

/**
 * @param {Playable} recording
 * @param {boolean} autoplay
 */
function play(recording, autoplay) {
  const adapter = openAdapter(recording, {
    startAt: 0,
    label: "Preview",
    // A ticket that died is renewed by whoever opened the preview.
    renew: () => Promise.reject(new Error("A preview has no session to ask with.")),
  });
  let ready = false;
  shown = adapter;

  /** @param {PlayerSentence} reason */
  function failed(reason) {
    adapter.destroy();
    shown = null;
    stage.replaceChildren();
    show(`failed: ${reason}`, playerTexts[reason] ?? playerTexts.cannotPlay);
  }

  adapter.on("ready", () => {
    ready = true;
    show("ready");
    if (autoplay) adapter.play();
  });
  adapter.on("timechange", () => adapter.moving() && adapter.position() > 0 && show("playing"));
  adapter.on("pause", () => show("paused"));
  adapter.on("ended", () => show("ended"));
  adapter.on("failed", ({ reason }) => failed(reason));
  // Who looks at a preview need not wait for attempts that may still help a student.
  adapter.on("notice", (key) => key === "reconnecting" && !ready && failed("cannotPlay"));
  stage.replaceChildren(adapter.element);
}

addEventListener("hashchange", open);
open();
