import { html, nothing } from "../../../lib/lit-html/lit-html.js";
import { keyed } from "../../../lib/lit-html/directives/keyed.js";
import { length } from "../../course/format.js";
import { texts } from "../../texts/say.js";
import { icon } from "../../ui/icons.js";
import "../../ui/recording-element.js";

const t = texts.dayPage;

/**
 * The recording that is shown: the chosen one, else the one stopped last, else the newest.
 *
 * @param {Day} day
 * @param {OpenDay} detail
 * @param {string | undefined} chosen
 */
function current(day, detail, chosen) {
  /** @param {string | undefined} id */
  const find = (id) => detail.recordings.find((one) => one.recordingId === id);
  const stopped = day.progress?.resumePositions.map((one) => find(one.recordingId)).find(Boolean);
  return find(chosen) ?? stopped ?? detail.recordings[0];
}

/**
 * The day's recordings: one in the player, the others to choose from.
 *
 * @param {Day} day
 * @param {OpenDay} detail
 * @param {State} state
 * @param {Actions} actions
 */
export function recordings(day, detail, state, actions) {
  if (!detail.recordings.length) {
    return html`<section class="panel no-recording" aria-labelledby="recording-title">
      <span class="tile">${icon("video", "large")}</span>
      <h2 id="recording-title">${t.recording}</h2>
      <p class="quiet">${t.recordingsNone}</p>
    </section>`;
  }
  const shown = current(day, detail, state.day?.chosen);
  return html`<section aria-labelledby="recording-title">
    <h2 id="recording-title" class="recording-title">
      <span>${shown.title}</span><span class="quiet">${length(shown.durationSeconds, texts.units)}</span>
    </h2>
    ${keyed(
      shown.recordingId,
      html`<portal-recording
        class="player-place"
        .services=${actions.playback}
        .recording=${shown}
      ></portal-recording>`,
    )}
    ${detail.recordings.length > 1 ? list(detail.recordings, shown, actions) : nothing}
  </section>`;
}

/** @type {(all: Recording[], shown: Recording, actions: Actions) => Template} */
const list = (all, shown, actions) => html`<h3 class="list-title">${t.recordings}</h3>
  <ul class="recordings">
    ${all.map(
      (one) => html`<li>
        <button aria-current=${one === shown ? "true" : "false"} @click=${() => actions.choose(one.recordingId)}>
          ${icon("play")}<span>${one.title}</span>
          <span class="quiet">${one === shown ? t.watching : length(one.durationSeconds, texts.units)}</span>
        </button>
      </li>`,
    )}
  </ul>`;
