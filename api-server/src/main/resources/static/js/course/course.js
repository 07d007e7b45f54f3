import { data } from "../api/graphql.js";
import { changes } from "./changes.js";
import { withDay, withDays, withProgress, withRecording } from "./merge.js";

/** @type {Pick<State, "course" | "day">} */
export const NOTHING = { course: { status: "idle", days: [], problem: null }, day: null };

const STALE_MS = 3_600_000;

/**
 * The course as this page knows it: read from the API, kept in step by events, and forgotten where a lock says so.
 *
 * @param {{store: PageStore, graphql: GraphQl, tell: (news: News[]) => void}} parts
 * @returns {Course}
 */
export function createCourse({ store, graphql, tell }) {
  /** Answers to questions of someone who signed out meanwhile are dropped. */
  let visit = 0;

  /** @type {(days: Day[], dayNumber: number) => Day | undefined} */
  const dayOf = (days, dayNumber) => days.find((one) => one.dayNumber === dayNumber);

  /** @param {Day[]} days */
  function keep(days) {
    const { course, day } = store.get();
    const news = course.status === "ready" ? changes(course.days, days) : [];
    const shut = day && dayOf(days, day.dayNumber)?.isUnlocked === false;
    const relocked =
      shut && (day.relocked || news.some((one) => one.kind === "locked" && one.dayNumber === day.dayNumber));
    store.set({
      course: { status: "ready", days, problem: null },
      day: shut ? { dayNumber: day.dayNumber, status: "locked", relocked } : day,
    });
    tell(news);
    const stale = day?.status === "failed" || news.some((one) => one.dayNumber === day?.dayNumber);
    if (day && !shut && stale) open(day.dayNumber);
  }

  /**
   * Reads the truth; true when it could be read.
   *
   * @type {Course["load"]}
   */
  async function load(ask) {
    const now = visit;
    if (store.get().course.status !== "ready") store.set({ course: { ...NOTHING.course, status: "loading" } });
    try {
      /** @type {Queries["TrainingDays"]} */
      const answer = ask ? data(await ask()) : await graphql.ask("TrainingDays");
      if (now !== visit) return false;
      keep(withDays(store.get().course.days, answer.trainingDays));
      renew();
      return true;
    } catch (problem) {
      if (now === visit) failed(problem);
      return false;
    }
  }

  /** Addresses of files last for hours, pages for days. */
  function renew() {
    const { day } = store.get();
    if (day?.status === "ready" && Date.now() - Number(day.readAt) > STALE_MS) open(day.dayNumber);
  }

  /** @param {PortalError} problem */
  function failed(problem) {
    const { course, session } = store.get();
    if (problem.code === "PASSWORD_CHANGE_REQUIRED") store.set({ session: { ...session, mustChange: true } });
    // What is on the page stays there while the server is away; the connection's state says that it is.
    if (course.status !== "ready") store.set({ course: { ...course, status: "failed", problem } });
  }

  /**
   * Reads what one day holds, for its page.
   *
   * @param {number} dayNumber
   */
  async function open(dayNumber) {
    const now = visit;
    const before = store.get().day;
    if (before?.dayNumber !== dayNumber) store.set({ day: { dayNumber, status: "loading" } });
    const here = () => now === visit && store.get().day?.dayNumber === dayNumber;
    try {
      const { trainingDay: found } = await graphql.ask("TrainingDay", { dayNumber });
      if (!here()) return;
      if (!found) return store.set({ day: { dayNumber, status: "missing" } });
      const { course } = store.get();
      const day = /** @type {DayState} */ (store.get().day);
      const days = withDay(course.days, found);
      const shut = !found.isUnlocked || dayOf(days, dayNumber)?.isUnlocked === false;
      store.set({
        day: shut
          ? { dayNumber, status: "locked", relocked: day.relocked }
          : { ...day, status: "ready", detail: found, readAt: Date.now() },
      });
      if (course.status === "ready") keep(days);
    } catch (problem) {
      if (!here()) return;
      failed(problem);
      if (store.get().day?.status !== "ready") store.set({ day: { dayNumber, status: "failed", problem } });
    }
  }

  /** @param {(days: Day[]) => Day[]} change */
  const update = (change) => {
    const { course } = store.get();
    if (course.status === "ready") keep(change(course.days));
  };

  return {
    load,
    open,
    /** The day's page was left. */
    close: () => store.set({ day: null }),
    dayChanged: ({ day }) => update((days) => withDay(days, day)),
    recordingAdded: (recording) => update((days) => withRecording(days, recording)),
    progressed(progress) {
      const { course, session } = store.get();
      if (course.status !== "ready" || progress.userId !== session.user?.userId) return;
      store.set({ course: { ...course, days: withProgress(course.days, progress) } });
    },
    /** Nothing of the course stays behind. */
    forget() {
      visit++;
      store.set(NOTHING);
    },
  };
}
