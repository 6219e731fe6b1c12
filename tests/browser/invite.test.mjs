// An invited person, from the mail to the tokens of the app, in every language, size and colour scheme.
//
// What is checked is found by its role in the page, not by its words, so that a language is one entry of the list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, agree, lookInBoth, setUp, visit, words } from "./support.mjs";

const LOCALES = ["en", "de", "ar"];
const LOOKS = LOCALES.flatMap((locale) => [PHONE, DESKTOP].map((size) => ({ locale, size })));
const DAY = 86_400;

const here = setUp();

/** The page has this heading, in its language. */
async function assertPage(page, locale, title) {
  const heading = page.getByRole("heading", { level: 1, name: words(locale)(title), exact: true });
  await heading.waitFor({ timeout: 5000 });
  assert.equal(await page.getAttribute("html", "lang"), locale);
}

/** The value of one of the app's fields. */
const field = (page, name) => page.locator(`main [name="profile.${name}"]`);
const password = (page) => page.locator("#password");
const pressed = (page) => page.locator("main .primary").click();

for (const { locale, size } of LOOKS) {
  const named = (state) => `invite ${state} ${size.width} ${locale}`;

  test(`an invited person comes back to the app signed in: ${size.width} ${locale}`, async (t) => {
    const { address, uuid, link } = await here.stack.invite({ locale, firstName: "Zoë", companyName: "Müller & Töchter" });
    const page = await visit(t, here, { size, locale });
    await page.goto(link);
    await assertPage(page, locale, "activate-title");
    assert.ok(!(await page.innerText("main")).includes(address), "the address is masked until it is proven");
    await lookInBoth(page, named("link"));

    await pressed(page);
    await assertPage(page, locale, "confirmed-title");
    assert.ok(!/token|ticket/.test(page.url()), page.url());
    await knownIsFilledIn(page, address);
    await lookInBoth(page, named("form"));

    await mistakesAreTold(page, locale);
    await lookInBoth(page, named("mistakes"));
    await whatWasTypedIsKept(page, locale);
    await lookInBoth(page, named("reloaded"));

    await field(page, "lastName").fill("Müller");
    await password(page).fill(PASSWORD);
    await agree(page);
    await pressed(page);
    await assertPage(page, locale, "done-title");
    await lookInBoth(page, named("done"));
    await page.reload();
    await assertPage(page, locale, "done-title");
    await comesBackSignedIn(page, { address, uuid });
  });

  test(`a link that does not work leads to one that does: ${size.width} ${locale}`, async (t) => {
    const { link } = await here.stack.invite({ locale });
    const page = await visit(t, here, { size, locale });
    await here.stack.advance(2 * DAY);
    assert.equal((await page.goto(link)).status(), 410);
    await assertPage(page, locale, "link-expired-title");
    await lookInBoth(page, named("expired"));

    await pressed(page);
    await assertPage(page, locale, "link-sent-title");
    await lookInBoth(page, named("new link sent"));

    for (let mails = 0; mails < 10; mails += 1) {
      await page.goto(link);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        pressed(page),
      ]);
      if (answer.status() === 429) break;
    }
    await assertPage(page, locale, "too-often-title");
    await lookInBoth(page, named("too many mails"));
  });

  test(`a link that was pressed says so: ${size.width} ${locale}`, async (t) => {
    const { link } = await here.stack.invite({ locale, firstName: "Zoë", lastName: "Müller" });
    const page = await visit(t, here, { size, locale });
    await page.goto(link);
    await pressed(page);
    await assertPage(page, locale, "confirmed-title");
    assert.equal((await page.goto(link)).status(), 409);
    await assertPage(page, locale, "link-used-title");
    await lookInBoth(page, named("used unfinished"));

    await page.goto("/activate");
    await password(page).fill(PASSWORD);
    await agree(page);
    await pressed(page);
    await assertPage(page, locale, "done-title");
    assert.equal((await page.goto(link)).status(), 409);
    await assertPage(page, locale, "link-used-title");
    await lookInBoth(page, named("used"));
  });

  test(`a link that is unknown or cut off asks for the code: ${size.width} ${locale}`, async (t) => {
    const { address, code, link } = await here.stack.invite({ locale });
    const page = await visit(t, here, { size, locale });
    assert.equal((await page.goto("/activate?token=nobody.knows")).status(), 404);
    await assertPage(page, locale, "link-unknown-title");
    await lookInBoth(page, named("unknown"));

    // As a mail program may cut it off: whose it was is still there.
    assert.equal((await page.goto(link.slice(0, -7))).status(), 404);
    await assertPage(page, locale, "link-unknown-title");
    await lookInBoth(page, named("cut off"));

    await page.locator("#email").fill(address);
    await page.locator("#code").fill(code === "000000" ? "000001" : "000000");
    await pressed(page);
    await assertPage(page, locale, "code-title");
    assert.equal(await page.locator("#email").inputValue(), address, "what was typed is kept");
    await lookInBoth(page, named("wrong code"));

    await page.locator("#code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await pressed(page);
    await assertPage(page, locale, "confirmed-title");
    await here.stack.advance(2 * DAY);
    await password(page).fill(PASSWORD);
    await pressed(page);
    await assertPage(page, locale, "page-expired-title");
    await lookInBoth(page, named("page expired"));
  });
}

/** The form has the app's fields: what is known stands there, and the address cannot be changed. */
async function knownIsFilledIn(page, address) {
  const account = page.locator("#account");
  assert.equal(await account.inputValue(), address);
  assert.equal(await account.isEditable(), false);
  assert.equal(await field(page, "firstName").inputValue(), "Zoë");
  assert.equal(await field(page, "companyName").inputValue(), "Müller & Töchter");
  assert.equal(await field(page, "lastName").getAttribute("required"), "", "what has to be there is marked");
  assert.equal(await field(page, "birthday").getAttribute("required"), null);
  for (const mark of ["label[for='profile.birthday']", "fieldset:has([name^='profile.home']) legend"]) {
    assert.match(await page.locator(mark).innerText(), /\(.+\)/, "what may be left empty says so");
  }
  assert.equal(await page.locator("[name$=resourceAccessB2b]").count(), 0, "what people are not shown is not there");
}

/** The summary takes the focus and leads to each field, and the title says it first. */
async function mistakesAreTold(page, locale) {
  const title = await page.title();
  await field(page, "mobileNumber").fill("12");
  await field(page, "birthday").fill("1990-02-28");
  await field(page, "energy").selectOption("gas");
  await password(page).fill("too short");
  await pressed(page);
  await page.locator("#errors").waitFor();
  assert.ok((await page.title()).startsWith(words(locale)("page-title-error", { title: "" })), `${title} → ${await page.title()}`);
  assert.ok(await page.locator("#errors").evaluate((node) => node === document.activeElement), "the summary has the focus");
  const wrong = ["profile.lastName", "profile.mobileNumber", "password", "agreement.terms"];
  const links = page.locator("#errors a");
  assert.deepEqual(await links.evaluateAll((all) => all.map((link) => link.hash.slice(1))), wrong, "in the order of the form");
  for (const [index, id] of wrong.entries()) {
    const input = page.locator(`[id="${id}"]`);
    assert.equal(await input.getAttribute("aria-invalid"), "true", id);
    const sentence = await page.locator(`[id="${id}-error"]`).innerText();
    assert.ok(sentence.includes(await links.nth(index).innerText()), "the same sentence at the field");
    await links.nth(index).click();
    assert.ok(await input.evaluate((node) => node === document.activeElement), `the summary leads to ${id}`);
  }
}

/** After a mistake, and after a reload; never the password. */
async function whatWasTypedIsKept(page, locale) {
  const kept = async () => {
    const [phone, day, choice] = await Promise.all(["mobileNumber", "birthday", "energy"].map((name) => field(page, name).inputValue()));
    assert.deepEqual([phone, day, choice], ["12", "1990-02-28", "gas"]);
    assert.equal(await password(page).inputValue(), "", "a password is never sent back");
    assert.ok(!(await page.content()).includes("too short"));
  };
  await kept();
  await page.goto(`/activate?locale=${locale}`);
  await assertPage(page, locale, "confirmed-title");
  await kept();
  // What is right this time.
  await field(page, "mobileNumber").fill("");
}

/** The button leads to the app, which gets tokens for the code, once, and knows who came. */
async function comesBackSignedIn(page, { address, uuid }) {
  await page.context().route("https://portal.acme.example/**", (route) => route.fulfill({ body: "Welcome" }));
  await pressed(page);
  await page.waitForURL("https://portal.acme.example/welcome?**");
  const { searchParams } = new URL(page.url());
  assert.equal(searchParams.get("state"), uuid);
  const answer = await here.stack.redeem(searchParams.get("code"));
  assert.equal(answer.status, 200);
  const { access_token: access, id_token: id } = await answer.json();
  assert.ok(access);
  assert.equal(JSON.parse(Buffer.from(id.split(".")[1], "base64url")).email, address);
  assert.notEqual((await here.stack.redeem(searchParams.get("code"))).status, 200, "a code is good once");
}
