// Reads the schemas of an OpenAPI 3.1 description.

/** An element with attributes and children; texts are texts, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A description's paragraphs, with `code` as code: all the markup that the source uses. */
export function describe(text) {
  const all = document.createDocumentFragment();
  for (const paragraph of (text ?? "").split(/\n\s*\n/).filter(Boolean)) {
    const parts = paragraph.split(/`([^`]+)`/).map((part, place) => (place % 2 ? element("code", {}, part) : part));
    all.append(element("p", {}, ...parts));
  }
  return all;
}

/** The first content of a request or answer: its media type, schema and examples. */
export function bodyOf(operation) {
  const content = Object.entries(operation.requestBody?.content ?? {})[0];
  return content && { type: content[0], ...content[1] };
}

function resolve(spec, schema) {
  let found = schema ?? {};
  while (found.$ref) found = { ...spec.components.schemas[found.$ref.split("/").at(-1)], ...found, $ref: undefined };
  const some = (found.oneOf ?? found.anyOf)?.filter((one) => one.type !== "null");
  if (some?.length === 1) return resolve(spec, { ...found, ...some[0], oneOf: undefined, anyOf: undefined });
  if (some) return some.reduce((all, one) => merged(all, { ...resolve(spec, one), required: [] }), { ...found, oneOf: undefined, anyOf: undefined });
  if (found.allOf) return found.allOf.reduce((all, one) => merged(all, resolve(spec, one)), { ...found, allOf: undefined });
  return found;
}

function merged(all, one) {
  return {
    ...all, ...one,
    properties: { ...all.properties, ...one.properties },
    required: [...(all.required ?? []), ...(one.required ?? [])],
  };
}

function typeOf(schema) {
  const types = [schema.type ?? (schema.properties ? "object" : "")].flat().filter((type) => type !== "null");
  if (schema.enum) return schema.enum.filter((value) => value !== null).join(" | ");
  return types.join(" or ");
}

/** Every field under a schema as a row: its path, type, description, and whether it has to be there. */
export function fields(spec, schema, prefix = "", seen = []) {
  const { properties = {}, required = [], items } = resolve(spec, schema);
  if (items) return fields(spec, items, `${prefix}[]`, seen);
  return Object.entries(properties).flatMap(([name, raw]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const found = resolve(spec, raw);
    const row = { path, type: typeOf(found), description: raw.description ?? found.description, required: required.includes(name) };
    // A schema that holds itself ends here.
    const deeper = raw.$ref && seen.includes(raw.$ref) ? [] : fields(spec, raw, path, [...seen, raw.$ref]);
    return [row, ...deeper];
  });
}

function sample(spec, schema, depth = 0) {
  const found = resolve(spec, schema);
  if (found.example !== undefined) return found.example;
  if (found.examples?.length) return found.examples[0];
  if (found.default !== undefined) return found.default;
  if (found.enum) return found.enum[0];
  if (found.properties && depth < 8) {
    const needed = new Set(found.required ?? []);
    const members = Object.entries(found.properties).map(([name, one]) => [name, sample(spec, one, depth + 1), needed.has(name)]);
    return Object.fromEntries(members.filter(([, value, needs]) => needs || isTelling(value)));
  }
  if (found.items) return [sample(spec, found.items, depth + 1)];
  return { string: "", integer: 0, number: 0, boolean: false, object: {} }[typeOf(found)] ?? null;
}

// An optional member without an example would only be in the way.
function isTelling(value) {
  if (value === null || value === "" || value === 0 || value === false) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

/** A body as somebody would send it: JSON, or the fields of a form. */
export function example(spec, body) {
  const value = body.example ?? sample(spec, body.schema);
  if (!body.type.includes("form-urlencoded")) return JSON.stringify(value, null, 2);
  return Object.entries(value ?? {}).map((pair) => pair.map(encodeURIComponent).join("=")).join("\n&");
}
