import { texts } from "../texts/say.js";
import { dressed } from "./player-looks.js";

/**
 * What a person could notice; addresses with a ticket in them change with every answer.
 *
 * @param {Recording} recording
 */
const look = ({ recordingId, title, platform, videoUrl, durationSeconds, captions = [] }) =>
  JSON.stringify([recordingId, title, platform, videoUrl, durationSeconds, captions.map((one) => one.label)]);

/** Where the list of recordings is longer than its place, the one that is shown is in view. */
function revealInList() {
  const shown = /** @type {HTMLElement | null} */ (document.querySelector(".recordings.many [aria-current=true]"));
  const list = /** @type {HTMLElement | null} */ (shown?.closest(".recordings") ?? null);
  if (!shown || !list) return;
  const above = list.scrollTop > shown.offsetTop;
  const below = list.scrollTop + list.clientHeight < shown.offsetTop + shown.offsetHeight;
  if (above || below) list.scrollTop = shown.offsetTop - shown.offsetHeight;
}

/**
 * The player's place in the page. Taking it out of the page, for whatever reason, ends the player: that is how a lock
 * reaches a recording that is playing.
 */
class RecordingElement extends HTMLElement {
  /** @type {Recording | null} */
  #recording = null;
  /** @type {MountedPlayer | null} */
  #player = null;
  /** @type {Actions["playback"] | null} */
  services = null;

  /** @param {Recording | null} recording */
  set recording(recording) {
    const before = this.#recording;
    this.#recording = recording;
    if (before && recording && this.#player && look(before) !== look(recording)) this.#player.refresh(recording);
  }

  connectedCallback() {
    // Properties may be set after this; the player begins with all of them.
    queueMicrotask(() => {
      revealInList();
      this.#mount();
    });
  }

  disconnectedCallback() {
    this.#player?.destroy();
    this.#player = null;
    this.#recording = null;
    this.replaceChildren();
  }

  async #mount() {
    if (this.#player || !this.isConnected) return;
    try {
      const [{ mountRecording }, { playerTexts }, services] = await Promise.all([
        import("../player/recording-player.js"),
        import("../player/texts.js"),
        /** @type {Actions["playback"]} */ (this.services)(/** @type {Recording} */ (this.#recording)),
        dressed(),
      ]);
      if (this.#player || !this.isConnected) return;
      this.#player = mountRecording(this, {
        recording: /** @type {Recording} */ (this.#recording),
        texts: playerTexts,
        ...services,
      });
    } catch {
      if (this.isConnected) this.#apologize();
    }
  }

  #apologize() {
    const box = document.createElement("div");
    box.className = "player-failed";
    const why = document.createElement("p");
    why.textContent = texts.dayPage.playerFailed;
    const again = document.createElement("button");
    again.className = "button";
    again.textContent = texts.site.retry;
    again.addEventListener("click", () => this.replaceChildren() ?? this.#mount());
    box.append(why, again);
    this.replaceChildren(box);
  }
}

customElements.define("portal-recording", RecordingElement);
