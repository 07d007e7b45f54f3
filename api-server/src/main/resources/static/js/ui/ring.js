import { html } from "../../lib/lit-html/lit-html.js";
import { say } from "../texts/say.js";

/**
 * A progress ring.
 *
 * @param {number} percent
 * @param {Wording} label what it is the progress of; gets `{n}`
 * @param {string} [size] a class
 */
export const ring = (percent, label, size = "") => html`<svg
  class="ring ${size} ${percent >= 100 ? "full" : ""}"
  viewBox="0 0 40 40"
  role="img"
  aria-label=${say(label, { n: percent })}
>
  <circle class="ring-track" cx="20" cy="20" r="17" />
  <circle
    class="ring-value"
    cx="20"
    cy="20"
    r="17"
    pathLength="100"
    stroke-dasharray="${percent} 100"
    transform="rotate(-90 20 20)"
    visibility=${percent > 0 ? "visible" : "hidden"}
  />
  <text class="ring-text" x="20" y="20" dy="0.36em" text-anchor="middle" aria-hidden="true">${percent}%</text>
</svg>`;
