import assert from "node:assert/strict";
import test from "node:test";
import { navigatorFake, settled } from "../../support/browser.js";
import { readAddressesOf } from "../../../src/main/resources/static/js/api/address.js";
import { PortalError } from "../../../src/main/resources/static/js/api/errors.js";
import { createForms } from "../../../src/main/resources/static/js/app/forms.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";
import { calendarActions } from "../../../src/main/resources/static/js/course/calendar.js";

function desk(answers) {
  const store = createStore({ calendar: null, forms: {} });
  const graphql = {
    async ask(name) {
      if (answers[name] instanceof Error) throw answers[name];
      return answers[name];
    },
  };
  readAddressesOf("https://api.example/portal");
  return { store, actions: calendarActions({ store, forms: createForms(store), graphql }) };
}

test("the address is asked for when it is to be shown, as one of the portal's, and forgotten after", async () => {
  const { store, actions } = desk({ CalendarAddress: { calendarAddress: "/api/v1/calendar/secret.ics" } });
  actions.toggleCalendar();
  await settled();
  assert.equal(store.get().calendar.address, "https://api.example/api/v1/calendar/secret.ics");
  actions.toggleCalendar();
  assert.equal(store.get().calendar, null);
});

test("a new address replaces the one that is shown, once someone said that it may", async () => {
  const { store, actions } = desk({
    CalendarAddress: { calendarAddress: "/api/v1/calendar/a.ics" },
    RenewCalendarAddress: { renewCalendarAddress: "/api/v1/calendar/b.ics" },
  });
  actions.toggleCalendar();
  await settled();
  actions.askRenewCalendar();
  assert.equal(store.get().calendar.renewing, true);
  actions.keepCalendar();
  assert.match(store.get().calendar.address, /a\.ics$/);
  await actions.renewCalendar();
  assert.match(store.get().calendar.address, /b\.ics$/);
  assert.deepEqual([store.get().calendar.renewing, store.get().calendar.renewed], [false, true]);
});

test("an address that did not come is told as a problem, and can be asked for again", async () => {
  const answers = { CalendarAddress: new PortalError("UNREACHABLE") };
  const { store, actions } = desk(answers);
  actions.toggleCalendar();
  await settled();
  assert.equal(store.get().forms.calendar.problem.code, "UNREACHABLE");
  answers.CalendarAddress = { calendarAddress: "/api/v1/calendar/a.ics" };
  await actions.askForCalendar();
  assert.match(store.get().calendar.address, /a\.ics$/);
});

test("what is copied is the address", async () => {
  const { store, actions } = desk({ CalendarAddress: { calendarAddress: "/c.ics" } });
  let copied = "";
  navigatorFake.clipboard = { writeText: async (text) => void (copied = text) };
  actions.toggleCalendar();
  await settled();
  await actions.copyCalendar();
  assert.equal(copied, "https://api.example/c.ics");
  assert.equal(store.get().calendar.copied, true);
});
