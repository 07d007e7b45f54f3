const DONE = 99.5;
/** A recording stopped this near its end is not one to go on with. */
const CREDITS_SECONDS = 15;

export const percent = (day) => Math.round(day.progress?.completionPercentage ?? 0);

const stoppedIn = (day, recording) => day.progress?.resumePositions.find((one) => one.recordingId === recording.recordingId);

/** @returns {object | undefined} the newest recording that came after the student was last here and that they have not played */
function newRecording(day) {
  const last = Date.parse(day.progress.lastAccessed);
  const unknown = day.recordings.filter((one) => Date.parse(one.uploadedAt) > last && !stoppedIn(day, one));
  return unknown.toSorted((one, other) => Date.parse(other.uploadedAt) - Date.parse(one.uploadedAt))[0];
}

/** @returns {"locked" | "done" | "renewed" | "started" | "open"} how a day stands for its student */
export function standing(day) {
  if (!day.isUnlocked) return "locked";
  if ((day.progress?.completionPercentage ?? 0) >= DONE) return "done";
  if (!day.progress?.lastAccessed) return "open";
  return newRecording(day) ? "renewed" : "started";
}

/** @returns {{percent: number, done: number, open: number, total: number}} the whole course; a day counts the same locked or open */
export function overall(days) {
  const sum = days.reduce((total, day) => total + (day.progress?.completionPercentage ?? 0), 0);
  return {
    percent: days.length ? Math.round(sum / days.length) : 0,
    done: days.filter((day) => standing(day) === "done").length,
    open: days.filter((day) => day.isUnlocked).length,
    total: days.length,
  };
}

export const lengthOf = (day) => day.recordings.reduce((sum, recording) => sum + recording.durationSeconds, 0);

/**
 * The day as it stands once what waits in this browser has arrived. The portal takes the position that was left last; where
 * it may know a newer one than the browser, which of the two is farther is the better guess.
 *
 * @param {object} day
 * @param {{recordingId: string, positionSeconds: number, at: string}[]} kept
 */
export function withKept(day, kept) {
  const here = kept.filter(({ recordingId }) => day.recordings.some((one) => one.recordingId === recordingId));
  if (!day.isUnlocked || here.length === 0) return day;
  const told = day.progress ?? { completionPercentage: 0, lastAccessed: null, resumePositions: [] };
  const toldAt = Date.parse(told.lastAccessed ?? 0);
  const last = here.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const waiting = last.map(({ recordingId, positionSeconds, at }) => {
    const known = stoppedIn(day, { recordingId })?.positionSeconds ?? 0;
    return { recordingId, positionSeconds: Date.parse(at) < toldAt ? Math.max(known, positionSeconds) : positionSeconds };
  });
  const others = told.resumePositions.filter(({ recordingId }) => !here.some((one) => one.recordingId === recordingId));
  const newest = Date.parse(last[0].at) > toldAt;
  const resumePositions = newest ? [...waiting, ...others] : [...others, ...waiting];
  return { ...day, progress: { ...told, lastAccessed: newest ? last[0].at : told.lastAccessed, resumePositions } };
}

/** @returns {number} where to go on in a recording, 0 for its start */
export function resumeAt(day, recording) {
  const stopped = stoppedIn(day, recording);
  if (!stopped || stopped.positionSeconds > recording.durationSeconds - CREDITS_SECONDS) return 0;
  return stopped.positionSeconds;
}

/**
 * Where to go on: the open day touched last if it is not done, else the first open one that is not.
 *
 * @returns {{day: object, recording: object | null, at: number} | null}
 */
export function goOn(days) {
  const open = days.filter((day) => day.isUnlocked && standing(day) !== "done");
  const started = open.filter((day) => day.progress?.lastAccessed);
  const latest = (one, other) => Date.parse(other.progress.lastAccessed) - Date.parse(one.progress.lastAccessed);
  const day = started.toSorted(latest)[0] ?? open[0];
  if (!day) return null;
  const ids = day.progress?.resumePositions.map((one) => one.recordingId) ?? [];
  const stopped = ids.map((id) => day.recordings.find((one) => one.recordingId === id)).find(Boolean);
  const at = stopped ? resumeAt(day, stopped) : 0;
  if (at) return { day, recording: stopped, at };
  return { day, recording: standing(day) === "renewed" ? newRecording(day) : null, at };
}
