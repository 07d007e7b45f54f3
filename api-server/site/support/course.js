/** A day as the API tells it; what a test is about is given. */
export const dayOf = (more = {}) => ({
  dayNumber: 1,
  title: "Data model",
  description: "Stars and flakes.",
  isUnlocked: true,
  unlockedAt: "2026-03-02T20:00:00Z",
  scheduledAt: null,
  opensAt: null,
  sessionMinutes: 120,
  joinUrl: null,
  cohortId: "main",
  editVersion: 1,
  revision: 10,
  recordings: [],
  progress: null,
  ...more,
});

export const recordingOf = (recordingId, more = {}) => ({
  recordingId,
  title: `Recording ${recordingId}`,
  durationSeconds: 3600,
  uploadedAt: "2026-03-03T08:00:00Z",
  ...more,
});

export const progressOf = (more = {}) => ({
  viewedPresentation: false,
  viewedRecording: false,
  completionPercentage: 20,
  lastAccessed: "2026-03-04T08:00:00Z",
  revision: 12,
  resumePositions: [],
  ...more,
});
