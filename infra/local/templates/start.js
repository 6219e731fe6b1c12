// Only nicer with it: a button to copy the first call, and buttons for the clock.
"use strict";

for (const text of document.querySelectorAll("pre.copy")) {
  if (!navigator.clipboard) break;
  const around = document.createElement("div");
  const button = document.createElement("button");
  around.className = "copied";
  button.className = "quiet";
  button.type = "button";
  button.textContent = "Copy";
  text.replaceWith(around);
  around.append(text, button);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

const advance = document.getElementById("advance");
const said = document.getElementById("clock-said");
advance.hidden = false;
advance.addEventListener("click", async (event) => {
  const seconds = Number(event.target.dataset.seconds);
  if (!seconds) return;
  try {
    const answer = await fetch("/_local/clock", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ advance_seconds: seconds }),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    const { now, advanced_seconds: ahead } = await answer.json();
    const shown = new Date(now);
    const part = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(shown);
    document.getElementById("clock").textContent =
      `${part({ day: "numeric", month: "short", year: "numeric" })}, ${part({ hour: "2-digit", minute: "2-digit" })} UTC`;
    const hours = new Intl.NumberFormat("en", { style: "unit", unit: "hour", unitDisplay: "long", maximumFractionDigits: 1 });
    said.textContent = `That is ${hours.format(ahead / 3600)} ahead, until the stack stops.`;
  } catch {
    said.textContent = "The stack does not answer. Is it still running?";
  }
});
