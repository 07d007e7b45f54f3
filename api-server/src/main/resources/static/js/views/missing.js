import { html } from "../../lib/lit-html/lit-html.js";
import { texts } from "../texts/say.js";

const t = texts.missing;

export const title = () => t.title;

export const view = () => html`<section class="gate centred">
  <p class="big-number" aria-hidden="true">404</p>
  <h1 tabindex="-1">${t.title}</h1>
  <p class="quiet">${t.text}</p>
  <p><a class="button" href="#/">${t.home}</a></p>
</section>`;
