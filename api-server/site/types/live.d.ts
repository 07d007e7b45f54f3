// The line to the server: a socket, else event streams, else polling.

type LineState = "live" | "polling" | "connecting" | "offline" | "refused";

interface Subscription {
  name: keyof Subscriptions;
  /** Listened to also where each takes a connection of its own. */
  needed: boolean;
}

interface Operation extends Subscription {
  query: string;
}

/** Asks on the line itself, after the subscriptions have begun. */
type AskOnLine = (query: string) => Promise<GraphQlAnswer>;

interface Connection {
  token: string;
  operations: Operation[];
  next(name: keyof Subscriptions, answer: GraphQlAnswer): void;
  /** Resolves to whether the truth could be read. */
  opened(ask?: AskOnLine): Promise<boolean>;
  signal: AbortSignal;
}

/** How a connection ended: a close code of the socket, or one of the API's or this site's codes. */
interface ConnectionEnd {
  wasOpen: boolean;
  code?: number | string;
}

/** One way to listen. */
interface Level {
  name: "live" | "polling";
  open(connection: Connection): Promise<ConnectionEnd>;
  visibleOnly?: boolean;
}

interface Live {
  running(): boolean;
  start(): void;
  stop(): void;
  restart(): void;
}
