import { PortalError } from "../api/errors.js";
import { sentence } from "../texts/say.js";

/**
 * What happens when a form is sent: checked here first, sent once however often someone presses, and on a refusal the
 * sentence appears at the field it is about while everything typed stays.
 *
 * @param {object} store
 */
export function createForms(store) {
  const show = (name, state) => store.set(({ forms }) => ({ forms: { ...forms, [name]: state } }));

  async function run(name, work) {
    if (store.get().forms[name]?.pending) return false;
    show(name, { pending: true });
    try {
      await work();
      show(name, { done: true });
      return true;
    } catch (problem) {
      if (!(problem instanceof PortalError)) reportError(problem);
      show(name, { problem, fields: problem.field ? { [problem.field]: sentence(problem) } : {} });
      return false;
    }
  }

  return {
    /** Something a button does, with nothing typed. */
    press: (name, work) => () => run(name, work),
    /**
     * @param {(values: object) => Record<string, string>} check sentences by field; none when all is well
     * @param {(values: object) => Promise<void>} work
     */
    submit: (name, check, work) => async (event) => {
      event.preventDefault();
      const form = event.currentTarget;
      const values = Object.fromEntries(new FormData(form));
      const fields = check(values);
      if (Object.keys(fields).length) show(name, { fields });
      else if (await run(name, () => work(values))) form.reset();
      setTimeout(() => form.querySelector("[aria-invalid=true]")?.focus());
    },
  };
}
