// Who is signed in, and how that is kept.

type Provider = "password" | "microsoft";

interface User {
  userId: string;
  email: string;
  displayName: string | null;
  role: "ADMIN" | "STUDENT";
}

/** What a sign-in or a refresh brings. A refresh need not say again who it is. */
interface Grant {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
  user?: User;
}

/** A grant as the portal's own sign-in words it. */
interface TokenReply {
  access_token: string;
  expires_in: number;
  refresh_token: string;
  user: User;
}

/** Microsoft's answer to a question for tokens. */
interface MicrosoftReply {
  access_token: string;
  expires_in: number;
  refresh_token: string;
  id_token?: string;
}

/** What this browser remembers; of two records the one with the higher turn is newer. */
interface SessionRecord {
  provider: Provider;
  refreshToken: string;
  userId: string;
  turn: number;
}

/** Who is signed in at the moment, with the token in hand. */
interface Held {
  provider: Provider;
  accessToken: string;
  expiresAt: number;
  user: User;
}

/** Why nobody is signed in any more: each but `other` is told on the sign-in page. */
type SignOutReason = "expired" | "left" | "elsewhere" | "everywhere" | "needed" | "other";

interface SessionMemory {
  persistent(): boolean;
  read(): SessionRecord | null;
  newest(): Promise<SessionRecord | null>;
  write(record: Omit<SessionRecord, "turn">): Promise<void>;
  clear(): Promise<void>;
  watch(listener: (stored: SessionRecord | null) => void): void;
}

type Refresher = (refreshToken: string, user?: User) => Promise<Grant>;

interface Keeper {
  token(): Promise<string>;
  refresh(stale?: string): Promise<string>;
  held(): string | undefined;
  remembers(): boolean;
  whose(): string | undefined;
  accept(provider: Provider, grant: Grant): Promise<void>;
  authorized<T>(call: (token: string) => Promise<T>): Promise<T>;
  ending<T>(reason: SignOutReason, work: () => Promise<T>): Promise<T>;
  signOut(end: (stored: SessionRecord | null) => Promise<unknown>, reason?: SignOutReason): Promise<void>;
  expire(): void;
}

/** What someone registers with. */
interface Account {
  email: string;
  password: string;
  displayName?: string;
  inviteCode?: string;
}
