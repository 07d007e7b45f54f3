// How the site talks to the API. Answers are typed by the operation that is asked: see static/graphql.

type PortalError = import("../../src/main/resources/static/js/api/errors.js").PortalError;

/** A request; its body is sent as JSON. */
interface Ask extends Omit<RequestInit, "body" | "headers"> {
  body?: unknown;
  token?: string;
  accept?: string;
}

interface Http {
  base: string;
  send(path: string, ask?: Ask): Promise<Response>;
  json<T>(path: string, ask?: Ask): Promise<T>;
}

/** What the server tells anyone before sign-in. */
interface ServerConfig {
  courseTitle: string;
  timeZone: string;
  registrationMode: string;
  entra: Entra | null;
  /** Of when the course is that is shown, while the portal's store is paused. */
  staleSince?: Instant | null;
}

/** Where people sign in with Microsoft. */
interface Entra {
  tenantId: string;
  clientId: string;
  scope: string;
  authority?: string;
}

interface GraphQlError {
  message: string;
  extensions?: { code?: string; field?: string; retryable?: boolean; retryAfterSeconds?: number; requestId?: string };
}

/** An answer as it came; `data` is what the operation asked for. */
interface GraphQlAnswer<T = any> {
  data: T;
  errors?: GraphQlError[];
}

interface Queries {
  CourseOutline: { courseOutline: OutlineDay[] };
  TrainingDays: { trainingDays: Day[] };
  TrainingDay: { trainingDay: OpenDay | null };
  ExplainAccess: { explainAccess: AccessExplanation };
  CalendarAddress: { calendarAddress: string };
  RenewCalendarAddress: { renewCalendarAddress: string };
  MarkContentViewed: { markContentViewed: ToldProgress };
  RecordPlayback: { recordPlayback: ToldProgress };
}

interface Subscriptions {
  DayChanged: { dayChanged: DayChange };
  RecordingAdded: { recordingAdded: AddedRecording };
  ProgressUpdated: { progressUpdated: ToldProgress };
}

interface GraphQl {
  ask<N extends keyof Queries>(name: N, variables?: object): Promise<Queries[N]>;
  askAnonymously<N extends keyof Queries>(name: N): Promise<Queries[N]>;
  send(name: keyof Queries, variables: object): void;
}

/** What helps to show a failure in the right place. */
interface ProblemFacts {
  status?: number;
  field?: string;
  retryable?: boolean;
  /** Seconds. */
  retryAfter?: number;
  /** What the portal's log calls the request. */
  requestId?: string;
  /** Fills the site's own sentence in. */
  about?: WordingValues;
}
