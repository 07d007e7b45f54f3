/**
 * What someone who looks at the course should be told, from two states of it. Comparing states instead of listening to
 * events tells the same whether a change came live or was missed and read later.
 *
 * @param {Day[]} before
 * @param {Day[]} after
 * @returns {News[]}
 */
export function changes(before, after) {
  return after.flatMap((day) => {
    const known = before.find((one) => one.dayNumber === day.dayNumber);
    const kind = known && kindOf(known, day);
    return kind ? [{ kind, dayNumber: day.dayNumber, title: day.title, ...named(kind, known, day) }] : [];
  });
}

/** @type {(kind: News["kind"], before: Day, after: Day) => {recording?: string}} */
function named(kind, before, after) {
  if (kind !== "recording") return {};
  const fresh = after.recordings.filter((one) => !has(before, one));
  return {
    recording: fresh.toSorted((one, other) => Date.parse(other.uploadedAt) - Date.parse(one.uploadedAt))[0].title,
  };
}

/** @type {(before: Day, after: Day) => News["kind"] | null} */
function kindOf(before, after) {
  if (before.isUnlocked !== after.isUnlocked) return after.isUnlocked ? "unlocked" : "locked";
  if (after.recordings.some((one) => !has(before, one))) return "recording";
  // Another cohort's dates and versions are no edits of this one's.
  if (before.cohortId !== after.cohortId) return null;
  return texts(before) === texts(after) || onlyRescheduled(before, after) ? null : "edited";
}

/**
 * A session's new time and place are on its card; a plan for the whole course would bury everything else that is told.
 *
 * @param {Day} before
 * @param {Day} after
 */
function onlyRescheduled(before, after) {
  const moved = times(before) !== times(after) && after.editVersion === before.editVersion + 1;
  return moved && texts(before) === texts({ ...after, editVersion: before.editVersion });
}

/** @param {Day} day */
const times = ({ scheduledAt, opensAt, sessionMinutes, joinUrl }) =>
  JSON.stringify([scheduledAt, opensAt, sessionMinutes, joinUrl]);

/** @param {Day} day */
const texts = (day) =>
  JSON.stringify([day.editVersion, day.recordings.map((one) => [one.recordingId, one.title, one.durationSeconds])]);

/** @type {(day: Day, recording: RecordingEntry) => boolean} */
const has = (day, recording) => day.recordings.some((one) => one.recordingId === recording.recordingId);
