import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { isFar, remaining } from "../course/moments.js";
import { say, texts } from "../texts/say.js";
import { icon } from "./icons.js";
import { when } from "./when.js";

/**
 * How long it is until an instant; a timer says nothing by itself to who listens to the page.
 *
 * @type {(instant: Instant, now: number) => Content}
 */
export function countdown(instant, now) {
  const left = remaining(Date.parse(instant) - now);
  return html`<span role="timer" class="countdown">${left ? say(texts.day.inTime, { left }) : texts.day.now}</span>`;
}

/**
 * When the clock opens a locked day, on a card or a line of the outline.
 *
 * @type {(day: OutlineDay, state: State, looks: string) => Content}
 */
export function opens({ isUnlocked, opensAt }, { config, now }, looks) {
  if (isUnlocked || !opensAt) return nothing;
  const near = !isFar(Date.parse(opensAt) - now);
  return html`<p class=${looks}>
    ${icon("lock")}<span>${texts.day.opens} ${when(opensAt, config)}${near ? html` · ${countdown(opensAt, now)}` : nothing}</span>
  </p>`;
}
