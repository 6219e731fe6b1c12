// "Try it": a form for one operation, and the token of a demo client to call with.
import { bodyOf, element, example } from "./docs-schema.js";

const client = document.getElementById("client");
const said = document.getElementById("token-said");
const clients = JSON.parse(client.dataset.clients);
let bearer = null;

client.append(...clients.map(({ id }) => element("option", { value: id }, id)));
client.addEventListener("change", () => {
  bearer = null;
  said.textContent = "";
});
document.getElementById("get-token").addEventListener("click", async () => {
  const { id, secret } = clients.find((one) => one.id === client.value);
  const form = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
  const answer = await fetch("/v2/token", { method: "POST", body: form }).catch(() => null);
  bearer = answer?.ok ? (await answer.json()).access_token : null;
  said.textContent = bearer ? `Calls are made with a token of ${id}, good for an hour.` : "There was no token. Is the stack running?";
});

function input(label, attributes) {
  const id = `try-${crypto.randomUUID()}`;
  const field = element(attributes.rows ? "textarea" : "input", { id, spellcheck: "false", autocomplete: "off", ...attributes });
  return [element("label", { for: id }, label), field];
}

/** The form, and below it what the call was answered. */
export function tryForm(spec, method, path, operation) {
  const form = element("form", { class: "try" }, element("h4", {}, "Try it"));
  const given = (operation.parameters ?? []).map((parameter) => {
    const [label, field] = input(`${parameter.name} (${parameter.in})`, { type: "text" });
    field.required = parameter.required ?? false;
    field.value = parameter.in === "path" ? (parameter.example ?? "") : "";
    form.append(label, field);
    return { ...parameter, field };
  });
  const body = bodyOf(operation);
  const text = body && input(`Body (${body.type})`, { rows: "10" });
  if (body) {
    form.append(...text);
    text[1].value = example(spec, body);
  }
  const needsToken = (operation.security ?? []).some((one) => "bearer" in one);
  const answered = element("div", { role: "status" });
  if (needsToken) form.append(element("p", { class: "muted" }, "It is made with the token that you get at the top of this page."));
  form.append(element("button", { class: "quiet" }, `${method.toUpperCase()} ${path}`), answered);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (needsToken && !bearer) {
      answered.replaceChildren(element("p", {}, "Get a token first, at the top of this page."));
      return;
    }
    answered.replaceChildren(...await call(method, path, given, body && { type: body.type, text: text[1].value }, needsToken));
  });
  return form;
}

async function call(method, path, given, body, needsToken) {
  const headers = new Headers({ accept: "application/json" });
  const query = new URLSearchParams();
  let target = path;
  for (const { name, in: place, field } of given) {
    if (place === "path") target = target.replace(`{${name}}`, encodeURIComponent(field.value));
    else if (field.value && place === "query") query.set(name, field.value);
    else if (field.value && place === "header") headers.set(name, field.value);
  }
  if (needsToken) headers.set("authorization", `Bearer ${bearer}`);
  if (body) headers.set("content-type", body.type);
  const sent = body?.type.includes("form-urlencoded") ? body.text.replaceAll("\n", "") : body?.text;
  try {
    const answer = await fetch(query.size ? `${target}?${query}` : target, { method: method.toUpperCase(), headers, body: sent });
    return show(answer, await answer.text());
  } catch (error) {
    return [element("p", {}, `No answer: ${error.message}`)];
  }
}

function show(answer, text) {
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // A page, or nothing: shown as it came.
  }
  return [
    element("p", {}, element("strong", {}, `${answer.status} ${answer.statusText}`)),
    element("details", {}, element("summary", {}, "Headers"), element("pre", { tabindex: "0" }, head)),
    ...(shown ? [element("pre", { tabindex: "0" }, shown)] : []),
  ];
}
