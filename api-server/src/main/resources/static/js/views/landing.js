import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { say, texts } from "../texts/say.js";
import { illustration } from "../ui/illustration.js";
import { icon } from "../ui/icons.js";
import { badge, failure, skeletons } from "../ui/state.js";
import { opens } from "../ui/opens.js";
import { when } from "../ui/when.js";

const t = texts.landing;

/** @type {View["title"]} */
export const title = (state) => state.config.courseTitle;

/** @type {View["enter"]} */
export const enter = (_, actions) => actions.loadOutline();

/** @type {(state: State) => Outline} */
const daysOf = ({ session, course, outline }) =>
  session.status === "in" && course.status === "ready" ? { status: "ready", days: course.days } : outline;

/** @param {State} state */
function doors({ session, config }) {
  if (session.status === "in") {
    return html`<a class="button primary large" href="#/course">${t.enter}${icon("right")}</a>`;
  }
  const closed = config.registrationMode === "closed";
  return html`${
    closed
      ? html`<a class="button primary large" href="#/sign-in">${texts.site.signIn}</a>`
      : html`<a class="button primary large" href="#/register">${texts.site.register}</a>
          <a class="button large" href="#/sign-in">${t.haveAccount}</a>`
  }
    ${closed && config.known ? html`<p class="quiet note">${t.closed}</p>` : nothing}`;
}

/**
 * A word with a hyphen in it reads badly over two lines of this size.
 *
 * @param {string} text
 */
const whole = (text) =>
  text.split(/(\s+)/).map((word) => (word.includes("-") ? html`<span class="whole">${word}</span>` : word));

/** @param {{icon: Icon, title: string, text: string}} feature */
const feature = ({ icon: sign, title: heading, text }) => html`<li class="feature">
  <span class="tile">${icon(sign)}</span>
  <h2>${heading}</h2>
  <p>${text}</p>
</li>`;

/** @type {(day: OutlineDay, state: State) => Template} */
const row = (day, state) => html`<li class="outline-day ${day.isUnlocked ? "open" : "locked"}">
  <span class="outline-number" aria-hidden="true">${String(day.dayNumber).padStart(2, "0")}</span>
  <div>
    <h3><span class="hidden">${say(texts.day.number, { n: day.dayNumber })}: </span>${day.title}</h3>
    <p class="outline-text written">${day.description}</p>
    ${
      day.scheduledAt
        ? html`<p class="outline-when">
          ${icon("clock")}<span><span class="hidden">${texts.day.session}</span> ${when(day.scheduledAt, state.config)}</span>
        </p>`
        : nothing
    }
    ${opens(day, state, "outline-when")}
  </div>
  ${badge(day.isUnlocked ? "open" : "locked")}
</li>`;

/** @type {View["view"]} */
function outline(state, actions) {
  const { status, days, problem } = daysOf(state);
  if (status === "failed") return failure(t.outlineFailed, problem, actions.loadOutline);
  if (status !== "ready") return skeletons(12, "rows");
  if (!days.length) return html`<p class="quiet">${t.empty}</p>`;
  return html`<ol class="outline">
    ${days.map((day) => row(day, state))}
  </ol>`;
}

/** @param {State} state */
function count(state) {
  const { status, days } = daysOf(state);
  if (status !== "ready" || !days.length) return html`<p class="kicker">${t.kicker}</p>`;
  const open = days.filter((day) => day.isUnlocked).length;
  return html`<p class="kicker">
    ${say(t.days, { n: days.length })} <span aria-hidden="true">·</span> ${say(t.openDays, { n: open })}
  </p>`;
}

/** @type {View["view"]} */
export const view = (state, actions) => html`
  <section class="hero">
    <div class="hero-text">
      ${count(state)}
      <h1 tabindex="-1">${whole(state.config.courseTitle)}</h1>
      <p class="lead">${t.lead}</p>
      <div class="actions">${state.session.status === "restoring" ? nothing : doors(state)}</div>
    </div>
    ${illustration()}
  </section>
  <ul class="features">
    ${t.features.map(feature)}
  </ul>
  <section class="outline-part" aria-labelledby="outline-title">
    <div class="section-head">
      <div>
        <h2 id="outline-title">${t.outlineTitle}</h2>
        <p class="quiet">${t.outlineLead}</p>
      </div>
      <button class="button print-button" @click=${() => print()}>${icon("print")}${t.print}</button>
    </div>
    ${outline(state, actions)}
  </section>
`;
