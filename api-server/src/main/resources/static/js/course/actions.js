import { PortalError } from "../api/errors.js";
import { fillScreen } from "../ui/full-screen.js";
import { following, resumeAt, withKept } from "./progress.js";

/**
 * What someone can do with the course.
 *
 * @param {{store: PageStore, graphql: GraphQl, course: Course, outbox: () => Promise<Outbox | null>}} parts
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
   * Slides fill the screen, and have the keyboard meanwhile. Where a browser has no full screen for anything but films,
   * they fill the window.
   *
   * @param {Event} event
   */
  async function enlargeSlides({ currentTarget }) {
    const frame = /** @type {HTMLElement | null} */ (document.querySelector("#deck iframe"));
    if (!frame) return;
    const filled = await fillScreen(frame, /** @type {HTMLElement} */ (currentTarget));
    if (filled) return;
    // Whoever goes back means the page behind the slides, not the one before it.
    history.pushState(history.state, "");
    desk({ slidesLarge: true });
  }

  const shrinkSlides = () => history.back();

  /** The visit of the large slides is over. */
  function slidesLeft() {
    if (!store.get().day?.slidesLarge) return;
    desk({ slidesLarge: false });
    setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector("#deck .enlarge"))?.focus());
  }

  /**
   * The address stays the one that was opened: each answer brings another ticket, and with it the first slide again.
   *
   * @param {number} dayNumber
   * @param {string} [address]
   */
  function toggleSlides(dayNumber, address) {
    const slidesShown = store.get().day?.slidesShown ? null : address;
    desk({ slidesShown, slidesLarge: false });
    if (!slidesShown) return document.getElementById("slides-door")?.focus();
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
   * Where a recording begins to play for whoever opens it now.
   *
   * @type {(dayNumber: number, recording: RecordingEntry) => number}
   */
  function startOf(dayNumber, recording) {
    const { course: known, kept } = store.get();
    const day = known.days.find((one) => one.dayNumber === dayNumber);
    return day ? resumeAt(withKept(day, kept), recording) : 0;
  }

  /**
   * Whether someone came here to go on with this recording; the wish holds once.
   *
   * @type {(dayNumber: number, recordingId: string) => boolean}
   */
  function asked(dayNumber, recordingId) {
    const { goOn } = store.get();
    if (!goOn) return false;
    store.set({ goOn: null });
    if (goOn.dayNumber !== dayNumber) return false;
    desk({ chosen: recordingId });
    return true;
  }

  /** @type {(dayNumber: number, recordingId: string) => void} */
  function goTo(dayNumber, recordingId) {
    store.set({ goOn: { dayNumber, recordingId } });
    desk({ chosen: recordingId });
  }

  /**
   * What the player needs from the page.
   *
   * @type {CourseActions["playback"]}
   */
  const playback = async (recording) => {
    const { recordingId } = recording;
    const { dayNumber } = /** @type {DayState} */ (store.get().day);
    const begin = asked(dayNumber, recordingId);
    const waiting = await outbox();
    return {
      begin,
      next() {
        const after = following(store.get().day?.detail?.recordings ?? [], recordingId);
        return after ? { title: after.title, go: () => goTo(dayNumber, after.recordingId) } : null;
      },
      outbox: waiting,
      resumeAt: startOf(dayNumber, recording),
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
    continueAt: (dayNumber, recordingId) => store.set({ goOn: { dayNumber, recordingId } }),
    toggleSlides,
    enlargeSlides,
    shrinkSlides,
    slidesLeft,
    slidesOpened,
    report,
    playback,
  };
}
