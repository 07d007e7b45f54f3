import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { date } from "../course/format.js";
import { percent } from "../course/progress.js";
import { say, sentence, texts } from "../texts/say.js";
import { icon } from "../ui/icons.js";
import { passwordForm } from "../ui/password-form.js";
import { ring } from "../ui/ring.js";
import { failure, skeletons } from "../ui/state.js";

const t = texts.me;

export const title = () => t.title;

/** @type {(id: string, heading: string, content: Content, extra?: string) => Template} */
const part = (id, heading, content, extra = "") => html`<section class="panel ${extra}" aria-labelledby=${id}>
  <h2 id=${id}>${heading}</h2>
  ${content}
</section>`;

/** @param {boolean} yes */
const seen = (yes) =>
  yes ? html`<span class="yes">${icon("check")}${t.yes}</span>` : html`<span class="quiet">${t.no}</span>`;

/** @type {(day: Day, progress: TouchedProgress, config: ServerConfig) => Template} */
const row = (day, progress, config) => html`<tr>
  <th scope="row"><a href="#/day/${day.dayNumber}">${say(texts.day.number, { n: day.dayNumber })}</a><span class="quiet written">${day.title}</span></th>
  <td data-label=${t.slides}>${seen(progress.viewedPresentation)}</td>
  <td data-label=${t.recording}>${seen(progress.viewedRecording)}</td>
  <td data-label=${t.last}>${date(progress.lastAccessed, config.timeZone, texts.language)}</td>
  <td data-label=${t.complete}>${ring(percent(day), texts.course.ring)}</td>
</tr>`;

/** @type {View["view"]} */
function progress({ course, config }, actions) {
  if (course.status === "failed") return failure(texts.course.failed, course.problem, actions.loadCourse);
  if (course.status !== "ready") return skeletons(3, "rows");
  const touched = course.days.filter((day) => day.progress?.lastAccessed);
  if (!touched.length) return html`<p class="quiet">${t.progressNone}</p>`;
  return html`<table class="progress-table">
    <thead>
      <tr>
        <th scope="col">${t.day}</th>
        <th scope="col">${t.slides}</th>
        <th scope="col">${t.recording}</th>
        <th scope="col">${t.last}</th>
        <th scope="col">${t.complete}</th>
      </tr>
    </thead>
    <tbody>
      ${touched.map((day) => row(day, /** @type {TouchedProgress} */ (day.progress), config))}
    </tbody>
  </table>`;
}

/** @type {View["view"]} */
function password({ session, forms }, actions) {
  if (session.provider === "microsoft") return html`<p class="quiet">${t.passwordMicrosoft}</p>`;
  return html`<p class="quiet">${t.passwordText}</p>
    ${passwordForm(forms.password, actions, t.passwordSubmit)}
    <p role="status" class="success">${forms.password?.done ? html`${icon("check")}${t.passwordDone}` : nothing}</p>`;
}

/** @type {View["view"]} */
const look = ({ chosenTheme }, actions) => html`<fieldset class="choices">
  <legend class="hidden">${t.look}</legend>
  ${Object.entries(t.themes).map(
    ([theme, label]) => html`<label>
      <input type="radio" name="theme" value=${theme} .checked=${chosenTheme === theme} @change=${() => actions.chooseTheme(/** @type {ChosenTheme} */ (theme))} />
      <span>${label}</span>
    </label>`,
  )}
</fieldset>`;

/** @param {FormState | undefined} form */
function outcome(form) {
  if (form?.problem) return html`<p class="problem">${icon("warn")}<span>${sentence(form.problem)}</span></p>`;
  return form?.done ? html`<p class="success">${icon("check")}${t.dataDone}</p>` : nothing;
}

/** @param {FormState | undefined} form */
const worked = (form) => html`<div role="status">${outcome(form)}</div>`;

/** @type {View["view"]} */
const sessions = ({ forms }, actions) => html`<p class="quiet">${t.sessionsText}</p>
  <div class="actions">
    <button class="button" @click=${actions.signOut}>${t.signOut}</button>
    <button class="button danger" @click=${actions.signOutEverywhere}>${t.everywhere}</button>
  </div>
  ${worked(forms.everywhere)}`;

/** @type {View["view"]} */
const data = ({ forms }, actions) => html`<p class="quiet">${t.dataText}</p>
  <button class="button" @click=${actions.download}>${icon("download")}${t.dataSubmit}</button>
  ${worked(forms.data)}`;

/** @type {View["view"]} */
export function view(state, actions) {
  const { user } = state.session;
  return html`<header class="me-head">
      <span class="avatar" aria-hidden="true">${(user?.displayName || user?.email || "?").slice(0, 1).toUpperCase()}</span>
      <div>
        <h1 tabindex="-1">${user?.displayName || t.title}</h1>
        <p class="quiet">
          ${user ? html`${say(t.signedInAs, { email: user.email })} · ${user.role === "ADMIN" ? t.trainer : t.student}` : nothing}
        </p>
      </div>
    </header>
    ${state.stored ? nothing : html`<p class="info" role="status">${icon("warn")}<span>${t.notStored}</span></p>`}
    <div class="me-grid">
      ${part("progress-title", t.progress, progress(state, actions), "wide-panel")}
      ${part("password-title", t.password, password(state, actions))}
      <div class="me-stack">
        ${part("look-title", t.look, look(state, actions))} ${part("sessions-title", t.sessions, sessions(state, actions))}
        ${part("data-title", t.data, data(state, actions))}
      </div>
    </div>`;
}
