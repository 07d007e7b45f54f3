// What the API tells of the course, as the operations in static/graphql ask for it, and how the page keeps it.

type Instant = string;
type Platform = "YOUTUBE" | "VIMEO" | "UPLOAD" | "DIRECT";

/** A recording as the list of days has it: enough for a card. */
interface RecordingEntry {
  recordingId: string;
  title: string;
  durationSeconds: number;
  uploadedAt: Instant;
}

/** The event that a recording was added. */
interface AddedRecording extends RecordingEntry {
  dayNumber: number;
  /** The run of the course it belongs to; null when it is everyone's. */
  cohortId: string | null;
  revision: number;
}

interface Caption {
  language: string;
  label: string;
  url: string;
}

/** What a player needs of a recording. Which addresses there are depends on the platform. */
interface Playable {
  recordingId: string;
  platform: Platform | null;
  title?: string;
  durationSeconds?: number;
  videoUrl?: string | null;
  embedUrl?: string | null;
  streamUrl?: string | null;
  captions?: Caption[];
}

/** A recording as its open day has it. */
interface Recording extends RecordingEntry {
  platform: Platform;
  videoUrl: string;
  embedUrl: string | null;
  streamUrl: string | null;
  captions: Caption[];
}

interface Resource {
  resourceId: string;
  title: string;
  url: string;
  mediaType: string;
  sizeBytes: number;
}

interface ResumePosition {
  recordingId: string;
  positionSeconds: number;
}

/** The student's own progress on one day. */
interface Progress {
  viewedPresentation: boolean;
  viewedRecording: boolean;
  completionPercentage: number;
  lastAccessed: Instant | null;
  revision: number;
  resumePositions: ResumePosition[];
}

/** Progress on a day that the student was on. */
type TouchedProgress = Progress & { lastAccessed: Instant };

/** Progress as events and mutations tell it: they say whose and which day's. */
interface ToldProgress extends Progress {
  userId: string;
  dayNumber: number;
}

interface OutlineDay {
  dayNumber: number;
  title: string;
  description: string;
  isUnlocked: boolean;
  scheduledAt: Instant | null;
  /** When the clock opens the day; null when it does not, or did. */
  opensAt: Instant | null;
  sessionMinutes: number;
}

/** A day as the list has it. An event leaves the progress out: it is the same for everyone. */
interface Day extends OutlineDay {
  unlockedAt: Instant | null;
  /** Where the session takes place; nobody says it to visitors. */
  joinUrl: string | null;
  /** The run of the course that the student takes part in. */
  cohortId: string;
  editVersion: number;
  revision: number;
  recordings: RecordingEntry[];
  progress?: Progress | null;
}

/** A day with what its lock hides, for its page. */
interface OpenDay extends Day {
  presentationUrl: string | null;
  resourcesUrl: string | null;
  resources: Resource[];
  recordings: Recording[];
}

interface DayChange {
  kind: "UNLOCKED" | "LOCKED" | "EDITED";
  revision: number;
  cohortId: string;
  /** The student whose exception or cohort changed; null when the day itself did. */
  userId: string | null;
  day: Day;
}

/** Why a day is closed to the one who asks. */
interface AccessExplanation {
  decidedBy: "INACTIVE" | "TRAINER" | "GRANTED" | "HELD_BACK" | "UNLOCKED" | "SCHEDULE" | "LOCKED";
  changesAt: Instant | null;
}

/** How a day stands for its student. */
type Standing = "locked" | "done" | "renewed" | "started" | "open";

/** A change of the course that someone who looks at it is told. */
interface News {
  kind: "unlocked" | "locked" | "recording" | "edited";
  dayNumber: number;
  title: string;
  /** The title of the recording that is new. */
  recording?: string;
}

interface WatchedInterval {
  fromSeconds: number;
  toSeconds: number;
}

/** What a player reports of one recording: the schema's PlaybackInput. */
interface PlaybackReport {
  recordingId: string;
  positionSeconds: number;
  watched: WatchedInterval[];
  at: Instant;
}

/** The course as this page knows it. */
interface Course {
  load(ask?: () => Promise<GraphQlAnswer>): Promise<boolean>;
  open(dayNumber: number): Promise<void>;
  close(): void;
  dayChanged(change: DayChange): void;
  recordingAdded(recording: AddedRecording): void;
  progressed(progress: ToldProgress): void;
  forget(): void;
}
