import { webAddress } from "../api/address.js";

/**
 * What someone can do with the address from which calendars read the sessions. It is a secret: it is asked for when it
 * is to be shown, and kept nowhere.
 *
 * @param {{store: PageStore, forms: Forms, graphql: GraphQl}} parts
 * @returns {CalendarActions}
 */
export function calendarActions({ store, forms, graphql }) {
  /** @param {Partial<CalendarState>} change */
  const show = (change) => store.set(({ calendar }) => ({ calendar: calendar && { ...calendar, ...change } }));

  const ask = forms.press("calendar", async () => {
    const { calendarAddress } = await graphql.ask("CalendarAddress");
    show({ address: webAddress(calendarAddress) });
  });

  return {
    toggleCalendar() {
      if (store.get().calendar) return store.set({ calendar: null });
      store.set({ calendar: { address: null } });
      ask();
    },
    askForCalendar: ask,
    async copyCalendar() {
      try {
        await navigator.clipboard.writeText(store.get().calendar?.address ?? "");
        show({ copied: true, renewed: false });
      } catch {
        // Where the page may not write to the clipboard, what is to be copied is at least marked.
        /** @type {HTMLInputElement | null} */ (document.querySelector("#calendar-address"))?.select();
      }
    },
    askRenewCalendar: () => show({ renewing: true, copied: false, renewed: false }),
    keepCalendar: () => show({ renewing: false }),
    renewCalendar: forms.press("calendar", async () => {
      const { renewCalendarAddress } = await graphql.ask("RenewCalendarAddress");
      show({ address: webAddress(renewCalendarAddress), renewing: false, renewed: true });
    }),
  };
}
