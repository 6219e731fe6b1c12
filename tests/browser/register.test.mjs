// A person who registers by themselves, from the app to the app: on a phone and a desk, from left to right and from right to
// left, light and dark, without script, and with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CALLBACK, DESKTOP, PASSWORD, PHONE, look, lookInBoth, setUp, tabTo, toTheApp, visit, words,
} from "./support.mjs";

const OTHER_PASSWORD = "nine yellow ladders hum";

const here = setUp();

/** What the app in the browser asks for, as an address. */
function authorize(more = {}) {
  const asked = {
    client_id: "acme-web", redirect_uri: CALLBACK, response_type: "code", scope: "openid profile email", state: "s1", nonce: "n1",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256", ...more,
  };
  return `/authorize?${new URLSearchParams(asked)}`;
}

async function assertPage(page, locale, title, variables) {
  const heading = page.getByRole("heading", { level: 1, name: words(locale)(title, variables), exact: true });
  await heading.waitFor({ timeout: 5000 });
  assert.equal(await page.getAttribute("html", "lang"), locale);
}

const pressed = (page) => page.locator("main .primary").click();
const password = (page) => page.locator("#password");

async function fillIn(page, address, typed = PASSWORD) {
  await page.locator("#email").fill(address);
  await page.locator('main [name="profile.firstName"]').fill("Zoë");
  await page.locator('main [name="profile.lastName"]').fill("Müller");
  await password(page).fill(typed);
}

/** The link of the newest mail that leads to `path`. */
async function linkTo(path, address, count) {
  const { links } = await here.stack.mail(address, count);
  return links.find((link) => link.includes(path));
}

async function registered(t, look = {}) {
  const address = `${crypto.randomUUID()}@example.org`;
  const page = await visit(t, here, look);
  await page.goto(authorize({ prompt: "create", ui_locales: look.locale ?? "en" }));
  await fillIn(page, address);
  await pressed(page);
  await assertPage(page, look.locale ?? "en", "link-sent-title");
  return { address, page };
}

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "ar"]]) {
  const named = (state) => `register ${state} ${size.width} ${locale}`;

  test(`a person registers and comes back to the app: ${size.width} ${locale}`, async (t) => {
    const address = `${crypto.randomUUID()}@example.org`;
    const page = await visit(t, here, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await assertPage(page, locale, "sign-in-title");
    await lookInBoth(page, named("sign-in"));
    await page.locator('a[href^="/register"]').click();
    await assertPage(page, locale, "register-title");
    await lookInBoth(page, named("form"));
    await fillIn(page, "zoe@blocked.example", "too short");
    await pressed(page);
    await page.locator("#errors").waitFor();
    await lookInBoth(page, named("mistakes"));
    assert.equal(await page.locator('main [name="profile.firstName"]').inputValue(), "Zoë");
    assert.equal(await password(page).inputValue(), "", "a password is not sent back");
    await fillIn(page, address);
    await pressed(page);
    await assertPage(page, locale, "link-sent-title");
    assert.ok((await page.innerText("main")).includes(address));
    await lookInBoth(page, named("check mail"));

    await page.goto(await linkTo("/activate?token=", address, 1));
    await assertPage(page, locale, "activate-title");
    await lookInBoth(page, named("activate"));
    await pressed(page);
    await assertPage(page, locale, "done-title");
    await lookInBoth(page, named("done"));
    const answer = await toTheApp(page, () => pressed(page));
    assert.deepEqual([answer.get("state"), answer.get("iss")], ["s1", here.stack.url]);
    const form = new URLSearchParams({
      grant_type: "authorization_code", client_id: "acme-web", redirect_uri: CALLBACK, code: answer.get("code"),
      code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    });
    assert.equal((await fetch(`${here.stack.url}/token`, { method: "POST", body: form })).status, 200);
  });

  test(`a forgotten password is replaced: ${size.width} ${locale}`, async (t) => {
    const { address, page } = await registered(t, { size, locale });
    await page.goto(await linkTo("/activate?token=", address, 1));
    await pressed(page);
    await assertPage(page, locale, "done-title");
    await page.goto(authorize({ prompt: "login", ui_locales: locale }));
    await page.locator("#email").fill(address);
    await password(page).fill("what was it again");
    await pressed(page);
    await page.locator("#errors").waitFor();
    await lookInBoth(page, named("wrong password"));
    await page.locator('a[href^="/recover"]').click();
    await assertPage(page, locale, "new-password-title");
    await lookInBoth(page, named("forgotten"));
    await page.locator("#email").fill(address);
    await pressed(page);
    await assertPage(page, locale, "link-sent-title");
    await lookInBoth(page, named("forgotten, check mail"));
    await page.goto(await linkTo("/recover/password?token=", address, 2));
    await assertPage(page, locale, "new-password-title");
    await lookInBoth(page, named("new password"));
    await password(page).fill(OTHER_PASSWORD);
    await pressed(page);
    await assertPage(page, locale, "sign-in-title");
    await lookInBoth(page, named("changed"));
    assert.equal((await here.stack.token(address, OTHER_PASSWORD)).status, 200);
  });
}

test("opened on another device, the mail leads to a password of its own and on to the app", async (t) => {
  const { address } = await registered(t);
  const phone = await visit(t, here, { size: PHONE });
  await phone.goto(await linkTo("/activate?token=", address, 1));
  await pressed(phone);
  await assertPage(phone, "en", "confirmed-title");
  await lookInBoth(phone, "register elsewhere");
  await password(phone).fill(OTHER_PASSWORD);
  await pressed(phone);
  await assertPage(phone, "en", "done-title");
  await pressed(phone);
  await assertPage(phone, "en", "sign-in-title");
  await phone.locator("#email").fill(address);
  await password(phone).fill(OTHER_PASSWORD);
  const answer = await toTheApp(phone, () => pressed(phone));
  assert.ok(answer.get("code"));
});

test("consent, an answer as a form, and what the app does wrong", async (t) => {
  const { address, page } = await registered(t);
  await page.goto(await linkTo("/activate?token=", address, 1));
  await pressed(page);
  await assertPage(page, "en", "done-title");
  for (const [wrong, title] of [[{ client_id: "nobody" }, "sorry-title"], [{ redirect_uri: "https://evil.example/" }, "app-mistake-title"]]) {
    await page.goto(authorize(wrong));
    await assertPage(page, "en", title);
    await look(page, `authorize ${title}`);
  }
  await page.goto(authorize({ prompt: "consent" }));
  await assertPage(page, "en", "continue-title", { app: "Acme Web" });
  await lookInBoth(page, "continue");
  const denied = await toTheApp(page, () => page.locator('main [name="decision"][value="deny"]').click());
  assert.equal(denied.get("error"), "access_denied");
  const posted = await toTheApp(page, () => page.goto(authorize({ response_mode: "form_post" })).catch(() => {}));
  assert.deepEqual([posted.get("state"), Boolean(posted.get("code"))], ["s1", true]);
});

test("registering without script, where the password is typed twice", async (t) => {
  const address = `${crypto.randomUUID()}@example.org`;
  const page = await visit(t, here, { size: PHONE, script: false });
  await page.goto(authorize({ prompt: "create" }));
  await look(page, "register without script", { script: false });
  await fillIn(page, address);
  await page.locator("#password_confirmation").fill("another one entirely");
  await pressed(page);
  await page.locator("#errors").waitFor();
  await look(page, "register mistakes without script", { script: false });
  await password(page).fill(PASSWORD);
  await page.locator("#password_confirmation").fill(PASSWORD);
  await pressed(page);
  await assertPage(page, "en", "link-sent-title");
  await page.goto(await linkTo("/activate?token=", address, 1));
  await pressed(page);
  await assertPage(page, "en", "done-title");
  await page.goto(authorize({ prompt: "login", response_mode: "form_post" }));
  await page.locator("#email").fill(address);
  await password(page).fill(PASSWORD);
  await pressed(page);
  await assertPage(page, "en", "form-post-title");
  await look(page, "form post without script", { script: false });
  const answer = await toTheApp(page, () => pressed(page));
  assert.ok(answer.get("code"));
});

test("signing in with the keyboard alone", async (t) => {
  const { address, page } = await registered(t, { size: DESKTOP });
  await page.goto(await linkTo("/activate?token=", address, 1));
  await tabTo(page, page.locator("main .primary"));
  await page.keyboard.press("Enter");
  await assertPage(page, "en", "done-title");
  await page.goto(authorize({ prompt: "login" }));
  await tabTo(page, page.locator("#email"));
  await page.keyboard.type(address);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  const answer = await toTheApp(page, () => page.keyboard.press("Enter"));
  assert.ok(answer.get("code"));
});
