import { setMaxListeners } from "node:events";

/**
 * As much of a browser as the modules under test look at. Import it first: some of them look while they are loaded.
 * Every test file runs in a process of its own.
 */

/** What the page hears: `online`, `storage`, `pagehide`. */
export const page = new EventTarget();

/** What the document hears, and whether anyone looks at it. */
export const documentFake = Object.assign(new EventTarget(), {
  baseURI: "https://site.example/course/",
  hidden: false,
});

/** What the browser says about itself. */
export const navigatorFake = { onLine: true, languages: ["en-GB"] };

/** A place to store text that can be full, or closed to this site. */
export class StorageFake {
  #entries = new Map();
  full = false;
  closed = false;

  getItem(key) {
    this.#admit(this.closed);
    return this.#entries.get(key) ?? null;
  }

  setItem(key, value) {
    this.#admit(this.closed || this.full);
    this.#entries.set(key, String(value));
  }

  removeItem(key) {
    this.#admit(this.closed);
    this.#entries.delete(key);
  }

  empty() {
    this.#entries.clear();
    this.full = this.closed = false;
  }

  #admit(refused) {
    if (refused) throw new Error("The browser refuses to store this.");
  }
}

export const localStorageFake = new StorageFake();
export const sessionStorageFake = new StorageFake();

// What is made in one test listens through the next ones too, as parts of a page do.
setMaxListeners(100, page, documentFake);

const globals = {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  document: documentFake,
  navigator: navigatorFake,
  localStorage: localStorageFake,
  sessionStorage: sessionStorageFake,
  location: new URL("https://site.example/course/"),
  // Without a BroadcastChannel: it would keep the test's process alive.
  window: {},
};
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// The browsers that the site is for have it; Node 18 has not.
Array.prototype.toSorted ??= function (compare) {
  return [...this].sort(compare);
};

/** Lets everything happen that waits for nothing but its turn. */
export const settled = () => new Promise((done) => setImmediate(done));
