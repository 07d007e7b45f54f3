import { PortalError } from "../api/errors.js";
import { sentence } from "../texts/say.js";

/**
 * What happens when a form is sent: checked here first, sent once however often someone presses, and on a refusal the
 * sentence appears at the field it is about while everything typed stays.
 *
 * @param {PageStore} store
 * @returns {Forms}
 */
export function createForms(store) {
  /** @type {(name: string, state: FormState) => void} */
  const show = (name, state) => store.set(({ forms }) => ({ forms: { ...forms, [name]: state } }));

  /**
   * How long to wait is told anew each second; at the end there is nothing more to tell.
   *
   * @type {(name: string, problem: PortalError) => void}
   */
  function countDown(name, problem) {
    const until = Date.now() + Number(problem.retryAfter) * 1_000;
    const tick = () => {
      if (store.get().forms[name]?.problem !== problem) return;
      const left = Math.ceil((until - Date.now()) / 1_000);
      if (left <= 0) return show(name, {});
      show(name, { problem, left });
      setTimeout(tick, 1_000);
    };
    tick();
  }

  /** @type {(name: string, work: () => Promise<void>) => Promise<boolean>} */
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
      if (problem.retryAfter > 0) countDown(name, problem);
      return false;
    }
  }

  return {
    /** Something a button does, with nothing typed. */
    press: (name, work) => () => run(name, work),
    /**
     * @param {string} name
     * @param {(values: FormValues) => FieldProblems} check sentences by field; none when all is well
     * @param {(values: FormValues) => Promise<void>} work
     */
    submit: (name, check, work) => async (event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      const values = /** @type {FormValues} */ (Object.fromEntries(new FormData(form)));
      const fields = check(values);
      if (Object.keys(fields).length) show(name, { fields });
      else if (await run(name, () => work(values))) form.reset();
      setTimeout(() => /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid=true]"))?.focus());
    },
  };
}
