"use strict";

const METHODS = ["get", "head", "post", "put", "patch", "delete"];

function element(name, text, className) {
  const node = document.createElement(name);
  node.textContent = text;
  if (className) node.className = className;
  return node;
}

/** The schema's shape as a person reads it: field names with their types, references followed once. */
function shape(schema, spec, seen = []) {
  if (!schema) return "";
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop();
    return seen.includes(name) ? name : shape(spec.components.schemas[name], spec, [...seen, name]);
  }
  if (schema.type === "array") return `[${shape(schema.items, spec, seen)}]`;
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([key, value]) => `${key}: ${shape(value, spec, seen)}`);
    return `{ ${fields.join(", ")} }`;
  }
  return schema.format || schema.type || "any";
}

function body(content, spec) {
  return Object.entries(content || {})
    .map(([type, media]) => `${type} ${shape(media.schema, spec)}`)
    .join("\n");
}

function operation(path, method, call, spec) {
  const section = document.createElement("section");
  const heading = element("h2", "");
  heading.append(element("span", method.toUpperCase(), "method"), path);
  section.append(heading);
  if (call.summary) section.append(element("p", call.summary));
  const facts = document.createElement("dl");
  const fact = (term, text) => {
    const value = document.createElement("dd");
    value.append(element("pre", text));
    facts.append(element("dt", term), value);
  };
  for (const parameter of call.parameters || []) {
    fact(`${parameter.in} ${parameter.name}`, shape(parameter.schema, spec) + (parameter.required ? "" : ", optional"));
  }
  if (call.requestBody) fact("body", body(call.requestBody.content, spec));
  for (const [status, answer] of Object.entries(call.responses || {})) {
    fact(status, body(answer.content, spec) || answer.description);
  }
  section.append(facts);
  return section;
}

async function show() {
  const main = document.getElementById("operations");
  try {
    const answer = await fetch("/api/v1/docs/openapi.json");
    if (!answer.ok) throw new Error(`openapi.json answered ${answer.status}`);
    const spec = await answer.json();
    document.title = spec.info.title;
    document.getElementById("title").textContent = spec.info.title;
    document.getElementById("description").textContent = spec.info.description;
    main.replaceChildren();
    for (const [path, calls] of Object.entries(spec.paths)) {
      for (const method of METHODS) {
        if (calls[method]) main.append(operation(path, method, calls[method], spec));
      }
    }
  } catch (problem) {
    main.textContent = `The list of calls could not be loaded: ${problem.message}`;
  }
}

show();
