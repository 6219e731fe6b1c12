// An invitation for everybody: without script, with the keyboard alone, on the narrowest window, enlarged, in the other
// language; and for the scanner that opens the mail first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, agree, assertFits, look, setUp, tabTo, visit, words } from "./support.mjs";

const here = setUp();
const say = words("en");

async function assertHeading(page, title) {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor({ timeout: 5000 });
}

const field = (page, name) => page.locator(`main [name="profile.${name}"]`);
const password = (page) => page.locator("#password");
const pressed = (page) => page.locator("main .primary").click();

test("an invitation without script", async (t) => {
  const { address, link } = await here.stack.invite();
  const page = await visit(t, here, { size: PHONE, script: false });
  await page.goto(link);
  await look(page, "invite link without script", { script: false });
  await pressed(page);
  await assertHeading(page, say("confirmed-title"));
  await look(page, "invite form without script", { script: false });
  await field(page, "firstName").fill("Zoë");
  await password(page).fill("too short");
  await pressed(page);
  await page.locator("#errors").waitFor();
  await look(page, "invite mistakes without script", { script: false });
  await page.locator("#errors a").first().click();
  assert.ok(await field(page, "lastName").evaluate((node) => node.matches(":target")), "the summary leads to the field");
  assert.equal(await field(page, "firstName").inputValue(), "Zoë");
  await field(page, "lastName").fill("Müller");
  await password(page).fill(PASSWORD);
  await agree(page);
  await pressed(page);
  await assertHeading(page, say("done-title"));
  await look(page, "invite done without script", { script: false });
  const back = new URL(await page.locator("main .primary").getAttribute("href"));
  assert.equal((await here.stack.redeem(back.searchParams.get("code"))).status, 200);
  assert.equal((await here.stack.token(address, PASSWORD)).status, 200);
});

test("a new link for an invitation, and its code, without script", async (t) => {
  const { address, code, link } = await here.stack.invite();
  const page = await visit(t, here, { size: PHONE, script: false });
  // Without anything in hand, as on another device than the mail's; the host name says whose page it is.
  await page.goto(new URL("/activate", here.stack.url.replace("127.0.0.1", "acme.localhost")).href);
  await page.locator("#email").fill(address);
  await page.locator("#code").fill(code);
  await pressed(page);
  await assertHeading(page, say("confirmed-title"));
  await page.goto(link);
  await pressed(page);
  await assertHeading(page, say("link-sent-title"));
});

test("an invitation with the keyboard alone", async (t) => {
  const { link } = await here.stack.invite({ firstName: "Zoë" });
  const page = await visit(t, here, { size: DESKTOP });
  const { keyboard } = page;
  await page.goto(link);
  await tabTo(page, page.locator("main .primary"));
  await keyboard.press("Enter");
  await assertHeading(page, say("confirmed-title"));

  await tabTo(page, field(page, "companyName"));
  await keyboard.type("Müller & Töchter");
  await tabTo(page, page.locator("main .primary"));
  await keyboard.press("Space");
  await page.locator("#errors").waitFor();
  // From the summary, which has the focus, to the first field that is wrong.
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  assert.ok(await field(page, "lastName").evaluate((node) => node === document.activeElement));
  await keyboard.type("Müller");
  await tabTo(page, password(page));
  await keyboard.type(PASSWORD);
  await keyboard.press("Tab");
  await keyboard.press("Space");
  assert.equal(await password(page).getAttribute("type"), "text", "the button beside the field shows what was typed");
  await tabTo(page, page.locator("main input[type=checkbox][required]"));
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await assertHeading(page, say("done-title"));
  await page.context().route("https://portal.acme.example/**", (route) => route.fulfill({ body: "Welcome" }));
  await tabTo(page, page.locator("main .primary"));
  await keyboard.press("Enter");
  await page.waitForURL("https://portal.acme.example/welcome?**");
});

test("browsers and keyboards know what each field is for", async (t) => {
  const { link } = await here.stack.invite();
  const page = await visit(t, here, { size: PHONE });
  const shown = async (selector, attributes) => {
    const input = page.locator(selector);
    for (const [name, value] of Object.entries(attributes)) assert.equal(await input.getAttribute(name), value, `${name} of ${selector}`);
  };
  await page.goto(link.slice(0, -7));
  await shown("#email", { type: "email", autocomplete: "email", inputmode: "email" });
  await shown("#code", { type: "text", autocomplete: "one-time-code", inputmode: "numeric" });
  await page.goto(link);
  await pressed(page);
  await assertHeading(page, say("confirmed-title"));
  const wanted = {
    firstName: "given-name", lastName: "family-name", companyName: "organization", mobileNumber: "tel", birthday: "bday",
    "home.address": "address-line1", "home.locality": "address-level2", "home.region": "address-level1", "home.postalCode": "postal-code",
  };
  for (const [name, autocomplete] of Object.entries(wanted)) await shown(`[name="profile.${name}"]`, { autocomplete });
  await shown("#account", { type: "email", autocomplete: "username" });
  await shown(`[name="profile.mobileNumber"]`, { type: "tel" });
  await shown(`[name="profile.birthday"]`, { type: "date" });
  await shown("#password", { type: "password", autocomplete: "new-password" });
  const small = await page.locator("main input:not([type=hidden], [type=checkbox]), main .tick label, main select, main button:visible, footer a").evaluateAll((all) =>
    all.filter((node) => node.getBoundingClientRect().height < 44).map((node) => node.outerHTML));
  assert.deepEqual(small, [], "everything that is pressed is 44 px high");
});

/** Every page of an invitation, each handed to `check`. */
async function everyPage(page, check) {
  const { link } = await here.stack.invite({ companyName: "Wärmeversorgungsgenossenschaft Unterhaching" });
  await page.goto(link.slice(0, -7));
  await check("invite unknown");
  await page.goto(link);
  await check("invite link");
  await pressed(page);
  await password(page).fill("too short");
  await check("invite form");
  await pressed(page);
  await page.locator("#errors").waitFor();
  await check("invite mistakes");
  await field(page, "firstName").fill("Zoë");
  await field(page, "lastName").fill("Müller");
  await password(page).fill(PASSWORD);
  await agree(page);
  await pressed(page);
  await assertHeading(page, say("done-title"));
  await check("invite done");
}

test("an invitation in a window of 320 pixels", async (t) => {
  const page = await visit(t, here, { size: { width: 320, height: 568 } });
  await everyPage(page, (name) => look(page, `${name} 320`));
});

test("an invitation at twice the size", async (t) => {
  // What a browser's zoom does to a window of 1280.
  const page = await visit(t, here, { size: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await everyPage(page, (name) => look(page, `${name} zoomed`));
});

test("an invitation in text of twice the size", async (t) => {
  const page = await visit(t, here, { size: PHONE });
  await everyPage(page, async (name) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await assertFits(page, name);
  });
});

test("an invitation with forced colours and less motion", async (t) => {
  const page = await visit(t, here, { size: PHONE, forcedColors: "active", contrast: "more", reducedMotion: "reduce" });
  await everyPage(page, async (name) => {
    await look(page, `${name} forced colours`);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].map((node) => getComputedStyle(node))
      .filter(({ animationName, transitionDuration }) => animationName !== "none" || transitionDuration !== "0s").length);
    assert.equal(moving, 0, `${name}: nothing moves`);
  });
});

test("the form of an invitation in the other language, with what was typed", async (t) => {
  const other = words("de");
  const { link } = await here.stack.invite();
  const page = await visit(t, here, { size: PHONE });
  await page.goto(link);
  await pressed(page);
  await assertHeading(page, say("confirmed-title"));
  await field(page, "firstName").fill("Zoë");
  await password(page).fill("too short");
  await pressed(page);
  await page.locator("#errors").waitFor();
  await page.locator(".foot [lang=de]").click();
  await page.locator("html[lang=de]").waitFor({ state: "attached" });
  assert.equal(await field(page, "firstName").inputValue(), "Zoë");
  await field(page, "lastName").fill("Müller");
  await password(page).fill(PASSWORD);
  await agree(page);
  await pressed(page);
  await assertHeading(page, other("done-title"));
});

test("a scanner opens the mail first, and the person still succeeds", async (t) => {
  const { address, link } = await here.stack.invite({ firstName: "Zoë", lastName: "Müller" });
  assert.equal((await fetch(link, { method: "HEAD" })).status, 200);
  let html = "";
  for (let times = 0; times < 5; times += 1) {
    const opened = await fetch(link);
    assert.equal(opened.status, 200);
    html = await opened.text();
  }
  // Every form of the page with what stands in it, but without a button that somebody pressed.
  for (const [, action, form] of html.matchAll(/<form[^>]* action="([^"]+)"[^>]*>(.*?)<\/form>/gs)) {
    const fields = [...form.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    assert.ok(fields.length > 0);
    const body = new URLSearchParams(fields);
    const posted = await fetch(new URL(action.replaceAll("&amp;", "&"), link), { method: "POST", body, redirect: "manual" });
    assert.equal(posted.status, 400);
    assert.equal(posted.headers.get("set-cookie"), null);
  }
  // One that runs a browser submits the form by script.
  const scanner = await visit(t, here, { size: DESKTOP });
  await scanner.goto(link);
  await Promise.all([scanner.waitForNavigation(), scanner.evaluate(() => document.querySelector("main form").submit())]);
  await assertHeading(scanner, say("not-understood-title"));

  const page = await visit(t, here, { size: PHONE });
  await page.goto(link);
  await pressed(page);
  await assertHeading(page, say("confirmed-title"));
  await password(page).fill(PASSWORD);
  await agree(page);
  await pressed(page);
  await assertHeading(page, say("done-title"));
  assert.equal((await here.stack.token(address, PASSWORD)).status, 200);
});
