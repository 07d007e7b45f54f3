import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../support/browser.js";
import { ledger } from "../../../src/main/resources/static/js/session/ledger.js";

const record = { provider: "password", refreshToken: "r", userId: "ann", turn: 7 };

/** As much of IndexedDB as the ledger asks for; `broken` transactions abort. */
function database(t) {
  const it = { entries: new Map(), open: 0, broken: false };
  const request = (work) => {
    const asked = {};
    setImmediate(() => work(asked));
    return asked;
  };
  const store = {
    get: (key) => ({ result: it.entries.get(key) }),
    put: (value, key) => ({ result: it.entries.set(key, value) && key }),
    delete: (key) => ({ result: void it.entries.delete(key) }),
  };
  const base = {
    createObjectStore: () => {},
    close: () => it.open--,
    transaction: () =>
      Object.assign(
        request((asked) => (it.broken ? asked.onabort() : asked.oncomplete())),
        { objectStore: () => store },
      ),
  };
  globalThis.indexedDB = {
    open: () =>
      Object.assign(
        request((asked) => {
          asked.onupgradeneeded();
          it.open++;
          asked.onsuccess();
        }),
        { result: base },
      ),
  };
  t.after(() => delete globalThis.indexedDB);
  return it;
}

test("what is written is read, until it is cleared", async (t) => {
  const base = database(t);
  assert.equal(await ledger.read(), undefined);
  await ledger.write(record);
  assert.deepEqual(await ledger.read(), record);
  await ledger.clear();
  assert.equal(await ledger.read(), undefined);
  await settled();
  assert.equal(base.open, 0, "no connection stays open");
});

test("a browser that keeps sites from storing is no failure", async (t) => {
  await ledger.write(record);
  assert.equal(await ledger.read(), undefined);
  const base = database(t);
  base.broken = true;
  await ledger.write(record);
  assert.equal(await ledger.read(), undefined);
  assert.equal(base.open, 0, "no connection stays open");
});
