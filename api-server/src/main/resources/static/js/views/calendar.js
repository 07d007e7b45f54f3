import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { sentence, texts } from "../texts/say.js";
import { icon } from "../ui/icons.js";

const t = texts.calendar;

/** @param {Actions} actions */
const question = (actions) => html`<p>${t.renewAsk}</p>
  <div class="actions">
    <button class="button danger small" @click=${actions.renewCalendar}>${t.renew}</button>
    <button class="button small" @click=${actions.keepCalendar}>${t.keep}</button>
  </div>`;

/** @type {(calendar: CalendarState & {address: string}, actions: Actions) => Template} */
const told = ({ address, copied, renewing, renewed }, actions) => html`<div class="calendar-address">
    <input
      id="calendar-address"
      readonly
      aria-label=${t.address}
      .value=${address}
      @focus=${(/** @type {FocusEvent} */ { target }) => /** @type {HTMLInputElement} */ (target).select()}
    />
    <button class="button" @click=${actions.copyCalendar}>${t.copy}</button>
    <a class="button" href=${address.replace(/^https?:/, "webcal:")}>${icon("calendar")}${t.open}</a>
  </div>
  <p role="status" class="success">${copied ? html`${icon("check")}${t.copied}` : renewed ? html`${icon("check")}${t.renewed}` : nothing}</p>
  <p class="quiet">${t.secret}</p>
  ${renewing ? question(actions) : html`<button class="link" @click=${actions.askRenewCalendar}>${t.renew}…</button>`}`;

/**
 * The address from which calendars read the sessions, for whoever asks for it.
 *
 * @type {View["view"]}
 */
export function calendar({ calendar: shown, forms }, actions) {
  if (!shown) return nothing;
  const { problem, pending } = forms.calendar ?? {};
  return html`<section class="panel calendar" id="calendar" aria-label=${t.title}>
    <p>${t.text}</p>
    ${shown.address ? told({ ...shown, address: shown.address }, actions) : nothing}
    ${pending ? html`<p class="quiet" role="status">${texts.site.loading}</p>` : nothing}
    ${
      problem
        ? html`<p class="problem" role="alert">${icon("warn")}<span>${sentence(problem)}</span></p>
            ${shown.address ? nothing : html`<button class="button small" @click=${actions.askForCalendar}>${texts.site.retry}</button>`}`
        : nothing
    }
  </section>`;
}

/** @type {View["view"]} */
export const calendarDoor = ({ calendar: shown, course }, actions) =>
  course.days.some((day) => day.scheduledAt)
    ? html`<button class="button small calendar-door" aria-expanded=${shown ? "true" : "false"} @click=${actions.toggleCalendar}>
        ${icon("calendar")}${t.title}
      </button>`
    : nothing;
