import { ofGraphQl, unreachable } from "./errors.js";
import { readOperation } from "./operation-files.js";

/** @type {Map<string, string>} */
const texts = new Map();
/** @type {Map<string, Promise<string>>} */
const loading = new Map();

/** @param {OperationName} name */
async function load(name) {
  const text = await readOperation(name);
  if (text === undefined) throw unreachable();
  texts.set(name, text);
  return text;
}

/**
 * @param {OperationName} name
 * @returns {Promise<string>} the named operation's text, read once
 */
export async function operation(name) {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const asked = loading.get(name) ?? load(name).finally(() => loading.delete(name));
  loading.set(name, asked);
  return asked.catch(() => {
    throw unreachable();
  });
}

/**
 * Asks the API by the name of an operation.
 *
 * @param {{http: Http, keeper: Keeper}} parts
 * @returns {GraphQl}
 */
export function createGraphQl({ http, keeper }) {
  /**
   * @template {keyof Queries} N
   * @param {N} name
   * @param {object | undefined} variables
   * @param {string} [token]
   * @returns {Promise<Queries[N]>}
   */
  async function post(name, variables, token) {
    const query = await operation(name);
    /** @type {GraphQlAnswer<Queries[N]>} */
    const answer = await http.json("/graphql", { method: "POST", body: { query, variables }, token });
    return data(answer);
  }

  return {
    /** As the person who is signed in. */
    ask: (name, variables) => keeper.authorized((token) => post(name, variables, token)),
    /** Without saying who asks: a token that ran out must not keep the outline from a visitor. */
    askAnonymously: (name) => post(name, undefined, undefined),
    /** While the page goes away: nothing may be awaited before the request is on its way. */
    send(name, variables) {
      const query = texts.get(name);
      const token = keeper.held();
      if (!query || !token) return;
      const body = { query, variables };
      http.json("/graphql", { method: "POST", body, token, keepalive: true }).catch(() => {});
    },
  };
}

/**
 * @template T
 * @param {GraphQlAnswer<T>} answer
 * @returns {T} the data of an answer without errors
 */
export function data(answer) {
  if (answer.errors?.length) throw ofGraphQl(answer.errors);
  return answer.data;
}
