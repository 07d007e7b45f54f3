import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { repeat } from "../../lib/lit-html/directives/repeat.js";
import { clock, length } from "../course/format.js";
import { goOn, lengthOf, overall, percent, standing, withKept } from "../course/progress.js";
import { say, texts } from "../texts/say.js";
import { icon } from "../ui/icons.js";
import { ring } from "../ui/ring.js";
import { badge, failure, skeletons } from "../ui/state.js";
import { opens } from "../ui/opens.js";
import { when } from "../ui/when.js";
import { calendar, calendarDoor } from "./calendar.js";
import { join } from "./session.js";

const t = texts.course;
/** @type {Partial<Record<Standing, string>>} */
const kickers = t.kickers;

export const title = () => t.title;

/** @param {Day} day */
function recordings(day) {
  const count = day.recordings.length;
  if (!day.isUnlocked) return nothing;
  if (!count) return html`<span class="quiet">${t.noRecording}</span>`;
  return html`${icon("video")}<span>${say(t.recordings, { n: count, length: length(lengthOf(day), texts.units) })}</span>`;
}

/** @type {(scheduledAt: Instant, config: ServerConfig) => Content} */
const session = (scheduledAt, config) => html`<p class="card-when">
  ${icon("clock")}<span><span class="hidden">${texts.day.session}</span> ${when(scheduledAt, config)}</span>
</p>`;

/**
 * @param {Day} day
 * @param {State} state
 */
function card(day, state) {
  const how = standing(day);
  const locked = how === "locked";
  return html`<li class="card ${how}">
    <div class="card-top">
      <span class="card-number">${say(texts.day.number, { n: day.dayNumber })}</span>
      ${badge(how)}
    </div>
    <h3><a href="#/day/${day.dayNumber}">${day.title}</a></h3>
    <p class="card-text written">${day.description}</p>
    ${day.scheduledAt ? session(day.scheduledAt, state.config) : nothing} ${opens(day, state, "card-when")}
    ${locked && !percent(day) ? nothing : foot(day)}
  </li>`;
}

/** @param {Day} day */
const foot = (day) => html`<div class="card-foot">
  <p class="card-meta">${recordings(day)}</p>
  ${ring(percent(day), t.ring)}
</div>`;

/**
 * @param {Day[]} days
 * @param {Actions} actions
 */
function nextStep(days, actions) {
  const next = goOn(days);
  if (!next) {
    const none = !days.some((day) => day.isUnlocked);
    return html`<section class="go-on"><p class="go-on-title">${none ? t.none : t.allDone}</p></section>`;
  }
  const { day, recording, at } = next;
  const n = day.dayNumber;
  const how = standing(day);
  const fresh = how === "open";
  const label = at ? say(t.continueAt, { n, time: clock(at) }) : say(fresh ? t.startDay : t.continueDay, { n });
  const first = days.every((one) => !one.progress?.lastAccessed);
  return html`<section class="go-on" aria-labelledby="go-on-title">
    <div>
      <p class="kicker">${first ? t.start : (kickers[how] ?? t.goOn)}</p>
      <h2 id="go-on-title" class="go-on-title">${day.title}</h2>
      <p class="quiet written">${recording ? recording.title : day.description}</p>
    </div>
    <a
      class="button primary large"
      href="#/day/${n}"
      @click=${() => at && actions.continueAt(n, recording?.recordingId)}
    >
      ${icon("play")}${label}
    </a>
  </section>`;
}

/** @param {Day[]} days */
function whole(days) {
  const sum = overall(days);
  return html`<section class="overall" aria-labelledby="overall-title">
    ${ring(sum.percent, t.overallLabel, "large")}
    <div>
      <h2 id="overall-title">${t.overall}</h2>
      <p class="quiet">${say(t.doneDays, { n: sum.total, done: sum.done })}</p>
      <p class="quiet">${say(t.lead, { n: sum.total, open: sum.open })}</p>
    </div>
  </section>`;
}

/** @type {View["view"]} */
function body(state, actions) {
  const { course, kept, now } = state;
  if (course.status === "failed") return failure(t.failed, course.problem, actions.loadCourse);
  if (course.status !== "ready") return html`${skeletons(2, "summary")} ${skeletons(12, "cards")}`;
  return html`${course.days.map((day) => join(day, now, true))}
    <div class="summary">${nextStep(
      course.days.map((day) => withKept(day, kept)),
      actions,
    )} ${whole(course.days)}</div>
    <div class="days-head">
      <h2>${t.days}</h2>
      ${calendarDoor(state, actions)}
    </div>
    ${calendar(state, actions)}
    <ol class="cards">
      ${repeat(
        course.days,
        (day) => day.dayNumber,
        (day) => card(day, state),
      )}
    </ol>`;
}

/** @type {View["view"]} */
export function view(state, actions) {
  const name = state.session.user?.displayName;
  return html`<div class="course-head">
      ${name ? html`<p class="kicker">${t.title}</p>` : nothing}
      <h1 tabindex="-1">${name ? say(t.hello, { name }) : t.title}</h1>
    </div>
    ${body(state, actions)}`;
}
