/**
 * A DOM element with properties set (never HTML) and children; null children are left out.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, unknown>} [properties]
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role") element.setAttribute(key, String(value));
    else Object.assign(element, { [key]: value });
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}
