import { html, nothing } from "../../../lib/lit-html/lit-html.js";
import { material } from "../../course/address.js";
import { say, sentence, texts } from "../../texts/say.js";
import { icon } from "../../ui/icons.js";

const t = texts.dayPage;

/** What the trainer shows in the session. Bytes of the portal's own open in the page, others in a tab of theirs. */
export function slides(day, detail, { base, day: { slidesShown, slidesProblem } }, actions) {
  const target = material(detail.presentationUrl, base);
  return html`<section class="panel" aria-labelledby="slides-title">
    <div class="panel-head">
      <h2 id="slides-title">${icon("slides")}${t.slides}</h2>
      ${day.progress?.viewedPresentation ? html`<span class="badge done">${icon("check")}${t.slidesSeen}</span>` : nothing}
    </div>
    ${target ? doors(day, target, slidesShown, actions) : html`<p class="quiet">${t.slidesNone}</p>`}
    ${slidesProblem
      ? html`<p class="problem" role="alert">
          ${icon("warn")}<span>${say(t.slidesUnsaved, { reason: sentence(slidesProblem) })}</span>
        </p>`
      : nothing}
  </section>`;
}

function doors(day, target, shown, actions) {
  const tab = html`<a
    class=${target.framed ? "aside-link" : "button wide"}
    href=${target.href}
    target="_blank"
    rel="noopener noreferrer"
    @click=${() => actions.slidesOpened(day.dayNumber)}
  >
    ${icon("out")}${target.framed ? t.slidesTab : t.slidesOpen}<span class="hidden"> (${texts.site.newTab})</span>
  </a>`;
  if (!target.framed) return tab;
  return html`<button class="button wide" aria-expanded=${shown ? "true" : "false"} aria-controls="deck" @click=${() => actions.toggleSlides(day.dayNumber)}>
      ${icon("slides")}${shown ? t.slidesClose : t.slidesOpen}
    </button>
    ${tab}`;
}

/** The deck itself. Its script may run, but in an origin of its own: it reaches neither the page nor what it stores. */
slides.frame = (day, detail, { base }, actions) => {
  const target = material(detail.presentationUrl, base);
  if (!target?.framed) return nothing;
  return html`<section class="deck" id="deck" aria-label=${say(t.slidesFrame, { n: day.dayNumber })}>
    <iframe
      title=${say(t.slidesFrame, { n: day.dayNumber })}
      src=${target.href}
      sandbox="allow-scripts"
      referrerpolicy="no-referrer"
      allow="fullscreen"
      loading="eager"
    ></iframe>
    <button class="button small" @click=${() => actions.toggleSlides(day.dayNumber)}>${icon("close")}${t.slidesClose}</button>
  </section>`;
};
