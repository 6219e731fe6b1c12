// A person and their account: every page of it on a phone and a desk, light and dark, and what its buttons do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, agree, look, lookInBoth, setUp, visit, words } from "./support.mjs";

const OTHER_PASSWORD = "nine yellow ladders hum";

const here = setUp();

async function assertPage(page, locale, title) {
  const heading = page.getByRole("heading", { level: 1, name: words(locale)(title), exact: true });
  await heading.waitFor({ timeout: 5000 });
  assert.equal(await page.getAttribute("html", "lang"), locale);
}

const pressed = (page) => page.locator("main .primary").click();

/** A person of the portal, who has accepted everything and is signed in with this browser. */
async function signedIn(t, { locale = "en", ...more } = {}) {
  const { address, link } = await here.stack.invite({ locale, firstName: "Zoë", lastName: "Müller" });
  const page = await visit(t, here, { locale, ...more });
  await page.goto(link);
  await pressed(page);
  await agree(page);
  await page.locator('main [name="agreement.news"]').check();
  await page.locator("#password").fill(PASSWORD);
  await pressed(page);
  await assertPage(page, locale, "done-title");
  await signIn(page, locale, address, PASSWORD);
  return { address, page };
}

async function signIn(page, locale, address, password) {
  await page.goto(`/sign-in?labelpartner=acme&locale=${locale}`);
  await page.locator("#email").fill(address);
  await page.locator("#password").fill(password);
  await pressed(page);
  await assertPage(page, locale, "account-title");
}

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "ar"]]) {
  const named = (state) => `account ${state} ${size.width} ${locale}`;

  test(`every page of an account: ${size.width} ${locale}`, async (t) => {
    const { address, page } = await signedIn(t, { size, locale });
    assert.ok((await page.innerText("main")).includes(address));
    await lookInBoth(page, named("start"));
    for (const [path, title] of [
      ["password", "account-password"], ["sessions", "account-sessions"], ["consents", "account-consents"],
      ["email", "account-email"], ["delete", "account-delete"],
    ]) {
      await page.goto(`/account/${path}`);
      await assertPage(page, locale, title);
      await lookInBoth(page, named(path));
    }
    await page.goto("/sign-out");
    await assertPage(page, locale, "sign-out-title");
    await lookInBoth(page, named("sign-out"));
    await pressed(page);
    await assertPage(page, locale, "signed-out-title");
    await lookInBoth(page, named("signed-out"));
    await page.goto("/account");
    await assertPage(page, locale, "sign-in-title");
  });
}

test("a password is changed here, and other browsers are signed out", async (t) => {
  const { address, page } = await signedIn(t);
  const elsewhere = await visit(t, here, { size: DESKTOP });
  await signIn(elsewhere, "en", address, PASSWORD);
  await page.goto("/account/password");
  await page.locator("#current_password").fill("not that one at all");
  await page.locator("#password").fill(OTHER_PASSWORD);
  await pressed(page);
  await page.locator("#errors").waitFor();
  await look(page, "account password mistakes");
  await page.locator("#current_password").fill(PASSWORD);
  await page.locator("#password").fill(OTHER_PASSWORD);
  await pressed(page);
  await assertPage(page, "en", "account-title");
  await look(page, "account password changed");
  await elsewhere.goto("/account");
  await assertPage(elsewhere, "en", "sign-in-title");
  assert.equal((await here.stack.token(address, OTHER_PASSWORD)).status, 200);
  assert.equal((await here.stack.mail(address, 2)).subject, words("en")("mail-changed-subject", { tenant: "Acme Energy" }));
});

test("what was agreed to is withdrawn, where it may be", async (t) => {
  const { page } = await signedIn(t);
  await page.goto("/account/consents");
  const buttons = page.locator("main form button");
  assert.equal(await buttons.count(), 1, "the terms cannot be withdrawn");
  await buttons.click();
  await page.goto("/account/consents");
  await assertPage(page, "en", "account-consents");
  assert.equal(await buttons.count(), 0);
});

test("the data of an account is a file", async (t) => {
  const { address, page } = await signedIn(t);
  const download = page.waitForEvent("download");
  await page.locator('main a[href^="/account/export"]').click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "account.json");
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  assert.ok(text.includes(address) && !text.includes("argon2"), text);
});

test("an address is changed once the new one is confirmed, and its old owner is told", async (t) => {
  const { address, page } = await signedIn(t);
  const next = `${crypto.randomUUID()}@example.org`;
  await page.goto("/account/email");
  await page.locator("#email").fill(next);
  await page.locator("#current_password").fill(PASSWORD);
  await pressed(page);
  await assertPage(page, "en", "link-sent-title");
  await look(page, "account email, check mail");
  const { links } = await here.stack.mail(next);
  await page.goto(links.find((link) => link.includes("/account/email/confirm?token=")));
  await assertPage(page, "en", "new-email-title");
  await lookInBoth(page, "account email confirm");
  assert.equal((await here.stack.token(address, PASSWORD)).status, 200, "until then the old one stays");
  await pressed(page);
  await page.locator("h1").waitFor();
  await look(page, "account email changed");
  assert.equal((await here.stack.token(next, PASSWORD)).status, 200);
  assert.equal((await here.stack.token(address, PASSWORD)).status, 400);
  assert.equal((await here.stack.mail(address, 2)).subject, words("en")("mail-email-changed-subject", { tenant: "Acme Energy" }));
});

test("an account is deleted for good", async (t) => {
  const { address, page } = await signedIn(t);
  await page.goto("/account/delete");
  await page.locator("#current_password").fill("not that one at all");
  await page.locator("main .danger").click();
  await page.locator("#errors").waitFor();
  await look(page, "account delete mistakes");
  await page.locator("#current_password").fill(PASSWORD);
  await page.locator("main .danger").click();
  await assertPage(page, "en", "deleted-title");
  await look(page, "account deleted");
  assert.equal((await here.stack.mail(address, 2)).subject, words("en")("mail-deleted-subject", { tenant: "Acme Energy" }));
  await page.goto("/account");
  await assertPage(page, "en", "sign-in-title");
  assert.equal((await here.stack.token(address, PASSWORD)).status, 400);
});
