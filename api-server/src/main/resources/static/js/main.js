import { readAddressesOf } from "./api/address.js";
import { apiAddress, readConfig } from "./api/config.js";
import { createGraphQl, data } from "./api/graphql.js";
import { createHttp } from "./api/http.js";
import { createServerClock } from "./api/server-clock.js";
import { idle } from "./app/idle.js";
import { download } from "./app/download.js";
import { createForms } from "./app/forms.js";
import { createNotices } from "./app/notices.js";
import { createScreen } from "./app/screen.js";
import { createSession } from "./app/session.js";
import { createStore } from "./app/store.js";
import { chosenTheme, chooseTheme, followTheme, shownTheme } from "./app/theme.js";
import { courseActions } from "./course/actions.js";
import { createCourse, NOTHING } from "./course/course.js";
import { watchOutline } from "./course/outline-watch.js";
import { watchStaleness } from "./course/stale-watch.js";
import { watchTime } from "./course/time-watch.js";
import { calendarActions } from "./course/calendar.js";
import { forget, recall, remember } from "./course/recall.js";
import { pause } from "./live/pause.js";
import { sessionActions } from "./session/actions.js";
import { takeInvitation, takeResetLink } from "./session/links.js";
import { texts } from "./texts/say.js";

const PATIENCE_MS = 1_500;

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const base = await apiAddress();
const clock = createServerClock();
const http = createHttp(base, clock.hear);
readAddressesOf(base);
const themes = () => ({ theme: shownTheme(), chosenTheme: chosenTheme() });

const store = createStore(
  /** @type {State} */ ({
    base,
    config: { courseTitle: texts.site.title, timeZone: "UTC", registrationMode: "closed", entra: null, known: false },
    session: { status: "restoring", user: null, mustChange: false },
    outline: { status: "idle", days: [] },
    ...NOTHING,
    route: { name: "landing" },
    forms: {},
    notices: [],
    allNews: false,
    newsAsked: false,
    connection: "live",
    now: clock.now(),
    calendar: null,
    stored: true,
    kept: [],
    recalled: [],
    goOn: null,
    typedEmail: "",
    reset: takeResetLink() ?? {},
    invite: "",
    ...takeInvitation(),
    ...themes(),
  }),
);

const config = configured();
const notices = createNotices(store);
const session = createSession({
  store,
  http,
  entra: async () => /** @type {Entra} */ ((await config).entra),
  began,
  ended,
});
const { keeper } = session;
const graphql = createGraphQl({ http, keeper });
const course = createCourse({ store, graphql, tell: notices.tell });
const line = once(async () => {
  const { createLine } = await import("./live/line.js");
  return createLine({ base, http, keeper, course, data, show: (connection) => store.set({ connection }) });
});
const forms = createForms(store);

/** @type {Actions} */
const actions = {
  ...sessionActions({ store, forms, http, keeper, begin: began }),
  ...courseActions({ store, graphql, course, outbox: session.outbox }),
  ...calendarActions({ store, forms, graphql }),
  dismiss: notices.dismiss,
  askNews: () => store.set(({ newsAsked }) => ({ newsAsked: !newsAsked })),
  toggleNews: () => store.set(({ allNews }) => ({ allNews: !allNews })),
  switchTheme: () => actions.chooseTheme(shownTheme() === "dark" ? "light" : "dark"),
  chooseTheme(theme) {
    chooseTheme(theme);
    store.set(themes());
  },
  download: forms.press("data", async () => {
    const file = await keeper.authorized((token) => http.send("/api/v1/users/me/export", { token }));
    await download(file, "my-course-data.json");
  }),
};

// Before the screen looks where to go.
addEventListener("hashchange", () => {
  const reset = takeResetLink();
  const said = reset ? { reset } : takeInvitation();
  if (!said) return;
  store.set({ ...said, forms: {} });
  screen.greet();
});
const screen = createScreen({ root, store, course, actions });
followTheme(() => store.set(themes()));
addEventListener("popstate", actions.slidesLeft);
watchOutline({ store, load: actions.loadOutline });
watchStaleness({ store, read: () => readConfig(http) });
watchTime({
  store,
  now: clock.now,
  ask: () => (store.get().session.status === "in" ? actions.loadCourse() : actions.loadOutline()),
});
store.subscribe(({ course, session: { user }, config: { courseTitle, known } }) => {
  if (course.status === "ready" && user && known) remember({ userId: user.userId, courseTitle, days: course.days });
});
await start();

async function start() {
  const answered = new URLSearchParams(location.search).has("state");
  const answer = answered ? (await import("./session/microsoft.js")).takeAnswer() : null;
  begin(recall(keeper.whose()));
  if (answer) {
    await config;
    await actions.redeem(answer);
  }
  if (store.get().session.status !== "in") session.restore();
  const open = screen.prepare();
  // The course's name and whether it takes registrations belong to the first picture of a page for anyone, but not at
  // any price. A page of the course has both from the last visit, or shows neither.
  if (open) await Promise.race([config, pause(PATIENCE_MS, new AbortController().signal)]);
  await screen.go();
  idle(screen.fetchAhead);
}

/** @param {ReturnType<typeof recall>} known of an earlier visit */
function begin(known) {
  if (!known) return;
  store.set(({ config }) => ({
    recalled: known.days,
    config: config.known ? config : { ...config, courseTitle: known.courseTitle },
  }));
}

/**
 * Code that not everyone needs, fetched when first asked for, and again when it did not arrive.
 *
 * @template T
 * @param {() => Promise<T>} load
 */
function once(load) {
  /** @type {(problem: unknown) => never} */
  const forget = (problem) => {
    ask.begun = undefined;
    throw problem;
  };
  /** @type {Once<T>} */
  const ask = () => (ask.begun ??= load().catch(forget));
  return ask;
}

/** The line to the server, whose code may not arrive while the network is away. */
async function lineAtLast() {
  const patient = new AbortController().signal;
  for (;;) {
    try {
      return await line();
    } catch {
      store.set({ connection: navigator.onLine ? "connecting" : "offline" });
      await pause(2_000, patient);
    }
  }
}

/** What the server says about itself; asked until it answers. */
async function configured() {
  const patient = new AbortController().signal;
  for (;;) {
    try {
      const answer = await readConfig(http);
      store.set({ config: { ...answer, known: true } });
      return answer;
    } catch {
      await pause(5_000, patient);
    }
  }
}

/** Someone is signed in: read the course, then listen for what changes. */
async function began() {
  screen.go();
  const read = course.load();
  // What waits here counts as one's place until the course is read: told sooner, it would be in neither of the two.
  session.openOutbox(async (report) => {
    await read;
    return actions.report(report);
  });
  const [live] = await Promise.all([lineAtLast(), read]);
  const { status, mustChange } = store.get().session;
  if (status === "in" && !mustChange) live.start();
  screen.go();
}

/** Nobody is signed in any more: nothing of the course stays. */
function ended() {
  line.begun?.then((live) => live.stop());
  course.forget();
  forget();
  store.set({ notices: [], newsAsked: false, forms: {}, recalled: [], goOn: null, calendar: null });
  screen.go();
}
