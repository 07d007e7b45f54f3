import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { sentence, texts, waitingFor } from "../texts/say.js";
import { field, formProblem, submit } from "../ui/field.js";
import { icon, microsoftMark } from "../ui/icons.js";

const t = texts.signIn;
/** @type {Partial<Record<SignOutReason, string>>} */
const reasons = t;

export const title = () => t.title;

/** @param {Session} session */
const reason = ({ reason: why }) =>
  why && reasons[why] ? html`<p class="info" role="status">${icon("clock")}<span>${reasons[why]}</span></p>` : nothing;

/**
 * @param {State} state
 * @param {Actions} actions
 * @param {boolean | undefined} pending
 */
function microsoft({ config }, actions, pending) {
  if (!config.entra) return nothing;
  if (!actions.microsoftPossible()) return html`<p class="hint">${t.insecure}</p>`;
  return html`<p class="or"><span>${t.or}</span></p>
    <button type="button" class="button wide" aria-disabled=${pending ? "true" : "false"} @click=${actions.signInWithMicrosoft}>
      ${microsoftMark()}${t.microsoft}
    </button>`;
}

/**
 * What is refused here is the account, not something it wants to do.
 *
 * @param {PortalError} problem
 */
const words = (problem) => (problem.code === "ACCESS_DENIED" ? t.disabled : sentence(problem));

const forgot = () => html`<details class="forgot">
  <summary>${t.forgot}</summary>
  <p>${t.forgotText} <a href="#/reset">${t.haveCode}</a></p>
</details>`;

/** @type {View["view"]} */
export function view(state, actions) {
  const { pending, problem, fields = {} } = state.forms.signIn ?? {};
  const whole = problem && !problem.field ? words(problem) : null;
  return html`<section class="gate">
    <h1 tabindex="-1">${t.title}</h1>
    <p class="quiet">${t.lead}</p>
    ${reason(state.session)}
    <form novalidate @submit=${actions.signIn}>
      ${formProblem(whole, nothing, waitingFor(state.forms.signIn))}
      ${field({
        name: "email",
        label: t.email,
        type: "email",
        mode: "email",
        autocomplete: "username",
        problem: fields.email,
        start: state.typedEmail || undefined,
      })}
      ${field({ name: "password", label: t.password, type: "password", autocomplete: "current-password", problem: fields.password })}
      ${submit(t.submit, pending, "wide")}
    </form>
    ${forgot()} ${microsoft(state, actions, pending)}
    ${
      state.config.registrationMode === "closed"
        ? nothing
        : html`<p class="gate-foot">${t.noAccount} <a href="#/register">${texts.site.register}</a></p>`
    }
  </section>`;
}
