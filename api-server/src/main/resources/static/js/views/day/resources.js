import { html, nothing } from "../../../lib/lit-html/lit-html.js";
import { material } from "../../course/address.js";
import { size } from "../../course/format.js";
import { texts } from "../../texts/say.js";
import { icon } from "../../ui/icons.js";

const t = texts.dayPage;

/**
 * Files and links of a day.
 *
 * @param {OpenDay} detail
 * @param {State} state
 */
export function resources(detail, { base }) {
  const shown = (detail.resources ?? []).flatMap((one) => {
    const target = material(one.url, base);
    return target ? [{ ...one, target }] : [];
  });
  const shared = material(detail.resourcesUrl, base);
  return html`<section class="panel" aria-labelledby="resources-title">
    <div class="panel-head"><h2 id="resources-title">${icon("file")}${t.resources}</h2></div>
    ${
      shown.length
        ? html`<ul class="files">
          ${shown.map(file)}
        </ul>`
        : nothing
    }
    ${shared ? link(shared) : nothing} ${shown.length || shared ? nothing : html`<p class="quiet">${t.resourcesNone}</p>`}
  </section>`;
}

/** @param {Resource & {target: Material}} resource */
const file = ({ title, sizeBytes, target }) => html`<li>
  <a href=${target.href} target="_blank" rel="noopener noreferrer">
    ${icon(target.own ? "download" : "out")}<span class="written">${title}</span><span class="hidden"> (${texts.site.newTab})</span>
    <span class="quiet">${[target.program && t.opensWith[target.program], sizeBytes > 0 && size(sizeBytes, texts.language)].filter(Boolean).join(" · ")}</span>
  </a>
</li>`;

/** @param {Material} target */
const link = (target) => html`<a class="button wide" href=${target.href} target="_blank" rel="noopener noreferrer">
  ${icon("out")}${t.resourcesLink}<span class="hidden"> (${texts.site.newTab})</span>
</a>`;
