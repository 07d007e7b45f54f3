import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { repeat } from "../../lib/lit-html/directives/repeat.js";
import { moment } from "../course/format.js";
import { say, texts } from "../texts/say.js";
import { icon, mark } from "./icons.js";

/** @type {Partial<Record<LineState, string>>} */
const words = texts.connection;

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  main.focus();
  main.scrollIntoView();
}

/** @type {(href: string, name: PageName, current: PageName, sign: Icon, label: string) => Template} */
const link = (href, name, current, sign, label) => html`<a
  href=${href}
  class="nav-link"
  aria-current=${current === name ? "page" : nothing}
>
  ${icon(sign)}<span>${label}</span>
</a>`;

/**
 * @param {State} state
 * @param {PageName} current
 */
function navigation({ session, config }, current) {
  if (session.status === "in") {
    return html`${link("#/course", "course", current, "course", texts.site.course)}
    ${link("#/me", "me", current, "person", texts.site.me)}`;
  }
  if (session.status === "restoring") return nothing;
  return html`<a href="#/sign-in" class="nav-link" aria-current=${current === "sign-in" ? "page" : nothing}>
      <span>${texts.site.signIn}</span>
    </a>
    ${
      config.registrationMode === "closed"
        ? nothing
        : html`<a href="#/register" class="button primary small">${texts.site.register}</a>`
    }`;
}

/**
 * @param {Theme} theme
 * @param {Actions} actions
 */
function themeSwitch(theme, actions) {
  const label = theme === "dark" ? texts.site.toLight : texts.site.toDark;
  return html`<button class="bare theme" aria-label=${label} title=${label} @click=${actions.switchTheme}>
    ${icon(theme === "dark" ? "sun" : "moon")}
  </button>`;
}

/**
 * Tells that there is news where a film leaves it no room, and shows it over the film to whoever asks.
 *
 * @param {State} state
 * @param {Actions} actions
 */
function newsSign({ notices, newsAsked }, actions) {
  if (!notices.length) return nothing;
  const label = say(texts.site.newsWaits, { n: notices.length });
  return html`<button
    class="bare news-sign"
    aria-label=${label}
    title=${label}
    aria-expanded=${newsAsked ? "true" : "false"}
    @click=${actions.askNews}
  >
    ${icon("bell")}<span class="news-count" aria-hidden="true">${notices.length}</span>
  </button>`;
}

/** @param {State} state */
const connection = ({ session, connection }) => html`<div class="connection" role="status">
  ${
    session.status !== "out" && words[connection]
      ? html`<p class="pill ${connection}"><span class="dot"></span>${say(words[connection] ?? "", { origin: location.origin })}</p>`
      : nothing
  }
</div>`;

/**
 * Stands as long as the store is paused: what one sees is not the newest, and what one asks for may have to wait.
 *
 * @param {State} state
 */
const stale = ({ config: { staleSince } }) => html`<div class="stale" role="status">
  ${
    staleSince
      ? html`<p>${icon("clock")}<span>${say(texts.stale, { time: moment(staleSince, texts.language) })}</span></p>`
      : nothing
  }
</div>`;

/** @type {Record<News["kind"], Icon>} */
const signs = { unlocked: "open", locked: "lock", recording: "video", edited: "course" };

/** @type {(one: Notice, actions: Actions) => Template} */
const notice = (one, actions) => html`<li class="notice ${one.kind}">
  ${icon(signs[one.kind])}
  ${
    one.kind === "locked" || !one.dayNumber
      ? html`<p>${one.text}</p>`
      : html`<p><a href="#/day/${one.dayNumber}">${one.text}</a></p>`
  }
  <button class="bare" aria-label=${texts.site.close} @click=${() => actions.dismiss(one.id)}>${icon("close")}</button>
</li>`;

/**
 * On a phone only the newest is shown; the others are behind this.
 *
 * @type {(state: State, actions: Actions) => Template}
 */
const more = ({ notices, allNews }, actions) => html`<button
  class="button small more-news"
  aria-expanded=${allNews ? "true" : "false"}
  @click=${actions.toggleNews}
>
  ${allNews ? texts.site.lessNews : say(texts.site.moreNews, { n: notices.length - 1 })}
</button>`;

/**
 * What is around every page.
 *
 * @type {(state: State, actions: Actions, current: PageName, content: Content) => Template}
 */
export const shell = (state, actions, current, content) => html`
  <a class="skip" href="#main" @click=${skip}>${texts.site.skip}</a>
  <header class="top">
    <div class="bar">
      <a class="brand" href=${state.session.status === "in" ? "#/course" : "#/"} aria-label="${state.config.courseTitle}, ${texts.site.home}">
        ${mark()}<span class="brand-name">${state.config.courseTitle}</span>
      </a>
      <nav aria-label=${texts.site.menu}>${navigation(state, current)}</nav>
      ${newsSign(state, actions)} ${themeSwitch(state.theme, actions)}
    </div>
  </header>
  ${stale(state)} ${connection(state)}
  <main id="main" tabindex="-1" class="page ${current}">${content}</main>
  <footer class="foot">
    <p>${mark()}${texts.site.footer}</p>
    <p><a href="#/">${texts.site.outline}</a></p>
  </footer>
  <section class="notices ${state.allNews ? "all" : ""} ${state.newsAsked ? "asked" : ""}" aria-label=${texts.site.notices}>
    <div>
      <ul aria-live="polite">
        ${repeat(
          state.notices,
          (one) => one.id,
          (one) => notice(one, actions),
        )}
      </ul>
      ${state.notices.length > 1 ? more(state, actions) : nothing}
    </div>
  </section>
`;

/**
 * @param {News} news
 * @returns {string} a change of the course in words
 */
export const noticeText = ({ kind, dayNumber, title, recording }) =>
  say(texts.notices[kind], { n: dayNumber, title, recording });
