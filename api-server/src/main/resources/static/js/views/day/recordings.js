import { html, nothing } from "../../../lib/lit-html/lit-html.js";
import { keyed } from "../../../lib/lit-html/directives/keyed.js";
import { webAddress } from "../../api/address.js";
import { clock, length } from "../../course/format.js";
import { inOrder, toWatch, watchedTo } from "../../course/progress.js";
import { say, texts } from "../../texts/say.js";
import { icon } from "../../ui/icons.js";
import "../../ui/recording-element.js";

const t = texts.dayPage;

/** More than these would push the slides of a day out of reach. */
const MANY = 8;

/**
 * The recording that is shown: the chosen one, else the one to watch now.
 *
 * @param {Day} day
 * @param {OpenDay} detail
 * @param {State} state
 */
function current(day, detail, { day: opened, goOn }) {
  /** @param {string | undefined} id */
  const find = (id) => detail.recordings.find((one) => one.recordingId === id);
  return find(opened?.chosen) ?? find(goOn?.recordingId) ?? toWatch(day, detail.recordings);
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
  const shown = current(day, detail, state);
  return html`<section aria-labelledby="recording-title">
    <div class="recording-title">
      <h2 id="recording-title" title=${shown.title}>${shown.title}</h2>
      <p class="quiet">${length(shown.durationSeconds, texts.units)}${elsewhere(shown)}</p>
    </div>
    ${keyed(
      shown.recordingId,
      html`<portal-recording
        class="player-place"
        .services=${actions.playback}
        .recording=${shown}
      ></portal-recording>`,
    )}
    ${detail.recordings.length > 1 ? list(day, detail.recordings, shown, actions) : nothing}
  </section>`;
}

/** @type {Partial<Record<Platform, string>>} */
const places = t.watchOn;

/**
 * The recording where it lives: another site's player may be blocked here, and nobody should have to wait to learn that.
 *
 * @param {Recording} recording
 */
function elsewhere({ platform, videoUrl }) {
  const href = places[platform] && webAddress(videoUrl);
  if (!href) return nothing;
  return html` · <a href=${href} target="_blank" rel="noopener">${places[platform]}<span class="hidden"> (${texts.site.newTab})</span></a>`;
}

/** @type {(day: Day, all: Recording[], shown: Recording, actions: Actions) => Template} */
const list = (day, all, shown, actions) => html`<h3 class="list-title">${t.recordings}</h3>
  <ol class="recordings ${all.length > MANY ? "many" : ""}">
    ${inOrder(all).map((one) => entry(day, one, one === shown, actions))}
  </ol>`;

/** @type {(day: Day, one: Recording, isShown: boolean, actions: Actions) => Template} */
function entry(day, one, isShown, actions) {
  const { at, percent, over } = watchedTo(day, one);
  const whole = length(one.durationSeconds, texts.units);
  const far = over ? t.watchedAll : at ? say(t.watchedTo, { at: clock(at), length: whole }) : whole;
  return html`<li>
    <button aria-current=${isShown ? "true" : "false"} @click=${() => actions.choose(one.recordingId)}>
      ${icon(over ? "check" : "play")}<span class="recording-name written">${one.title}</span>
      <span class="quiet">${isShown ? html`${t.watching} · ` : nothing}${far}</span>
      <svg class="watched" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${percent} height="4" />
      </svg>
    </button>
  </li>`;
}
