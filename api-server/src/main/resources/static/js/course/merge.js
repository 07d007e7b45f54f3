/**
 * How answers and events change what the page knows. Of two states of a day the one with the higher revision is newer;
 * a locked day is kept without anything that the lock hides, whoever asks.
 */

const CONTENT = { recordings: [], presentationUrl: null, resourcesUrl: null, resources: [] };

/**
 * @template {Day} T
 * @param {T} day
 * @returns {T} the day as it may be kept
 */
export function admitted(day) {
  if (day.isUnlocked) return day;
  const progress = day.progress && { ...day.progress, resumePositions: [] };
  return { ...day, ...CONTENT, unlockedAt: null, progress };
}

/** @type {(one?: Progress | null, other?: Progress | null) => Progress | null | undefined} */
const newer = (one, other) => (one && (!other || one.revision >= other.revision) ? one : other);

/** @type {(known: Day | undefined, day: Day) => Day} */
function replaced(known, day) {
  if (known && known.revision > day.revision) return { ...known, progress: newer(day.progress, known.progress) };
  return admitted({ ...day, progress: newer(day.progress, known?.progress) });
}

/**
 * @param {Day[]} known
 * @param {Day[]} days
 * @returns {Day[]} the days after an answer that lists all of them
 */
export const withDays = (known, days) =>
  days.map((day) =>
    replaced(
      known.find((one) => one.dayNumber === day.dayNumber),
      day,
    ),
  );

/**
 * @param {Day[]} known
 * @param {Day} day
 * @returns {Day[]} the days after one changed
 */
export function withDay(known, day) {
  if (!known.some((one) => one.dayNumber === day.dayNumber)) return known;
  return known.map((one) => (one.dayNumber === day.dayNumber ? replaced(one, day) : one));
}

/**
 * @param {Day[]} known
 * @param {AddedRecording} recording
 * @returns {Day[]} the days after a recording was added; its day may not have been told yet that it is open
 */
export function withRecording(known, recording) {
  const { recordingId, title, durationSeconds, uploadedAt, revision, cohortId } = recording;
  return known.map((day) => {
    const own = day.dayNumber === recording.dayNumber && (!cohortId || cohortId === day.cohortId);
    const news = own && day.isUnlocked && day.revision < revision;
    if (!news || day.recordings.some((one) => one.recordingId === recordingId)) return day;
    return { ...day, recordings: [{ recordingId, title, durationSeconds, uploadedAt }, ...day.recordings] };
  });
}

/**
 * @param {Day[]} known
 * @param {ToldProgress} progress
 * @returns {Day[]} the days after progress was made
 */
export const withProgress = (known, progress) =>
  known.map((day) => {
    if (day.dayNumber !== progress.dayNumber || newer(progress, day.progress) === day.progress) return day;
    return admitted({ ...day, progress });
  });
