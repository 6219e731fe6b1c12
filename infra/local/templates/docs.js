// Draws the API reference from openapi.json: operations by tag, their fields, answers and error codes.
import { bodyOf, describe, element, example, fields } from "./docs-schema.js";
import { tryForm } from "./docs-try.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

function anchor(operation) {
  return `op-${operation.operationId}`;
}

function table(heads, rows) {
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const lines = rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, ...[cell].flat()))));
  return element("div", { class: "scroll" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines)));
}

function fieldTable(spec, schema) {
  const rows = fields(spec, schema).map((field) => [
    element("code", {}, field.path),
    [field.type, field.required ? "" : element("span", { class: "muted" }, " optional")],
    describe(field.description),
  ]);
  return rows.length > 0 ? table(["Field", "Type", ""], rows) : "";
}

function parameters(operation) {
  const rows = (operation.parameters ?? []).map((parameter) => [
    element("code", {}, parameter.name),
    [parameter.in, parameter.required ? "" : element("span", { class: "muted" }, " optional")],
    describe(parameter.description),
  ]);
  return rows.length > 0 ? [element("h4", {}, "Parameters"), table(["Name", "In", ""], rows)] : [];
}

function request(spec, operation) {
  const body = bodyOf(operation);
  if (!body) return [];
  return [
    element("h4", {}, "Body "), element("p", { class: "muted" }, body.type), fieldTable(spec, body.schema),
    element("pre", { tabindex: "0" }, example(spec, body)),
  ];
}

function answers(spec, operation) {
  const parts = [element("h4", {}, "Answers")];
  const rows = Object.entries(operation.responses ?? {}).map(([status, answer]) => [
    element("strong", {}, status), describe(answer.description),
  ]);
  parts.push(table(["Status", "What it means; for errors, their codes"], rows));
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const body = bodyOf({ requestBody: answer });
    if (!status.startsWith("2") || !body?.schema) continue;
    parts.push(element("details", {},
      element("summary", {}, `What ${status} holds`), fieldTable(spec, body.schema),
      element("pre", { tabindex: "0" }, example(spec, body))));
  }
  return parts;
}

function draw(spec, { method, path, operation }) {
  const title = element("summary", {},
    element("span", { class: "method" }, method.toUpperCase()), element("code", {}, path),
    element("span", { class: "muted" }, operation.summary ?? ""));
  const inner = element("div");
  const details = element("details", { class: "operation", id: anchor(operation) }, title, inner);
  // Drawn when it is opened: a page of closed ones is there at once.
  details.addEventListener("toggle", () => {
    if (inner.hasChildNodes()) return;
    inner.append(describe(operation.description), ...parameters(operation), ...request(spec, operation),
      ...answers(spec, operation), tryForm(spec, method, path, operation));
  });
  return details;
}

function operationsOf(spec) {
  return Object.entries(spec.paths).flatMap(([path, item]) => METHODS.filter((method) => item[method])
    .map((method) => ({ method, path, operation: item[method] })));
}

function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  if (!named) return;
  named.open = true;
  named.scrollIntoView();
}

const place = document.getElementById("operations");
try {
  const spec = await (await fetch("/openapi.json")).json();
  const tagOf = ({ operation }) => operation.tags?.[0] ?? "Other";
  const sorted = operationsOf(spec).sort((one, other) => tagOf(one).localeCompare(tagOf(other)));
  document.getElementById("about").append(describe(spec.info.description));
  place.replaceChildren();
  const contents = element("ul");
  for (const [tag, operations] of Map.groupBy(sorted, tagOf)) {
    const id = `tag-${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
    contents.append(element("li", {}, element("a", { href: `#${id}` }, tag)));
    place.append(element("h2", { id }, tag), ...operations.map((one) => draw(spec, one)));
  }
  document.getElementById("contents").append(contents);
  openNamed();
  addEventListener("hashchange", openNamed);
} catch {
  place.replaceChildren(element("p", { role: "alert" }, "openapi.json cannot be read. Is the stack still running?"));
}
