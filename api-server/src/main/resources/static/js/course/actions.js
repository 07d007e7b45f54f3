import { PortalError } from "../api/errors.js";

/**
 * What someone can do with the course.
 *
 * @param {{store: PageStore, graphql: GraphQl, course: Course, outbox: () => Outbox | null}} parts
 * @returns {CourseActions}
 */
export function courseActions({ store, graphql, course, outbox }) {
  /** @param {Partial<DayState>} change */
  const desk = (change) => store.set(({ day }) => ({ day: day && { ...day, ...change } }));

  async function loadOutline() {
    const { outline } = store.get();
    if (outline.status !== "ready") store.set({ outline: { status: "loading", days: [] } });
    try {
      const { courseOutline: days } = await graphql.askAnonymously("CourseOutline");
      store.set({ outline: { status: "ready", days } });
    } catch (problem) {
      if (store.get().outline.status !== "ready") store.set({ outline: { status: "failed", days: [], problem } });
    }
  }

  /** @param {number} dayNumber */
  async function slidesOpened(dayNumber) {
    desk({ slidesProblem: null });
    try {
      const variables = { dayNumber, contentType: "PRESENTATION" };
      const { markContentViewed } = await graphql.ask("MarkContentViewed", variables);
      course.progressed(markContentViewed);
    } catch (problem) {
      desk({ slidesProblem: problem });
    }
  }

  /**
   * The address stays the one that was opened: each answer brings another ticket, and with it the first slide again.
   *
   * @param {number} dayNumber
   * @param {string} [address]
   */
  function toggleSlides(dayNumber, address) {
    const slidesShown = store.get().day?.slidesShown ? null : address;
    desk({ slidesShown });
    if (!slidesShown) return;
    slidesOpened(dayNumber);
    setTimeout(() => document.getElementById("deck")?.scrollIntoView({ block: "start" }));
  }

  /**
   * A playback report; one that meets the end of a session is worth keeping for the next.
   *
   * @param {PlaybackReport} input
   */
  async function report(input) {
    try {
      const { recordPlayback } = await graphql.ask("RecordPlayback", { input });
      course.progressed(recordPlayback);
    } catch (problem) {
      if (problem.code === "SIGNED_OUT") problem.code = "UNAUTHENTICATED";
      throw problem;
    }
  }

  /**
   * What the player needs from the page.
   *
   * @type {CourseActions["playback"]}
   */
  const playback = ({ recordingId }) => {
    const { dayNumber } = /** @type {DayState} */ (store.get().day);
    return {
      outbox: outbox(),
      report,
      reportOnHide: (input) => graphql.send("RecordPlayback", { input }),
      async renew() {
        const { trainingDay } = await graphql.ask("TrainingDay", { dayNumber });
        const fresh = trainingDay?.recordings.find((one) => one.recordingId === recordingId);
        if (!fresh) throw new PortalError("RECORDING_NOT_FOUND");
        return fresh;
      },
    };
  };

  return {
    loadOutline,
    loadCourse: () => course.load(),
    openDay: (dayNumber) => course.open(dayNumber),
    choose: (recordingId) => desk({ chosen: recordingId }),
    toggleSlides,
    enlargeSlides: () => document.querySelector("#deck iframe")?.requestFullscreen(),
    slidesOpened,
    report,
    playback,
  };
}
