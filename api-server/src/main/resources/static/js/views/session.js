import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { joinable, remaining } from "../course/moments.js";
import { say, texts } from "../texts/say.js";
import { icon } from "../ui/icons.js";

const t = texts.session;

/** @type {(day: Day, now: number) => string} */
function begins({ scheduledAt }, now) {
  const left = remaining(Date.parse(String(scheduledAt)) - now);
  return left ? say(t.begins, { left }) : t.on;
}

/**
 * The way into a session, while its doors are open.
 *
 * @type {(day: Day, now: number, heading?: boolean) => Content}
 */
export function join(day, now, heading = false) {
  const url = joinable(day, now);
  if (!url) return nothing;
  return html`<section class="session-now" aria-label=${say(t.of, { n: day.dayNumber })}>
    ${icon("live")}
    <p>
      ${heading ? html`<strong class="written">${day.title}</strong>` : nothing}
      <span class="quiet">${begins(day, now)}</span>
    </p>
    <a class="button primary" href=${url.href} target="_blank" rel="noopener noreferrer">
      <span>${t.join}<span class="hidden"> (${texts.site.newTab})</span></span>
    </a>
  </section>`;
}
