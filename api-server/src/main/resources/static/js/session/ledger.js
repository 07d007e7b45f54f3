const STORE = "session";
const KEY = "newest";

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("portal", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}

/** @type {<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>} */
async function once(mode, work) {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = base.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    base.close();
  }
}

/**
 * A second place for the newest session record, beside localStorage. Browsers carry localStorage from one tab's process
 * to another's with a delay that no lock waits for: a tab that has just got the lock may read a refresh token that
 * another tab used up a moment ago. Transactions of IndexedDB have an order that all tabs agree on.
 */
export const ledger = {
  /** @returns {Promise<SessionRecord | undefined>} nothing where the browser gives no such place */
  read: () => once("readonly", (store) => store.get(KEY)).catch(() => undefined),
  /** @param {SessionRecord} record */
  write: (record) => once("readwrite", (store) => store.put(record, KEY)).catch(() => undefined),
  clear: () => once("readwrite", (store) => store.delete(KEY)).catch(() => undefined),
};
