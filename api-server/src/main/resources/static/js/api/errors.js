/** An expected failure: a code to act on, the server's sentence, and what helps to show it in the right place. */
export class PortalError extends Error {
  /**
   * @param {string} code one of the API's codes, or UNREACHABLE, UNREACHABLE_THERE, NOT_ADMITTED, NO_PORTAL,
   *   MADE_FOR_ANOTHER, SIGNED_OUT, MICROSOFT_FAILED
   * @param {string} [sentence] the server's own words
   * @param {ProblemFacts} [facts]
   */
  constructor(code, sentence = "", facts = {}) {
    super(sentence || code);
    this.name = "PortalError";
    this.code = code;
    this.sentence = sentence;
    this.status = facts.status;
    this.field = facts.field;
    this.retryable = facts.retryable ?? false;
    this.retryAfter = facts.retryAfter;
    this.about = facts.about;
    this.requestId = facts.requestId;
  }
}

/** The server did not answer at all. */
export const unreachable = () => new PortalError("UNREACHABLE", "", { retryable: true });

/**
 * @param {Response} response
 * @returns {Promise<PortalError>} what a refused request means; something between here and the portal may have refused it
 */
export async function ofResponse(response) {
  const problem = await response.json().catch(() => null);
  const wait = Number(response.headers.get("Retry-After"));
  /** @type {ProblemFacts} */
  const facts = { status: response.status, field: problem?.field, retryable: problem?.retryable };
  if (wait > 0) facts.retryAfter = wait;
  const id = response.headers.get("X-Request-Id");
  if (id) facts.requestId = id;
  if (problem?.code) return new PortalError(problem.code, problem.detail, facts);
  if (response.status >= 502 && response.status <= 504) return unreachable();
  return new PortalError(response.status === 404 ? "NOT_FOUND" : "INTERNAL", "", facts);
}

/**
 * @param {GraphQlError[]} errors
 * @returns {PortalError} the first error of a GraphQL answer
 */
export function ofGraphQl([error]) {
  const { code = "INTERNAL", field, retryable, retryAfterSeconds, requestId } = error.extensions ?? {};
  return new PortalError(code, error.message, { field, retryable, retryAfter: retryAfterSeconds, requestId });
}
