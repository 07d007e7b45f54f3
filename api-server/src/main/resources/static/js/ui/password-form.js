import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { sentence, texts, waitingFor } from "../texts/say.js";
import { field, formProblem, submit } from "./field.js";

const t = texts.password;

/**
 * Asks for the current and the new password.
 *
 * @param {FormState | undefined} form
 * @param {Actions} actions
 * @param {string} label
 */
export function passwordForm({ pending, problem, left, fields = {} } = {}, actions, label) {
  const wrong = problem?.code === "INVALID_CREDENTIALS" ? texts.errors.WRONG_PASSWORD : fields.currentPassword;
  const whole = problem && !problem.field && !wrong ? sentence(problem) : null;
  return html`<form novalidate @submit=${actions.changePassword}>
    ${formProblem(whole, nothing, waitingFor({ problem, left }))}
    ${field({ name: "currentPassword", label: t.current, type: "password", autocomplete: "current-password", problem: wrong })}
    ${field({
      name: "newPassword",
      label: t.next,
      type: "password",
      hint: texts.register.passwordHint,
      autocomplete: "new-password",
      problem: fields.newPassword,
    })}
    ${submit(label, pending)}
  </form>`;
}
