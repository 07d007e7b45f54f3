// The page's state, its parts and what someone can do on it.

interface Store<T> {
  get(): T;
  set(change: Partial<T> | ((state: T) => Partial<T>)): void;
  subscribe(listener: (state: T) => void): () => void;
}

type PageStore = Store<State>;

interface State {
  /** The API's address. */
  base: string;
  config: ServerConfig & { known: boolean };
  session: Session;
  outline: Outline;
  course: CourseState;
  /** What an earlier visit knew of the course. */
  recalled: OutlineDay[];
  /** The day and the recording that someone has just asked to go on with. */
  goOn: { dayNumber: number; recordingId: string | undefined } | null;
  day: DayState | null;
  route: Route;
  forms: Record<string, FormState>;
  notices: Notice[];
  /** Whether a phone shows more than the newest of them. */
  allNews: boolean;
  /** Whether someone wants to see them though a film leaves them no room. */
  newsAsked: boolean;
  /** What waits in this browser to be told to the portal. */
  kept: KeptPosition[];
  connection: LineState;
  /** The time that the page shows, by the portal's clock, in milliseconds. */
  now: number;
  /** The calendar's address while it is shown. */
  calendar: CalendarState | null;
  /** Whether signing in survives a reload. */
  stored: boolean;
  typedEmail: string;
  /** What a trainer's link for a forgotten password says. */
  reset: { email?: string; code?: string };
  /** What a trainer's link for someone new says. */
  invite: string;
  theme: Theme;
  chosenTheme: ChosenTheme;
}

interface Session {
  status: "restoring" | "in" | "out";
  user: User | null;
  mustChange: boolean;
  provider?: Provider;
  reason?: SignOutReason;
}

interface Outline {
  status: "idle" | "loading" | "ready" | "failed";
  days: OutlineDay[];
  problem?: PortalError;
}

interface CourseState {
  status: "idle" | "loading" | "ready" | "failed";
  days: Day[];
  problem: PortalError | null;
}

/** The day whose page is shown. */
interface DayState {
  dayNumber: number;
  status: "loading" | "ready" | "locked" | "missing" | "failed";
  detail?: OpenDay;
  readAt?: number;
  problem?: PortalError;
  /** Whether the lock came while the page was open. */
  relocked?: boolean | null;
  /** That a trainer holds the day back for this student, and until when. */
  held?: { until: Instant | null } | null;
  /** The chosen recording. */
  chosen?: string;
  /** The address of the slides in the page. */
  slidesShown?: string | null;
  slidesProblem?: PortalError | null;
  /** Whether the slides fill the window. */
  slidesLarge?: boolean;
}

/** The secret address from which calendars read the sessions. */
interface CalendarState {
  address: string | null;
  copied?: boolean;
  /** Someone is asked whether the address is to stop working. */
  renewing?: boolean;
  renewed?: boolean;
}

type Theme = "dark" | "light";
type ChosenTheme = Theme | "system";

type PageName = "landing" | "sign-in" | "register" | "reset" | "course" | "day" | "me" | "new-password" | "missing";

interface Route {
  name: PageName;
  dayNumber?: number;
}

/** The route that is to be shown, perhaps after a redirect. */
interface Admission extends Route {
  redirect?: "sign-in" | "place";
}

interface Page {
  /** For anyone. */
  open?: boolean;
  /** Only for those who are not signed in. */
  guest?: boolean;
  /** What is fetched together with its code. */
  asks?: OperationName[];
  load(): Promise<View>;
}

type OperationName = keyof Queries | keyof Subscriptions;

/** A module of js/views. */
interface View {
  title(state: State): string;
  view(state: State, actions: Actions): Template;
  enter?(state: State, actions: Actions): void;
}

type Template = import("lit-html").TemplateResult | import("lit-html/directive.js").DirectiveResult;
/** Whatever a template can show. */
type Content = unknown;

interface Notice {
  id: number;
  kind: News["kind"];
  text: string;
  dayNumber?: number;
}

/** Sentences by field. */
type FieldProblems = Record<string, string>;

interface FormState {
  pending?: boolean;
  done?: boolean;
  problem?: PortalError;
  /** Seconds until it may be tried again. */
  left?: number;
  fields?: FieldProblems;
}

/** A form's fields, all of them text. */
type FormValues = Record<string, string>;

interface Forms {
  press(name: string, work: () => Promise<void>): () => Promise<boolean>;
  submit(
    name: string,
    check: (values: FormValues) => FieldProblems,
    work: (values: FormValues) => Promise<void>,
  ): (event: SubmitEvent) => Promise<void>;
}

interface SessionActions {
  signIn(event: SubmitEvent): void;
  register(event: SubmitEvent): void;
  changePassword(event: SubmitEvent): void;
  resetPassword(event: SubmitEvent): void;
  signOut(): Promise<void>;
  signOutEverywhere(): Promise<boolean>;
  signInWithMicrosoft(): Promise<void>;
  microsoftPossible(): boolean;
  redeem(answer: Record<string, string>): Promise<void>;
}

interface CourseActions {
  loadOutline(): Promise<void>;
  loadCourse(): Promise<boolean>;
  openDay(dayNumber: number): Promise<void>;
  choose(recordingId: string): void;
  /** Someone follows a link to where they stopped. */
  continueAt(dayNumber: number, recordingId: string | undefined): void;
  toggleSlides(dayNumber: number, address?: string): void;
  enlargeSlides(event: Event): Promise<void>;
  shrinkSlides(): void;
  /** One went back from slides that fill the window. */
  slidesLeft(): void;
  slidesOpened(dayNumber: number): Promise<void>;
  report: SendReport;
  playback(recording: Recording): Promise<PlayerServices>;
}

interface CalendarActions {
  toggleCalendar(): void;
  askForCalendar(): Promise<boolean>;
  copyCalendar(): Promise<void>;
  askRenewCalendar(): void;
  keepCalendar(): void;
  renewCalendar(): Promise<boolean>;
}

interface Actions extends SessionActions, CourseActions, CalendarActions {
  dismiss(id: number): void;
  toggleNews(): void;
  askNews(): void;
  switchTheme(): void;
  chooseTheme(theme: ChosenTheme): void;
  download(): Promise<boolean>;
}

/** A text; one that depends on a number has one form per plural category. */
type Wording = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
/** What fills a text in; a hole without a value stays. */
type WordingValues = Record<string, string | number | undefined>;

type Timer = ReturnType<typeof setTimeout>;

/** Where slides or resources lead. */
interface Material {
  href: string;
  own: boolean;
  framed: boolean;
  /** What opens the file, where that is a program and no browser. */
  program: "powerpoint" | "word" | "excel" | "powerbi" | null;
}

/** The name of an icon drawn for this site. */
type Icon = Parameters<typeof import("../../src/main/resources/static/js/ui/icons.js").icon>[0];

/** Code that is fetched when first asked for; `begun` is the attempt under way or done. */
interface Once<T> {
  (): Promise<T>;
  begun?: Promise<T>;
}
