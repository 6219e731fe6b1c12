// A person who opens an account of a kind of their own, address first: from the app by the mail back to the app, on a phone
// and a desk, without script, and with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CALLBACK, DESKTOP, PASSWORD, PHONE, agree, look, lookInBoth, setUp, tabTo, toTheApp, visit, words,
} from "./support.mjs";

const here = setUp();

/** What the app asks for, as an address. */
function authorize(more = {}) {
  const asked = {
    client_id: "acme-things", redirect_uri: CALLBACK, response_type: "code", scope: "openid profile email", state: "s1",
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
const kind = (page, name) => page.locator(`main [name="kind"][value="${name}"]`);
const field = (page, name) => page.locator(`main [name="profile.${name}"]`);
const newcomer = () => `${crypto.randomUUID()}@example.org`;

async function linkFor(address, count = 1) {
  const { links } = await here.stack.mail(address, count);
  return links.find((link) => link.includes("/signup/complete?token="));
}

async function fillIn(page, password = PASSWORD) {
  await field(page, "firstName").fill("Zoë");
  await field(page, "lastName").fill("Müller");
  await page.locator("#password").fill(password);
}

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "ar"]]) {
  const at = (state) => `signup ${state} ${size.width} ${locale}`;

  test(`a company opens an account and comes back to the app: ${size.width} ${locale}`, async (t) => {
    const address = newcomer();
    const page = await visit(t, here, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await assertPage(page, locale, "sign-in-title");
    await page.locator('a[href^="/signup"]').click();
    await assertPage(page, locale, "register-title");
    await lookInBoth(page, at("start"));
    await page.locator("#email").fill("zoe@");
    await pressed(page);
    await page.locator("#errors").waitFor();
    await lookInBoth(page, at("start, mistakes"));
    await page.locator('#errors a[href="#kind"]').click();
    assert.equal(await page.evaluate(() => document.activeElement.name), "kind");
    await kind(page, "business").check();
    await page.locator("#email").fill(address);
    await pressed(page);
    await assertPage(page, locale, "link-sent-title");
    await lookInBoth(page, at("check mail"));

    await page.goto(await linkFor(address));
    await assertPage(page, locale, "confirmed-title");
    await lookInBoth(page, at("form"));
    await fillIn(page, "too short");
    await pressed(page);
    await page.locator("#errors").waitFor();
    await lookInBoth(page, at("form, mistakes"));
    assert.equal(await field(page, "firstName").inputValue(), "Zoë");
    await field(page, "companyName").fill("Müller & Söhne");
    await fillIn(page);
    await agree(page);
    await pressed(page);
    await assertPage(page, locale, "done-title");
    const answer = await toTheApp(page, () => pressed(page));
    assert.deepEqual([answer.get("state"), answer.get("iss")], ["s1", here.stack.url]);
    const form = new URLSearchParams({
      grant_type: "authorization_code", client_id: "acme-things", redirect_uri: CALLBACK, code: answer.get("code"),
      code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    });
    assert.equal((await fetch(`${here.stack.url}/token`, { method: "POST", body: form })).status, 200);
    await page.goto(await linkFor(address));
    await assertPage(page, locale, "link-used-title");
    await lookInBoth(page, at("used"));
  });
}

test("a household opens an account without script, and comes to its own page", async (t) => {
  const address = newcomer();
  const page = await visit(t, here, { size: PHONE, script: false });
  await page.goto("/sign-in?labelpartner=acme");
  await page.locator('a[href^="/signup"]').click();
  await kind(page, "personal").check();
  await page.locator("#email").fill(address);
  await pressed(page);
  await assertPage(page, "en", "link-sent-title");
  await page.goto(await linkFor(address));
  await look(page, "signup form without script", { script: false });
  await fillIn(page);
  await pressed(page);
  await assertPage(page, "en", "done-title");
  await page.goto("/account");
  assert.ok((await page.innerText("main")).includes(address), "signed in with this browser");
});

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "ar"]]) {
  test(`a data recipient waits until somebody has decided: ${size.width} ${locale}`, async (t) => {
    const address = newcomer();
    const page = await visit(t, here, { size, locale });
    await page.goto(`/signup?labelpartner=acme&locale=${locale}`);
    await kind(page, "data_recipient").check();
    await page.locator("#email").fill(address);
    await pressed(page);
    await page.goto(await linkFor(address));
    await field(page, "companyName").fill("Data & Söhne");
    await fillIn(page);
    await pressed(page);
    await assertPage(page, locale, "awaiting-title");
    await lookInBoth(page, `signup waiting ${size.width} ${locale}`);
    await page.goto(`/sign-in?labelpartner=acme&locale=${locale}`);
    await page.locator("#email").fill(address);
    await page.locator("#password").fill(PASSWORD);
    await pressed(page);
    await assertPage(page, locale, "awaiting-title");
    await lookInBoth(page, `signup signs in too early ${size.width} ${locale}`);
    const { approvals } = await here.stack.call("GET", "/v1/approvals?limit=100");
    const { user_id: id } = approvals.find((one) => one.email_address === address);
    await here.stack.call("POST", `/v1/approvals/${id}`, { decision: "approve" });
    await here.stack.mail(address, 3);
    await page.goto(`/sign-in?labelpartner=acme&locale=${locale}`);
    await page.locator("#email").fill(address);
    await page.locator("#password").fill(PASSWORD);
    await pressed(page);
    await page.waitForURL(/\/account$/);
  });
}

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "ar"]]) {
  test(`a partner opens an account with a code: ${size.width} ${locale}`, async (t) => {
    const address = newcomer();
    const page = await visit(t, here, { size, locale });
    const { id, code } = await here.stack.call("POST", "/v1/vouchers", { kind: "channel_partner", uses: 1 });
    await page.goto(`/signup?labelpartner=acme&kind=channel_partner&locale=${locale}`);
    await page.locator("#email").fill(address);
    await pressed(page);
    await page.goto(await linkFor(address));
    await page.locator("#voucher_code").fill("SPRING-2099");
    await field(page, "companyName").fill("Partner & Söhne");
    await fillIn(page);
    await pressed(page);
    await page.locator("#errors").waitFor();
    await lookInBoth(page, `signup wrong voucher ${size.width} ${locale}`);
    await page.locator("#voucher_code").fill(code.toLowerCase());
    await page.locator("#password").fill(PASSWORD);
    await pressed(page);
    await assertPage(page, locale, "done-title");
    const { used, status } = await here.stack.call("GET", `/v1/vouchers/${id}`);
    assert.deepEqual([used, status], [1, "used_up"]);
  });
}

test("kind and address are told with the keyboard alone", async (t) => {
  const address = newcomer();
  const page = await visit(t, here, { size: DESKTOP });
  await page.goto("/signup?labelpartner=acme");
  await tabTo(page, kind(page, "personal"));
  await page.keyboard.press("ArrowDown");
  assert.ok(await kind(page, "business").isChecked());
  await tabTo(page, page.locator("#email"));
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
  await assertPage(page, "en", "link-sent-title");
  assert.ok(await linkFor(address));
});

test("a link whose time is over leads to another, and nothing that was typed is lost", async (t) => {
  const address = newcomer();
  const page = await visit(t, here, { size: PHONE });
  await page.goto("/signup?labelpartner=acme&kind=personal");
  await page.locator("#email").fill(address);
  await pressed(page);
  await page.goto(await linkFor(address));
  await fillIn(page);
  await here.stack.advance(86_400);
  await pressed(page);
  await assertPage(page, "en", "link-expired-title");
  await lookInBoth(page, "signup expired");
  await pressed(page);
  await assertPage(page, "en", "link-sent-title");
  await page.goto(await linkFor(address, 2));
  assert.equal(await field(page, "firstName").inputValue(), "Zoë");
  await page.locator("#password").fill(PASSWORD);
  await pressed(page);
  await assertPage(page, "en", "done-title");
});
