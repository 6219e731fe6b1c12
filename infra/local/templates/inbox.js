// Shows new messages by themselves, without redrawing what is there, and fits each frame to its mail.
"use strict";

const mails = document.getElementById("mails");
const empty = document.getElementById("empty");
const news = document.getElementById("news");
const clear = document.getElementById("clear");
let revision = null;

function fit(frame) {
  const page = frame.contentDocument?.documentElement;
  if (!page) return;
  // Measured from nothing, or a frame would never shrink again.
  frame.style.blockSize = "0";
  frame.style.blockSize = `${page.scrollHeight + 2}px`;
}

const widths = new ResizeObserver((changes) => {
  for (const { target, contentRect } of changes) {
    if (target.dataset.width === String(contentRect.width)) continue;
    target.dataset.width = String(contentRect.width);
    fit(target);
  }
});

function watch(mail) {
  const frame = mail.querySelector("iframe");
  // A text message has none.
  if (!frame) return;
  frame.addEventListener("load", () => fit(frame));
  widths.observe(frame);
}

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: revision ? { "if-none-match": revision } : {} });
  if (answer.status !== 200) return;
  revision = answer.headers.get("etag");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("#mails > .mail");
  const kept = new Set([...fresh].map((mail) => mail.id));
  for (const mail of [...mails.children]) {
    if (!kept.has(mail.id)) mail.remove();
  }
  const added = [...fresh].filter((mail) => !document.getElementById(mail.id));
  mails.prepend(...added);
  added.forEach(watch);
  empty.hidden = mails.children.length > 0;
  clear.hidden = mails.children.length === 0;
  if (added.length > 0) news.textContent = added.length === 1 ? "A new message has come." : `${added.length} new messages have come.`;
}

// A stack that is being restarted answers again soon.
const lookAgain = () => look().catch(() => {});

clear.addEventListener("click", async () => {
  await fetch("/_local/messages", { method: "DELETE" }).catch(() => {});
  lookAgain();
});
document.addEventListener("visibilitychange", lookAgain);
for (const mail of mails.children) watch(mail);
clear.hidden = mails.children.length === 0;
setInterval(lookAgain, 1000);
