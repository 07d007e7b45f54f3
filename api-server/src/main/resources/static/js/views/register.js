import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { sentence, texts, waitingFor } from "../texts/say.js";
import { field, formProblem, submit } from "../ui/field.js";

const t = texts.register;

export const title = () => t.title;

const closed = () => html`<section class="gate">
  <h1 tabindex="-1">${t.closedTitle}</h1>
  <p>${t.closed}</p>
  <p class="gate-foot">${t.haveAccount} <a href="#/sign-in">${texts.site.signIn}</a></p>
</section>`;

/** @type {View["view"]} */
export function view(state, actions) {
  const { config, forms } = state;
  if (config.known && config.registrationMode === "closed") return closed();
  const { pending, problem, fields = {} } = forms.register ?? {};
  const taken = problem?.code === "EMAIL_TAKEN";
  const refused = problem?.code === "REGISTRATION_CLOSED" && config.registrationMode === "invite";
  const whole = problem && !problem.field && !refused ? sentence(problem) : null;
  return html`<section class="gate">
    <h1 tabindex="-1">${t.title}</h1>
    <p class="quiet">${t.lead}</p>
    <form novalidate @submit=${actions.register}>
      ${formProblem(whole, taken ? html`<a href="#/sign-in">${t.signInInstead}</a>` : nothing, waitingFor(forms.register))}
      ${
        config.registrationMode === "invite"
          ? field({
              name: "inviteCode",
              label: t.invite,
              hint: t.inviteHint,
              autocomplete: "off",
              start: state.invite || undefined,
              problem: fields.inviteCode ?? (refused ? sentence(problem) : undefined),
            })
          : nothing
      }
      ${field({ name: "displayName", label: t.name, hint: t.nameHint, autocomplete: "name", capitals: "words", problem: fields.displayName })}
      ${field({
        name: "email",
        label: t.email,
        type: "email",
        mode: "email",
        autocomplete: "username",
        problem: fields.email,
        start: state.typedEmail || undefined,
      })}
      ${field({
        name: "password",
        label: t.password,
        type: "password",
        hint: t.passwordHint,
        autocomplete: "new-password",
        problem: fields.password,
      })}
      ${submit(t.submit, pending, "wide")}
    </form>
    <p class="gate-foot">${t.haveAccount} <a href="#/sign-in">${texts.site.signIn}</a></p>
  </section>`;
}
