import { html, nothing } from "../../../lib/lit-html/lit-html.js";
import { material } from "../../course/address.js";
import { say, sentence, texts } from "../../texts/say.js";
import { icon } from "../../ui/icons.js";

const t = texts.dayPage;

/**
 * What the trainer shows in the session. Bytes of the portal's own open in the page, others in a tab of theirs.
 *
 * @param {Day} day
 * @param {OpenDay} detail
 * @param {State} state
 * @param {Actions} actions
 */
export function slides(day, detail, { base, day: opened }, actions) {
  const { slidesShown, slidesProblem } = opened ?? {};
  const target = material(detail.presentationUrl, base);
  return html`<section class="panel" aria-labelledby="slides-title">
    <div class="panel-head">
      <h2 id="slides-title">${icon("slides")}${t.slides}</h2>
      ${day.progress?.viewedPresentation ? html`<span class="badge done">${icon("check")}${t.slidesSeen}</span>` : nothing}
    </div>
    ${target ? doors(day, target, slidesShown, actions) : html`<p class="quiet">${t.slidesNone}</p>`}
    ${
      slidesProblem
        ? html`<p class="problem" role="alert">
          ${icon("warn")}<span>${say(t.slidesUnsaved, { reason: sentence(slidesProblem) })}</span>
        </p>`
        : nothing
    }
  </section>`;
}

/**
 * @param {Day} day
 * @param {Material} target
 * @param {string | null | undefined} shown
 * @param {Actions} actions
 */
function doors({ dayNumber }, target, shown, actions) {
  if (!target.framed) {
    return html`<a
      class="button wide"
      href=${target.href}
      target="_blank"
      rel="noopener noreferrer"
      @click=${() => actions.slidesOpened(dayNumber)}
    >
      ${icon(target.own ? "download" : "out")}${target.program ? t.slidesDownload : t.slidesOpen}<span class="hidden">
        (${texts.site.newTab})</span
      >
    </a>
    ${target.program ? html`<p class="quiet hint">${t.opensWith[target.program]}</p>` : nothing}`;
  }
  return html`<button class="button wide" id="slides-door" aria-expanded=${shown ? "true" : "false"} @click=${() => actions.toggleSlides(dayNumber, target.href)}>
    ${icon("slides")}${shown ? t.slidesClose : t.slidesOpen}
  </button>`;
}

/**
 * The deck itself. Its script may run, but in an origin of its own: it reaches neither the page nor what it stores. For
 * the same reason there is no link that opens it outside this frame.
 *
 * @type {(day: DayState, actions: Actions) => Template}
 */
slides.frame = ({ dayNumber, slidesShown, slidesLarge }, actions) => html`<section
  class="deck ${slidesLarge ? "large" : ""}"
  id="deck"
  aria-label=${say(t.slidesFrame, { n: dayNumber })}
>
  <div class="actions">
    ${
      slidesLarge
        ? html`<button class="button small" @click=${actions.shrinkSlides}>${icon("close")}${t.slidesSmall}</button>`
        : html`<button class="button small enlarge" @click=${actions.enlargeSlides}>${icon("grow")}${t.slidesFull}</button>
            <button class="button small" @click=${() => actions.toggleSlides(dayNumber)}>
              ${icon("close")}${t.slidesClose}
            </button>`
    }
  </div>
  <iframe
    title=${say(t.slidesFrame, { n: dayNumber })}
    src=${slidesShown}
    sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
    referrerpolicy="no-referrer"
    allow="fullscreen"
  ></iframe>
</section>`;
