import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { keyed } from "../../lib/lit-html/directives/keyed.js";
import { date } from "../course/format.js";
import { milestone } from "../course/moments.js";
import { percent, standing, withKept } from "../course/progress.js";
import { apart } from "../texts/apart.js";
import { say, texts } from "../texts/say.js";
import { icon } from "../ui/icons.js";
import { ring } from "../ui/ring.js";
import { badge, failure, skeletons } from "../ui/state.js";
import { countdown } from "../ui/opens.js";
import { when } from "../ui/when.js";
import { recordings } from "./day/recordings.js";
import { resources } from "./day/resources.js";
import { slides } from "./day/slides.js";
import { join } from "./session.js";

const t = texts.dayPage;

/** Longer ones would fill the first screen by themselves. */
const LONG_TITLE = 70;
const LONG_LEAD = 320;

/**
 * What an earlier visit knew of the day, as long as nothing newer is known.
 *
 * @param {State} state
 */
const recalled = ({ recalled: days, route }) => days.find((one) => one.dayNumber === route.dayNumber);

/** @param {State} state */
const known = ({ course, route, kept }) => {
  const day = course.days.find((one) => one.dayNumber === route.dayNumber);
  return day && withKept(day, kept);
};

/** @type {View["title"]} */
export const title = (state) => {
  const number = say(texts.day.number, { n: state.route.dayNumber });
  const day = known(state) ?? recalled(state);
  return day ? `${number}: ${apart(day.title)}` : number;
};

/** @type {View["enter"]} */
export const enter = (state, actions) => actions.openDay(Number(state.route.dayNumber));

const back = () => html`<p class="back"><a href="#/course">${icon("left")}${t.back}</a></p>`;

/** @param {Event} event */
function unfold({ currentTarget }) {
  const button = /** @type {HTMLElement} */ (currentTarget);
  const folded = /** @type {HTMLElement} */ (button.previousElementSibling).classList.toggle("folded");
  button.setAttribute("aria-expanded", String(!folded));
  button.textContent = folded ? t.more : t.less;
}

/** @param {OutlineDay} day */
const lead = ({ dayNumber, description }) =>
  description.length > LONG_LEAD
    ? keyed(
        dayNumber,
        html`<p class="lead written folded">${description}</p>
          <button class="unfold" aria-expanded="false" @click=${unfold}>${t.more}</button>`,
      )
    : html`<p class="lead written">${description}</p>`;

/**
 * @param {Day} day
 * @param {State} state
 */
function head(day, { course, config }) {
  return html`<header class="day-head">
    <div>
      <p class="kicker">${say(texts.day.ofTotal, { n: day.dayNumber, total: course.days.length })}</p>
      <h1 tabindex="-1" class=${day.title.length > LONG_TITLE ? "long" : nothing}>${day.title}</h1>
      ${lead(day)}
      <p class="day-meta">
        ${badge(standing(day))} ${day.scheduledAt ? html`<span class="quiet">${texts.day.session} ${when(day.scheduledAt, config)}</span>` : nothing}
        ${
          day.unlockedAt
            ? html`<span class="quiet">${say(t.opened, { date: date(day.unlockedAt, config.timeZone, texts.language) })}</span>`
            : nothing
        }
      </p>
    </div>
    ${standing(day) === "locked" ? nothing : ring(percent(day), texts.course.ring, "large")}
  </header>`;
}

/**
 * The head of a day that is still being read.
 *
 * @param {State} state
 */
function expected(state) {
  const { route, recalled: days } = state;
  const day = recalled(state);
  if (!day)
    return html`<header class="day-head"><h1 tabindex="-1">${say(texts.day.number, { n: route.dayNumber })}</h1></header>`;
  return html`<header class="day-head">
    <div>
      <p class="kicker">${say(texts.day.ofTotal, { n: day.dayNumber, total: days.length })}</p>
      <h1 tabindex="-1" class=${day.title.length > LONG_TITLE ? "long" : nothing}>${day.title}</h1>
      ${lead(day)}
    </div>
  </header>`;
}

/**
 * @param {Day | undefined} day
 * @param {string} label
 * @param {"left" | "right"} sign
 */
function neighbour(day, label, sign) {
  if (!day) return html`<span></span>`;
  return html`<a class="neighbour ${sign}" href="#/day/${day.dayNumber}">
    ${icon(sign)}
    <span><span class="quiet">${label}</span><span class="strong clamped written">${day.title}</span></span>
  </a>`;
}

/**
 * @param {Day} day
 * @param {State} state
 */
function around(day, { course }) {
  const at = course.days.findIndex((one) => one.dayNumber === day.dayNumber);
  return html`<nav class="around" aria-label=${t.around}>
    ${neighbour(course.days[at - 1], t.previous, "left")} ${neighbour(course.days[at + 1], t.next, "right")}
  </nav>`;
}

/**
 * A day that the clock opens; its last minutes are told aloud, few of them.
 *
 * @type {(opensAt: Instant, state: State) => Template}
 */
function opening(opensAt, { config, now }) {
  const minutes = milestone(Date.parse(opensAt) - now);
  return html`<h2 tabindex="-1">${t.opensTitle}</h2>
    <p class="strong">${texts.day.opens} ${when(opensAt, config)}</p>
    <p class="opens-in">${countdown(opensAt, now)}</p>
    <p role="status" class="hidden">${minutes ? say(t.opensSoon, { n: minutes }) : nothing}</p>
    <p>${t.opensText}</p>`;
}

/** @type {(why: Content) => Template} */
const shut = (why) => html`<h2 tabindex="-1">${t.lockedTitle}</h2>
  <p role="status">${why}</p>`;

/** @type {(until: Instant | null, config: ServerConfig) => Content} */
const held = (until, config) => html`${t.held}${until ? html` ${t.heldUntil} ${when(until, config)}.` : nothing}`;

/**
 * @param {Day} day
 * @param {State} state
 */
function locked({ opensAt }, state) {
  const { relocked, held: back } = state.day ?? {};
  const why = back ? held(back.until, state.config) : relocked ? t.relocked : t.lockedText;
  return html`<section class="panel locked-panel">
    <span class="tile">${icon(opensAt && !back ? "clock" : "lock", "large")}</span>
    ${opensAt && !back ? opening(opensAt, state) : shut(why)}
    <p><a class="button" href="#/course">${t.toOpen}</a></p>
  </section>`;
}

/**
 * @param {Day} day
 * @param {State} state
 * @param {Actions} actions
 */
function content(day, state, actions) {
  const { status, detail, problem } = state.day ?? {};
  if (!day.isUnlocked) return locked(day, state);
  if (status === "failed") return failure(t.failed, problem, () => actions.openDay(day.dayNumber));
  if (!state.day || status !== "ready" || !detail) {
    return html`<div class="day-grid">${skeletons(1, "player")} ${skeletons(2, "side")}</div>`;
  }
  return html`<div class="day-grid">
    <div class="day-main">${recordings(day, detail, state, actions)}</div>
    <div class="day-side">${slides(day, detail, state, actions)} ${resources(detail, state)}</div>
    ${state.day.slidesShown ? slides.frame(state.day, actions) : nothing}
  </div>`;
}

/** @type {(heading: string, body: Content) => Template} */
const alone = (heading, body) => html`${back()}
  <section class="gate centred">
    <h1 tabindex="-1">${heading}</h1>
    ${body}
  </section>`;

/** @type {View["view"]} */
export function view(state, actions) {
  const { course, route } = state;
  const number = say(texts.day.number, { n: route.dayNumber });
  if (course.status === "failed") {
    return alone(number, failure(texts.course.failed, course.problem, actions.loadCourse));
  }
  if (course.status !== "ready") {
    return html`${back()} ${expected(state)}
      <div class="day-grid">${skeletons(1, "player")} ${skeletons(2, "side")}</div>`;
  }
  const day = known(state);
  if (!day) return alone(t.missingTitle, html`<p class="quiet">${say(t.missingText, { n: route.dayNumber })}</p>`);
  return html`${back()} ${head(day, state)} ${join(day, state.now)} ${content(day, state, actions)} ${around(day, state)}`;
}
