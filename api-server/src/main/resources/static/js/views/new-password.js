import { html } from "../../lib/lit-html/lit-html.js";
import { texts } from "../texts/say.js";
import { passwordForm } from "../ui/password-form.js";

const t = texts.newPassword;

export const title = () => t.title;

/** @type {View["view"]} */
export const view = (state, actions) => html`<section class="gate">
  <h1 tabindex="-1">${t.title}</h1>
  <p class="quiet">${t.lead}</p>
  ${passwordForm(state.forms.password, actions, t.submit)}
  <p class="gate-foot"><button class="link" @click=${actions.signOut}>${texts.me.signOut}</button></p>
</section>`;
