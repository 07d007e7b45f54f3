/** The absolute form of an http(s) address, or null for anything else: data never becomes a script address. */
export function webAddress(text) {
  if (typeof text !== "string" || text === "") return null;
  const url = URL.parse?.(text, document.baseURI) ?? parsed(text);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}

function parsed(text) {
  try {
    return new URL(text, document.baseURI);
  } catch {
    return null;
  }
}
