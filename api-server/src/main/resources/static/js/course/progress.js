const DONE = 99.5;
/** A recording stopped this near its end is not one to go on with. */
const CREDITS_SECONDS = 15;
/** @type {Progress} */
const UNTOUCHED = {
  viewedPresentation: false,
  viewedRecording: false,
  completionPercentage: 0,
  lastAccessed: null,
  revision: 0,
  resumePositions: [],
};

/** @param {Day} day */
export const percent = (day) => Math.round(day.progress?.completionPercentage ?? 0);

/** @type {(day: Day, recordingId: string) => ResumePosition | undefined} */
const stoppedIn = (day, recordingId) => day.progress?.resumePositions.find((one) => one.recordingId === recordingId);

/**
 * When the student was on a day, for days that were touched.
 *
 * @param {Day} day
 */
const touched = (day) => Date.parse(/** @type {TouchedProgress} */ (day.progress).lastAccessed);

/**
 * @param {Day} day
 * @returns {RecordingEntry | undefined} the newest recording that came after the student was last here and that they have not played
 */
function newRecording(day) {
  const last = touched(day);
  const unknown = day.recordings.filter((one) => Date.parse(one.uploadedAt) > last && !stoppedIn(day, one.recordingId));
  return unknown.toSorted((one, other) => Date.parse(other.uploadedAt) - Date.parse(one.uploadedAt))[0];
}

/**
 * @param {Day} day
 * @returns {Standing} how a day stands for its student
 */
export function standing(day) {
  if (!day.isUnlocked) return "locked";
  if ((day.progress?.completionPercentage ?? 0) >= DONE) return "done";
  if (!day.progress?.lastAccessed) return "open";
  return newRecording(day) ? "renewed" : "started";
}

/**
 * @param {Day[]} days
 * @returns {{percent: number, done: number, open: number, total: number}} the whole course; a day counts the same locked or open
 */
export function overall(days) {
  const sum = days.reduce((total, day) => total + (day.progress?.completionPercentage ?? 0), 0);
  return {
    percent: days.length ? Math.round(sum / days.length) : 0,
    done: days.filter((day) => standing(day) === "done").length,
    open: days.filter((day) => day.isUnlocked).length,
    total: days.length,
  };
}

/** @param {Day} day */
export const lengthOf = (day) => day.recordings.reduce((sum, recording) => sum + recording.durationSeconds, 0);

/**
 * The day as it stands once what waits in this browser has arrived. The portal takes the position that was left last; where
 * it may know a newer one than the browser, which of the two is farther is the better guess.
 *
 * @param {Day} day
 * @param {KeptPosition[]} kept
 * @returns {Day}
 */
export function withKept(day, kept) {
  const here = kept.filter(({ recordingId }) => day.recordings.some((one) => one.recordingId === recordingId));
  if (!day.isUnlocked || here.length === 0) return day;
  const told = day.progress ?? UNTOUCHED;
  const toldAt = Date.parse(told.lastAccessed ?? "1970-01-01");
  const last = here.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const waiting = last.map(({ recordingId, positionSeconds, at }) => {
    const known = stoppedIn(day, recordingId)?.positionSeconds ?? 0;
    return {
      recordingId,
      positionSeconds: Date.parse(at) < toldAt ? Math.max(known, positionSeconds) : positionSeconds,
    };
  });
  const others = told.resumePositions.filter(({ recordingId }) => !here.some((one) => one.recordingId === recordingId));
  const newest = Date.parse(last[0].at) > toldAt;
  const resumePositions = newest ? [...waiting, ...others] : [...others, ...waiting];
  return { ...day, progress: { ...told, lastAccessed: newest ? last[0].at : told.lastAccessed, resumePositions } };
}

/**
 * @param {Day} day
 * @param {RecordingEntry} recording
 * @returns {number} where to go on in a recording, 0 for its start
 */
export function resumeAt(day, recording) {
  const stopped = stoppedIn(day, recording.recordingId);
  if (!stopped || stopped.positionSeconds > recording.durationSeconds - CREDITS_SECONDS) return 0;
  return stopped.positionSeconds;
}

/**
 * A day's recordings in the order in which they were made.
 *
 * @template {RecordingEntry} T
 * @param {T[]} recordings
 */
export const inOrder = (recordings) =>
  recordings.toSorted((one, other) => Date.parse(one.uploadedAt) - Date.parse(other.uploadedAt));

/**
 * How far the student is in a recording.
 *
 * @type {(day: Day, recording: RecordingEntry) => {at: number, percent: number, over: boolean}}
 */
export function watchedTo(day, recording) {
  const at = stoppedIn(day, recording.recordingId)?.positionSeconds ?? 0;
  const length = recording.durationSeconds;
  const over = at > 0 && at > length - CREDITS_SECONDS;
  return { at, percent: over ? 100 : length > 0 ? Math.min(99, Math.round((at / length) * 100)) : 0, over };
}

/**
 * The recording after one, in their order.
 *
 * @template {RecordingEntry} T
 * @param {T[]} recordings
 * @param {string} recordingId
 * @returns {T | undefined}
 */
export function following(recordings, recordingId) {
  const ordered = inOrder(recordings);
  const at = ordered.findIndex((one) => one.recordingId === recordingId);
  return at < 0 ? undefined : ordered[at + 1];
}

/**
 * The recording that a day's page begins with: the one stopped last, and when that is over the one after it; else the first.
 *
 * @template {RecordingEntry} T
 * @param {Day} day
 * @param {T[]} recordings of the day, as its page has them
 * @returns {T}
 */
export function toWatch(day, recordings) {
  const ids = day.progress?.resumePositions.map((one) => one.recordingId) ?? [];
  const stopped = ids.map((id) => recordings.find((one) => one.recordingId === id)).find(Boolean);
  if (!stopped) return inOrder(recordings)[0];
  return (watchedTo(day, stopped).over && following(recordings, stopped.recordingId)) || stopped;
}

/**
 * Where to go on: the open day touched last if it is not done, else the first open one that is not.
 *
 * @param {Day[]} days
 * @returns {{day: Day, recording: RecordingEntry | null | undefined, at: number} | null}
 */
export function goOn(days) {
  const open = days.filter((day) => day.isUnlocked && standing(day) !== "done");
  const started = open.filter((day) => day.progress?.lastAccessed);
  /** @type {(one: Day, other: Day) => number} */
  const latest = (one, other) => touched(other) - touched(one);
  const day = started.toSorted(latest)[0] ?? open[0];
  if (!day) return null;
  const ids = day.progress?.resumePositions.map((one) => one.recordingId) ?? [];
  const stopped = ids.map((id) => day.recordings.find((one) => one.recordingId === id)).find(Boolean);
  const at = stopped ? resumeAt(day, stopped) : 0;
  if (at) return { day, recording: stopped, at };
  return { day, recording: standing(day) === "renewed" ? newRecording(day) : null, at };
}
