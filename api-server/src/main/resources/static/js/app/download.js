/**
 * Hands a file that had to be asked for with a token to the browser's downloads.
 *
 * @param {Response} response
 * @param {string} name
 */
export async function download(response, name) {
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
