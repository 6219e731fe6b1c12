// Makes Usher's pages nicer; every one of them works without this file.
"use strict";

const errors = document.getElementById("errors");
if (errors) errors.focus();

// A second press while the first is on its way would use the link or the ticket twice.
for (const form of document.querySelectorAll("form")) {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    const now = Date.now();
    if (now - sent < 2000) event.preventDefault();
    else sent = now;
  });
}

for (const field of document.querySelectorAll(".reveal")) reveal(field.querySelector("input"), field.querySelector("button"));

const parts = document.getElementById("password-parts");
if (parts) tick(document.getElementById("password"), parts, document.getElementById("password-progress"));

// A page that only leads on goes on by itself. The press, not form.submit(), so that a second one is ignored here, too.
const onward = document.querySelector("form[data-auto-submit] .primary");
if (onward) onward.click();

// Shows what was typed on request, and hides it again before it is sent, so that no browser keeps it as ordinary text.
function reveal(input, button) {
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", visible ? button.dataset.hideLong : button.dataset.showLong);
  };
  input.autocapitalize = "none";
  button.hidden = false;
  button.addEventListener("click", () => {
    show(input.type === "password");
    input.focus();
  });
  input.form.addEventListener("submit", () => show(false));
}

// Ticks each part of the rule as it is met; tells a screen reader once the typing pauses.
function tick(input, list, status) {
  const parts = [...list.querySelectorAll("[data-test]")].map((item) => {
    const spoken = document.createElement("span");
    spoken.className = "aside";
    item.append(spoken);
    return { item, spoken, test: new RegExp(item.dataset.test, "su") };
  });
  let pause;
  const update = () => {
    let met = 0;
    for (const { item, spoken, test } of parts) {
      const passes = test.test(input.value);
      if (passes) met += 1;
      item.classList.toggle("met", passes);
      spoken.textContent = passes ? ` (${list.dataset.met})` : "";
    }
    clearTimeout(pause);
    pause = setTimeout(() => {
      status.textContent = input.value && list.dataset.progress.replace("{met}", met).replace("{total}", parts.length);
    }, 1000);
  };
  input.addEventListener("input", update);
  if (input.value) update();
}
