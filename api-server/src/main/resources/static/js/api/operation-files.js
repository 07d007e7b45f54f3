const FOLDER = new URL("../../graphql/", import.meta.url);

/**
 * Reads an operation from its file. The build puts all of them into the one script that it makes, in place of this.
 *
 * @param {OperationName} name
 */
export async function readOperation(name) {
  const answer = await fetch(new URL(`${name}.graphql`, FOLDER));
  return answer.ok ? answer.text() : undefined;
}
