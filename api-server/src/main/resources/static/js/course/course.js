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
  /** @type {Promise<void> | null} */
  let moving = null;

  /** @type {(days: Day[], dayNumber: number) => Day | undefined} */
  const dayOf = (days, dayNumber) => days.find((one) => one.dayNumber === dayNumber);

  /** @type {(days: Day[], known?: number) => void} */
  function keep(days, known) {
    const { course, day } = store.get();
    const all = course.status === "ready" ? changes(course.days, days) : [];
    const news = all.filter((one) => one.dayNumber !== known);
    const shut = day && dayOf(days, day.dayNumber)?.isUnlocked === false;
    const relocked =
      shut && (day.relocked || news.some((one) => one.kind === "locked" && one.dayNumber === day.dayNumber));
    store.set({
      course: { status: "ready", days, problem: null },
      day: shut ? { dayNumber: day.dayNumber, status: "locked", relocked, held: day.held } : day,
    });
    tell(news);
    const here = day && dayOf(days, day.dayNumber);
    const moved = here && dayOf(course.days, here.dayNumber)?.cohortId !== here.cohortId;
    const stale = day?.status === "failed" || all.some((one) => one.dayNumber === day?.dayNumber) || moved;
    if (shut && (day.status !== "locked" || moved)) explain(day.dayNumber);
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
          ? { dayNumber, status: "locked", relocked: day.relocked, held: day.held }
          : { ...day, status: "ready", detail: found, readAt: Date.now() },
      });
      if (shut) explain(dayNumber);
      if (course.status === "ready") keep(days);
    } catch (problem) {
      if (!here()) return;
      failed(problem);
      if (store.get().day?.status !== "ready") store.set({ day: { dayNumber, status: "failed", problem } });
    }
  }

  /**
   * Whether a locked day is so for this student alone. Where nobody says, it is simply locked.
   *
   * @param {number} dayNumber
   */
  async function explain(dayNumber) {
    const now = visit;
    const { user } = store.get().session;
    try {
      const { explainAccess } = await graphql.ask("ExplainAccess", { userId: user?.userId, dayNumber });
      const { day } = store.get();
      if (now !== visit || day?.dayNumber !== dayNumber || day.status !== "locked") return;
      const { decidedBy, changesAt } = explainAccess;
      store.set({ day: { ...day, held: decidedBy === "HELD_BACK" ? { until: changesAt } : null } });
    } catch {
      // The page goes on to say that the day is locked.
    }
  }

  /** @type {(change: (days: Day[]) => Day[], known?: number) => void} */
  const update = (change, known) => {
    const { course } = store.get();
    if (course.status === "ready") keep(change(course.days), known);
  };

  /** @param {DayChange} change */
  function dayChanged({ kind, day, cohortId, userId }) {
    const { course, session, day: shown } = store.get();
    const before = dayOf(course.days, day.dayNumber);
    if (before && before.cohortId !== cohortId) {
      if (session.user?.role !== "ADMIN") move(day);
      return;
    }
    // The clock had opened it when this page asked; now that is written down.
    const known = kind === "UNLOCKED" && before?.isUnlocked ? day.dayNumber : undefined;
    update((days) => withDay(days, day), known);
    if (userId && shown?.dayNumber === day.dayNumber && !day.isUnlocked) explain(day.dayNumber);
  }

  /**
   * Whoever is in another cohort now gets its course, read once though each day tells of it. Where it cannot be read, what
   * each day tells counts.
   *
   * @param {Day} day
   */
  async function move(day) {
    const now = visit;
    moving ??= load().then((read) => {
      moving = null;
      if (!read) throw new Error("The course could not be read.");
    });
    await moving.catch(() => now === visit && update((days) => withDay(days, day)));
  }

  return {
    load,
    open,
    /** The day's page was left. */
    close: () => store.set({ day: null }),
    dayChanged,
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
