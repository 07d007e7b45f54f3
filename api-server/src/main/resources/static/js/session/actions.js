import { texts } from "../texts/say.js";
import { changePassword, logIn, logOut, logOutEverywhere, PASSWORD, register, resetPassword } from "./password.js";

const t = texts.fields;
const SHORTEST = 8;

/**
 * @param {string} email
 * @returns {FieldProblems}
 */
function emailProblem(email) {
  if (!email.trim()) return { email: t.emailMissing };
  return /^\S+@\S+$/.test(email.trim()) ? {} : { email: t.emailOdd };
}

/** @type {(name: string, value: string) => FieldProblems} */
const newPasswordProblem = (name, value) => ([...value].length < SHORTEST ? { [name]: t.passwordShort } : {});

/**
 * What someone can do about the own account.
 *
 * @param {{store: PageStore, forms: Forms, http: Http, keeper: Keeper, begin: () => void}} parts
 * @returns {SessionActions}
 */
export function sessionActions({ store, forms, http, keeper, begin }) {
  const entra = () => /** @type {Entra} */ (store.get().config.entra);

  /** @param {string} email */
  const remember = (email) => store.set({ typedEmail: email });

  const signIn = forms.submit(
    "signIn",
    ({ email, password }) => ({ ...emailProblem(email), ...(password ? {} : { password: t.passwordMissing }) }),
    async ({ email, password }) => {
      remember(email.trim());
      await keeper.accept(PASSWORD, await logIn(http, email.trim(), password));
    },
  );

  const signUp = forms.submit(
    "register",
    ({ email, password, inviteCode }) => ({
      ...(inviteCode?.trim() === "" ? { inviteCode: t.inviteMissing } : {}),
      ...emailProblem(email),
      ...newPasswordProblem("password", password),
    }),
    async ({ email, password, displayName, inviteCode }) => {
      remember(email.trim());
      /** @type {Account} */
      const account = { email: email.trim(), password };
      if (displayName.trim()) account.displayName = displayName.trim();
      if (inviteCode) account.inviteCode = inviteCode.trim();
      await keeper.accept(PASSWORD, await register(http, account));
    },
  );

  const reset = forms.submit(
    "reset",
    ({ email, code, newPassword: next }) => ({
      ...emailProblem(email),
      ...(code.trim() ? {} : { code: t.codeMissing }),
      ...newPasswordProblem("newPassword", next),
    }),
    async ({ email, code, newPassword: next }) => {
      remember(email.trim());
      const grant = await resetPassword(http, email.trim(), code.trim(), next);
      // Whoever else is signed in here makes room.
      if (store.get().session.status === "in") await keeper.signOut((stored) => logOut(http, stored));
      store.set({ reset: {} });
      await keeper.accept(PASSWORD, grant);
      location.replace("#/course");
    },
  );

  const newPassword = forms.submit(
    "password",
    ({ currentPassword, newPassword: next }) => ({
      ...(currentPassword ? {} : { currentPassword: t.passwordMissing }),
      ...newPasswordProblem("newPassword", next),
    }),
    async (values) => {
      await keeper.authorized((token) => changePassword(http, token, values.currentPassword, values.newPassword));
      const { session } = store.get();
      if (!session.mustChange) return;
      store.set({ session: { ...session, mustChange: false } });
      begin();
    },
  );

  /** @param {(module: typeof import("./microsoft.js")) => Promise<void>} work */
  async function microsoft(work) {
    try {
      await work(await import("./microsoft.js"));
    } catch (problem) {
      store.set(({ forms: all }) => ({ forms: { ...all, signIn: { problem } } }));
    }
  }

  return {
    signIn,
    register: signUp,
    changePassword: newPassword,
    resetPassword: reset,
    signOut: () => keeper.signOut((stored) => logOut(http, stored)),
    signOutEverywhere: forms.press("everywhere", () =>
      keeper.ending("everywhere", async () => {
        await keeper.authorized((token) => logOutEverywhere(http, token));
        await keeper.signOut(async () => {}, "everywhere");
      }),
    ),
    signInWithMicrosoft: () => microsoft(({ leaveForMicrosoft }) => leaveForMicrosoft(entra())),
    microsoftPossible: () => Boolean(globalThis.crypto?.subtle),
    /** Microsoft's answer, when the page was opened with one. */
    redeem: (answer) =>
      microsoft(async ({ MICROSOFT, redeem }) => {
        await keeper.accept(MICROSOFT, await redeem(http, entra(), answer));
      }),
  };
}
