import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { keyed } from "../../lib/lit-html/directives/keyed.js";
import { sentence, texts, waitingFor } from "../texts/say.js";
import { field, formProblem, submit } from "../ui/field.js";

const t = texts.reset;

export const title = () => t.title;

/**
 * Another link is another form: what was typed for the one before is of no use to it.
 *
 * @type {View["view"]}
 */
export const view = (state, actions) => keyed(state.reset.code, page(state, actions));

/** @type {View["view"]} */
function page(state, actions) {
  const { pending, problem, fields = {} } = state.forms.reset ?? {};
  const refused = problem?.code === "INVALID_CREDENTIALS";
  const whole = problem && !problem.field && !refused ? sentence(problem) : null;
  return html`<section class="gate">
    <h1 tabindex="-1">${t.title}</h1>
    <p class="quiet">${t.lead}</p>
    <form novalidate @submit=${actions.resetPassword}>
      ${formProblem(whole, nothing, waitingFor(state.forms.reset))}
      ${field({
        name: "email",
        label: texts.signIn.email,
        type: "email",
        mode: "email",
        autocomplete: "username",
        problem: fields.email,
        start: state.reset.email || state.typedEmail || undefined,
      })}
      ${field({
        name: "code",
        capitals: "characters",
        label: t.code,
        hint: t.codeHint,
        autocomplete: "one-time-code",
        problem: fields.code ?? (refused ? t.refused : undefined),
        start: state.reset.code || undefined,
      })}
      ${field({
        name: "newPassword",
        label: texts.password.next,
        type: "password",
        hint: texts.register.passwordHint,
        autocomplete: "new-password",
        problem: fields.newPassword,
      })}
      ${submit(t.submit, pending, "wide")}
    </form>
    <p class="gate-foot"><a href="#/sign-in">${t.remembered}</a></p>
  </section>`;
}
