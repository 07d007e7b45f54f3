import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { reason, texts } from "../texts/say.js";
import { icon } from "./icons.js";

/**
 * What stands where something could not be loaded.
 *
 * @type {(what: string, problem: PortalError | null | undefined, again: () => void) => Template}
 */
export const failure = (what, problem, again) => html`<div class="panel failure" role="alert">
  ${icon("warn", "large")}
  <div>
    <p class="strong">${what}</p>
    <p class="quiet">${problem ? reason(problem) : nothing}</p>
  </div>
  <button class="button" @click=${again}>${texts.site.retry}</button>
</div>`;

/**
 * Holds the place of something that is being loaded.
 *
 * @type {(count: number, kind: string) => Template}
 */
export const skeletons = (count, kind) =>
  html`<div class="skeletons ${kind}" aria-hidden="true">${Array.from({ length: count }, () => html`<div class="skeleton"></div>`)}</div>
    <p class="hidden" role="status">${texts.site.loading}</p>`;

/** @type {Record<Standing, Icon>} */
const marks = { locked: "lock", open: "open", started: "clock", renewed: "video", done: "check" };

/**
 * How a day stands, in a word and a sign.
 *
 * @param {Standing} standing
 */
export const badge = (standing) =>
  html`<span class="badge ${standing}">${icon(marks[standing])}${texts.day[standing]}</span>`;
