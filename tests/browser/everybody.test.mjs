// The journey for everybody: without script, without a mouse, on the narrowest window, enlarged, in the other language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, assertFits, look, setUp, tabTo, visit, words } from "./support.mjs";

const here = setUp();
const say = words("en");

async function mailed(options) {
  const { address } = await here.stack.provision(options);
  const { code, links } = await here.stack.mail(address);
  return { address, code, link: links.find((link) => link.includes("token=")) };
}

async function assertHeading(page, title) {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor({ timeout: 5000 });
}

test("the journey without script", async (t) => {
  const { address, link } = await mailed();
  const page = await visit(t, here, { size: PHONE, script: false });
  await page.goto(link);
  await page.getByRole("button", { name: say("confirm-button") }).click();
  await assertHeading(page, say("confirmed-title"));
  assert.equal(await page.getByRole("button", { name: say("password-show-long") }).count(), 0, "no button that does nothing");
  await look(page, "set password without script", { script: false });
  await page.getByLabel(say("password-label"), { exact: true }).fill("too short");
  await page.getByRole("button", { name: say("password-button") }).click();
  await page.getByRole("alert").getByRole("link", { name: say("error-modern-rule", { count: 15 }) }).waitFor();
  await look(page, "too short without script", { script: false });
  await page.getByLabel(say("password-label"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("password-button") }).click();
  await assertHeading(page, say("done-title"));
  assert.equal((await here.stack.token(address, PASSWORD)).status, 200);
});

test("a new link, and the code, without script", async (t) => {
  const { address, code, link } = await mailed();
  const page = await visit(t, here, { size: PHONE, script: false });
  await page.goto(link.slice(0, -7));
  await page.getByLabel(say("email-label"), { exact: true }).fill(address);
  await page.getByLabel(say("code-label"), { exact: true }).fill(code);
  await page.getByRole("button", { name: say("confirm-button") }).click();
  await assertHeading(page, say("confirmed-title"));
  await page.goto(link);
  await page.getByRole("button", { name: say("send-link-button") }).click();
  await assertHeading(page, say("link-sent-title"));
});

test("the journey with the keyboard alone", async (t) => {
  const { address, link } = await mailed();
  const page = await visit(t, here, { size: DESKTOP });
  await page.goto(link);
  await tabTo(page, page.getByRole("button", { name: say("confirm-button") }));
  await page.keyboard.press("Enter");
  await assertHeading(page, say("confirmed-title"));
  const field = page.getByLabel(say("password-label"), { exact: true });
  await tabTo(page, field);
  await page.keyboard.type("too short");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  await tabTo(page, page.getByRole("alert").getByRole("link"));
  await page.keyboard.press("Enter");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await field.inputValue(), PASSWORD);
  assert.equal(await field.getAttribute("type"), "text", "the button beside the field shows what was typed");
  await page.keyboard.press("Enter");
  await assertHeading(page, say("done-title"));
  await tabTo(page, page.getByRole("link", { name: say("done-button", { tenant: "Acme Energy" }) }));
  assert.equal((await here.stack.token(address, PASSWORD)).status, 200);
});

/** Every page of the journey, each handed to `check`. */
async function everyPage(page, check, tenant) {
  const password = tenant === "netgrid" ? say("pincode-label") : say("password-label");
  const button = tenant === "netgrid" ? say("pincode-button") : say("password-button");
  const { link } = await mailed();
  await page.goto(link.slice(0, -7));
  await check("unknown");
  await page.getByRole("button", { name: say("confirm-button") }).click();
  await page.getByRole("alert").waitFor();
  await check("code missing");
  await page.goto(link);
  await check("confirm");
  await page.getByRole("button", { name: say("confirm-button") }).click();
  await page.getByLabel(password, { exact: true }).fill("too short");
  await check("set password");
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("alert").waitFor();
  await check("too short");
  await page.getByLabel(password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: button }).click();
  await assertHeading(page, say("done-title"));
  await check("done");
  await page.goto(link);
  await assertHeading(page, say("link-used-title"));
  await check("used");
}

test("a window of 320 pixels", async (t) => {
  const page = await visit(t, here, { size: { width: 320, height: 568 } });
  await everyPage(page, (name) => look(page, `${name} 320`));
});

test("twice the size", async (t) => {
  // What a browser's zoom does to a window of 1280.
  const page = await visit(t, here, { size: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await everyPage(page, (name) => look(page, `${name} zoomed`));
});

test("text of twice the size", async (t) => {
  const page = await visit(t, here, { size: PHONE });
  await everyPage(page, async (name) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await page.screenshot({ path: new URL(`../screenshots/${name.replaceAll(" ", "-")}-large-text.png`, import.meta.url).pathname, fullPage: true });
    await assertFits(page, name);
  });
});

test("more contrast, forced colours, and less motion", async (t) => {
  const page = await visit(t, here, { size: PHONE, forcedColors: "active", contrast: "more", reducedMotion: "reduce" });
  await everyPage(page, (name) => look(page, `${name} forced colours`));
});

test("the other language, on every page that offers it", async (t) => {
  const other = words("de");
  const { link } = await mailed();
  const page = await visit(t, here, { size: PHONE });
  const toGerman = () => page.locator(".foot [lang=de]").click();
  const assertGerman = async (title) => {
    await assertHeading(page, other(title));
    assert.equal(await page.getAttribute("html", "lang"), "de");
  };
  await page.goto(link);
  await toGerman();
  await assertGerman("confirm-title");
  await page.getByRole("button", { name: other("confirm-button") }).click();
  await assertGerman("confirmed-title");
  await page.locator(".foot [lang=en]").click();
  await assertHeading(page, say("confirmed-title"));
  await page.getByLabel(say("password-label"), { exact: true }).fill("too short");
  await page.getByRole("button", { name: say("password-button") }).click();
  await page.getByRole("alert").waitFor();
  await toGerman();
  // The form again, in German, with the ticket still good.
  await page.getByLabel(other("password-label"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: other("password-button") }).click();
  await assertGerman("done-title");
  await page.locator(".foot [lang=en]").click();
  await assertHeading(page, say("done-title"));
});

test("a tenant whose passwords are six digits", async (t) => {
  const { address } = await here.stack.provision({ tenant: "netgrid" });
  const body = { first_name: "zoe", last_name: "MULLER", email_address: address, labelpartner: "netgrid", imported: "true" };
  const asked = await fetch(`${here.stack.url}/v2/registration/provision`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  });
  assert.equal(asked.status, 200);
  const { links } = await here.stack.mail(address);
  const page = await visit(t, here, { size: PHONE });
  await page.goto(links.find((link) => link.includes("token=")));
  await page.getByRole("button", { name: say("confirm-button") }).click();
  const field = page.getByLabel(say("pincode-label"), { exact: true });
  assert.equal(await field.getAttribute("inputmode"), "numeric");
  await look(page, "set PIN");
  await field.fill("12345");
  await page.getByRole("button", { name: say("pincode-button") }).click();
  await page.getByRole("alert").getByText(say("error-pincode-rule")).waitFor();
  await look(page, "PIN too short");
  await field.fill("493817");
  await page.getByRole("button", { name: say("pincode-button") }).click();
  await assertHeading(page, say("done-title"));
  await look(page, "PIN done");
});

test("a second press does not use the link twice", async (t) => {
  const { link } = await mailed();
  const page = await visit(t, here, { size: PHONE });
  await page.goto(link);
  await page.getByRole("button", { name: say("confirm-button") }).dblclick();
  await assertHeading(page, say("confirmed-title"));
});

test("a link that is only opened, however often, still works", async (t) => {
  const { link } = await mailed();
  const page = await visit(t, here, { size: PHONE });
  for (let times = 0; times < 3; times += 1) {
    assert.equal((await page.goto(link)).status(), 200);
    await assertHeading(page, say("confirm-title"));
  }
});
