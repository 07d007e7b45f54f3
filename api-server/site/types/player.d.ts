// The recording player: its adapters, what it says, and what becomes of its reports.

type PlayerTexts = typeof import("../../src/main/resources/static/js/player/texts.js").playerTexts;
/** The key of a text that is one sentence. */
type PlayerSentence = { [K in keyof PlayerTexts]: PlayerTexts[K] extends string ? K : never }[keyof PlayerTexts];

/** Why a recording does not play. Without `href` the way out is where a person opens it; null is none. */
interface PlayerFailure {
  reason: PlayerSentence;
  /** False when another attempt may help. */
  fatal: boolean;
  href?: string | null;
}

interface PlayerEvents {
  ready: undefined;
  play: undefined;
  pause: undefined;
  seek: undefined;
  timechange: undefined;
  ratechange: undefined;
  captionschange: undefined;
  ended: undefined;
  notice: PlayerSentence;
  failed: PlayerFailure;
}

/** The events of a player: who listens, and how it tells them. */
interface Signals {
  on<E extends keyof PlayerEvents>(name: E, listener: (detail: PlayerEvents[E]) => void): void;
  emit<E extends keyof PlayerEvents>(
    name: E,
    ...detail: PlayerEvents[E] extends undefined ? [] : [PlayerEvents[E]]
  ): void;
  silence(): void;
}

interface CaptionTrack {
  language: string;
  label: string;
}

/** In which language captions are shown now, null for none, and which there are. */
interface CaptionState {
  shown: string | null;
  tracks: CaptionTrack[];
}

/** The recording after the one that is over. */
interface NextRecording {
  title: string;
  go(): void;
}

/** The one interface to every kind of player; see player/adapters/open-adapter.js. */
interface Adapter {
  element: HTMLElement;
  on: Signals["on"];
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setRate(rate: number): void;
  /** Whether the sound is off now; null where it cannot be switched. */
  mute(): boolean | null;
  /** Null where there are none. */
  captions(): CaptionState | null;
  showCaptions(language: string | null): void;
  retry(): void;
  update(fresh: Playable): void;
  position(): number;
  duration(): number;
  rate(): number;
  playing(): boolean;
  moving(): boolean;
  destroy(): void;
}

interface AdapterWishes {
  /** Second at which the film stands when it is ready. */
  startAt: number;
  label: string;
}

interface FilmWishes extends AdapterWishes {
  /** The recording with a fresh `streamUrl`. */
  renew(): Promise<Playable>;
}

/** What keys and buttons ask for. */
interface PlayerActions {
  toggle(): void;
  jump(seconds: number): void;
  setRate(rate: number): void;
  faster(direction: number): void;
  mute(): void;
  captions(): void;
  chooseCaptions(language: string | null): void;
  fullscreen(): void;
  retry(): void;
  resume(): void;
  startOver(): void;
}

interface Link {
  href: string;
  label: string;
}

/** What the line below the film says of one matter. */
interface StatusWords {
  sentence: string;
  elsewhere?: Link | null | "";
  retry?: boolean;
}

type StatusRank = "failure" | "slow" | "notice" | "reports";

/** Where a player is at a moment of a clock that never goes back. */
interface WatchSample {
  at: number;
  position: number;
  rate: number;
  moving: boolean;
}

interface WatchRecorder {
  sample(sample: WatchSample): void;
  cut(): void;
  ended(length: number): void;
  take(): WatchedInterval[];
}

type SendReport = (report: PlaybackReport) => Promise<void>;

/** How a report fails. */
interface ReportProblem {
  code?: string;
  retryable?: boolean;
  /** Seconds for which the server wants to be left alone. */
  retryAfter?: number;
}

/** Where a recording was left, as a report says that waits. */
type KeptPosition = Pick<PlaybackReport, "recordingId" | "positionSeconds" | "at">;

interface Outbox {
  /** The problem is why it could not be delivered, where that is known. */
  add(report: PlaybackReport, problem?: ReportProblem): void;
  delivered(report: PlaybackReport): void;
  flush(): Promise<void>;
  size(): number;
  /** Whether the server wants no reports at the moment. */
  resting(): boolean;
  /** Where each recording was left that has a report waiting. */
  positions(): KeptPosition[];
  onChange(listener: (waiting: number) => void): () => void;
  close(): void;
}

/** What the player needs from the page around it. */
interface PlayerServices {
  report: SendReport;
  reportOnHide(report: PlaybackReport): void;
  renew(): Promise<Playable>;
  outbox: Outbox | null;
  /** Seconds, or 0. */
  resumeAt: number;
  /** Whether someone came to go on with it. */
  begin?: boolean;
  /** What follows when it is over. */
  next?(): NextRecording | null;
}

interface MountedPlayer {
  refresh(recording: Recording): void;
  destroy(): void;
}
