// An operator looks after a tenant in the console, on a phone and a desk, without script, and with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, agree, assertFits, look, lookInBoth, setUp, visit, words } from "./support.mjs";

const here = setUp();
const OPERATOR = "operator@acme.example";
/** A console page may be heavier than what people open on the road; a table that scrolls may move its own content. */
const WIDE = { weigh: false };

const pressed = (page) => page.locator("main .primary").click();
const link = (page, id, locale = "en") => page.getByRole("link", { name: words(`console/${locale}`)(id), exact: true });

/** Opens an account of a kind with an address, once. */
async function openAccount(page, kind, address, company, first = "Zoë") {
  await page.goto(`/signup?labelpartner=acme&kind=${kind}&locale=en`);
  await page.locator(`main [name="kind"][value="${kind}"]`).check();
  await page.locator("#email").fill(address);
  await pressed(page);
  await page.getByRole("heading", { level: 1, name: words("en")("link-sent-title") }).waitFor();
  const { links } = await here.stack.mail(address);
  await page.goto(links.find((one) => one.includes("/signup/complete?token=")));
  await page.locator('main [name="profile.firstName"]').fill(first);
  await page.locator('main [name="profile.lastName"]').fill("Müller");
  if (company) await page.locator('main [name="profile.companyName"]').fill(company);
  await page.locator("#password").fill(PASSWORD);
  await agree(page);
  await pressed(page);
  const done = kind === "data_recipient" ? "awaiting-title" : "done-title";
  await page.getByRole("heading", { level: 1, name: words("en")(done) }).waitFor();
}

let opened;
/** A browser whose operator is signed in, and has come to the console from its sign-in page. */
async function atConsole(t, more = {}) {
  const page = await visit(t, here, { size: DESKTOP, ...more });
  const locale = more.locale ?? "en";
  opened ??= openAccount(await visit(t, here), "personal", OPERATOR);
  await opened;
  await page.goto(`/console?labelpartner=acme&locale=${locale}`);
  await page.locator("#email").fill(OPERATOR);
  await page.locator("#password").fill(PASSWORD);
  await pressed(page);
  await page.getByRole("heading", { level: 1, name: words(`console/${locale}`)("console-start") }).waitFor();
  return page;
}

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "de"]]) {
  const at = (state) => `console ${state} ${size.width} ${locale}`;

  test(`every page of the console is looked at: ${size.width} ${locale}`, async (t) => {
    const { address } = await here.stack.invite({ locale: "en" });
    const page = await atConsole(t, { size, locale });
    await look(page, at("start"), WIDE);
    for (const id of ["console-approvals", "console-people", "console-funnel", "console-onboarding"]) {
      await link(page, id, locale).first().click();
      await page.getByRole("heading", { level: 1, name: words(`console/${locale}`)(id) }).waitFor();
      await look(page, at(id), WIDE);
    }
    for (const path of ["kinds/business", "kinds/channel_partner", "agreements", "agreements?name=terms", "apps", "apps?id=acme-web", "connections", "providers", "rules", "texts?q=sign", "look", "document", "versions"]) {
      await page.goto(`/console/onboarding/${path}${path.includes("?") ? "&" : "?"}labelpartner=acme&locale=${locale}`);
      await look(page, at(path), WIDE);
    }
    await page.goto(`/console/onboarding/agreements?labelpartner=acme&locale=${locale}`);
    await page.locator("main textarea").first().fill("x".repeat(70_000));
    await pressed(page);
    await page.getByRole("heading", { level: 1, name: words(`console/${locale}`)("too-much-title") }).waitFor();
    await look(page, at("too much"), WIDE);
    await page.goto(`/console/preview?labelpartner=acme&locale=${locale}`);
    await look(page, at("preview"), WIDE);
    await page.goto(`/console/people?labelpartner=acme&locale=${locale}&q=${encodeURIComponent(address)}`);
    await page.locator("main tbody a").first().click();
    await page.getByRole("heading", { name: words(`console/${locale}`)("person-invitation"), exact: true }).waitFor();
    await look(page, at("person"), WIDE);
    await page.emulateMedia({ colorScheme: "dark" });
    await look(page, at("person dark"), { ...WIDE, valid: false });
  });
}

test("an account that waits is approved, another one refused, and both people are told", async (t) => {
  const [approved, refused] = [`${crypto.randomUUID()}@example.org`, `${crypto.randomUUID()}@example.org`];
  for (const address of [approved, refused]) await openAccount(await visit(t, here), "data_recipient", address, "Data Ltd");
  const page = await atConsole(t);
  await link(page, "console-approvals").first().click();
  const form = (address) => page.locator("main li", { hasText: address }).locator("form");
  await form(approved).getByRole("button", { name: "Approve" }).click();
  await page.getByText(words("console/en")("approvals-approved")).waitFor();
  await look(page, "console approved", WIDE);
  await form(refused).getByLabel("Reason").fill("Please give us the number of your contract.");
  await form(refused).getByRole("button", { name: "Refuse" }).click();
  await page.getByText(words("console/en")("approvals-refused")).waitFor();
  assert.equal(await form(approved).count() + await form(refused).count(), 0);
  const told = await here.stack.mail(refused, 3);
  assert.match(told.text, /number of your contract/);
  assert.equal((await here.stack.token(approved, PASSWORD)).status, 200);
  assert.equal((await here.stack.token(refused, PASSWORD)).status, 400);
});

test("an invitation is sent again and withdrawn", async (t) => {
  const { address } = await here.stack.invite();
  await here.stack.advance(120);
  const page = await atConsole(t, { script: false });
  await link(page, "console-people").first().click();
  await page.locator("#q").fill(address);
  await page.keyboard.press("Enter");
  await page.locator("main tbody a").click();
  await page.getByRole("button", { name: words("console/en")("invitation-resend") }).click();
  await page.getByText(words("console/en")("invitation-resent")).waitFor();
  await here.stack.mail(address, 2);
  await page.getByRole("button", { name: words("console/en")("invitation-resend") }).click();
  await page.getByText("Please wait").waitFor();
  await look(page, "console too soon", { ...WIDE, script: false });
  await page.getByRole("button", { name: words("console/en")("invitation-revoke"), exact: true }).click();
  await page.getByText(words("console/en")("invitation-revoked")).waitFor();
  assert.equal(await page.getByRole("button", { name: words("console/en")("invitation-resend") }).count(), 0);
});

test("a kind of account gets another question, which people are asked then, and it is taken back", async (t) => {
  const page = await atConsole(t);
  await page.goto("/console/onboarding/kinds/business?labelpartner=acme&locale=en");
  // Two rows are left for more questions.
  const empty = page.locator('[name^="customer."][name$=".name"]').nth(-2);
  const prefix = (await empty.getAttribute("name")).replace(/name$/, "");
  const row = page.locator(`[name="${prefix}name"]`);
  await row.fill("1st office");
  await page.locator(`[name="${prefix}type"]`).selectOption("text");
  await page.getByRole("button", { name: words("console/en")("onboarding-save") }).click();
  await page.getByText(words("console/en")("onboarding-wrong")).waitFor();
  await look(page, "console kind, mistakes", WIDE);
  assert.equal(await page.evaluate(() => document.activeElement.id), "errors", "what is wrong is told first");
  await page.locator("#errors a").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), `${prefix}name`, "the mistake leads to its input");
  assert.equal(await page.locator(`[name="${prefix}name"]`).inputValue(), "1st office", "what was typed is kept");
  await row.fill("taxOffice");
  await page.locator(`[name="${prefix}label"]`).fill("Tax office");
  await page.getByRole("button", { name: words("console/en")("onboarding-save") }).click();
  await page.getByText(words("console/en")("onboarding-saved")).waitFor();

  await page.goto("/console/preview/business?labelpartner=acme&locale=en");
  await page.getByLabel("Tax office").waitFor();

  await page.goto("/console/onboarding/kinds/business?labelpartner=acme&locale=en");
  await page.getByRole("link", { name: `${words("console/en")("field-more")}: taxOffice` }).click();
  await lookInBoth(page, "console question");
  await page.locator("#label").fill("de = Finanzamt\nenglish = Tax office");
  await pressed(page);
  await page.locator('#errors a[href="#label"]').waitFor();
  await look(page, "console question, mistakes", PHONE);
  await page.locator("#label").fill("de = Finanzamt\nen = Tax office");
  await pressed(page);
  await page.getByText(words("console/en")("onboarding-saved")).waitFor();
  await page.goto("/console/preview/business?labelpartner=acme&locale=de");
  await page.getByLabel("Finanzamt").waitFor();

  await page.goto("/console/onboarding/versions?labelpartner=acme&locale=en");
  await page.getByRole("button", { name: /^Restore version/ }).nth(1).click();
  await page.getByText(words("console/en")("onboarding-saved")).waitFor();
  await page.goto("/console/preview/business?labelpartner=acme&locale=en");
  assert.equal(await page.getByLabel("Tax office").count(), 0);
});

test("an agreement gets a new version, which people are asked to accept from then on", async (t) => {
  const page = await atConsole(t, { script: false });
  await page.goto("/console/onboarding?labelpartner=acme&locale=en");
  await page.getByRole("link", { name: "news", exact: true }).click();
  await page.getByLabel("Title (English)").fill("News about prices");
  await page.getByLabel("Words, as Markdown (English)").fill("We write when prices change.");
  await page.getByRole("button", { name: words("console/en")("onboarding-save") }).click();
  await page.getByText(words("console/en")("onboarding-saved")).waitFor();
  await here.stack.advance(60);
  await page.goto("/legal/news?labelpartner=acme&locale=en");
  await page.getByText("We write when prices change.").waitFor();
});

test("pages and mails are previewed in their languages", async (t) => {
  const page = await atConsole(t, { size: PHONE });
  await page.goto("/console/preview?labelpartner=acme&locale=en");
  const hrefs = await page.locator("main dd a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.ok(hrefs.length >= 25 * 8, `${hrefs.length} previews`);
  // Of each page and mail, some languages, so that each language has its turn at most of them.
  for (const href of hrefs.filter((_, index) => (Math.floor(index / 8) + index) % 4 === 0)) {
    const { searchParams, pathname } = new URL(href, here.stack.url);
    await page.goto(href);
    const lang = await page.getAttribute("html", "lang");
    assert.equal(lang, searchParams.get("locale"), href);
    if (!pathname.includes("/mail-")) await assertFits(page, href);
  }
});

test("the console is not open to others", async (t) => {
  const page = await visit(t, here, { size: PHONE });
  await page.goto("/console/people?labelpartner=acme&locale=en");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  const address = `${crypto.randomUUID()}@example.org`;
  await openAccount(page, "personal", address);
  const answer = await page.goto("/console/people?labelpartner=acme&locale=en");
  assert.equal(answer.status(), 403);
  await page.getByRole("heading", { level: 1, name: words("console/en")("denied-title") }).waitFor();
  await lookInBoth(page, "console denied");
});

test("a sentence is said otherwise, and people read it", async (t) => {
  const said = words("console/en");
  const page = await atConsole(t, { script: false });
  await page.goto("/console/onboarding?labelpartner=acme&locale=en");
  await link(page, "onboarding-texts").click();
  await page.getByLabel(said("texts-search")).fill(words("en")("sign-in-title"));
  await page.getByRole("button", { name: said("people-search-button") }).click();
  await page.getByLabel("sign-in-title", { exact: true }).fill("Come { $name }");
  await page.getByRole("button", { name: said("onboarding-save") }).click();
  await page.getByText(said("onboarding-wrong")).waitFor();
  await page.locator('#errors a[href="#text.sign-in-title"]').waitFor();
  await look(page, "console texts, mistakes", { ...WIDE, script: false });
  await page.getByLabel("sign-in-title", { exact: true }).fill("Come in");
  await page.getByRole("button", { name: said("onboarding-save") }).click();
  await page.getByText(said("onboarding-saved")).waitFor();
  await page.goto("/console/preview/sign-in?labelpartner=acme&locale=en");
  await page.getByRole("heading", { name: "Come in" }).waitFor();
  await page.goto("/console/onboarding/texts?labelpartner=acme&locale=en");
  await page.getByLabel("sign-in-title", { exact: true }).fill("");
  await page.getByRole("button", { name: said("onboarding-save") }).click();
  await page.getByText(said("onboarding-saved")).waitFor();
  await page.goto("/console/onboarding/texts?labelpartner=acme&locale=en");
  await page.getByText(said("texts-nothing")).waitFor();
});

test("no browser holds back a form whose mistake stands in a closed part of it", async (t) => {
  const page = await atConsole(t, { size: PHONE });
  await page.goto("/console/onboarding/kinds/data_recipient?labelpartner=acme&locale=en");
  const part = page.locator("details").nth(1);
  await part.locator("summary").click();
  await page.locator('[name="approval.endpoint.url"]').fill("crm.acme.example/approvals");
  await part.locator("summary").click();
  await pressed(page);
  await page.locator('#errors a[href="#approval.endpoint.url"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "approval.endpoint.url");
});

test("the longest words and names fit on a phone", async (t) => {
  const page = await atConsole(t, { size: PHONE });
  for (const locale of ["fr", "it", "de", "ar"]) {
    await page.goto(`/console/funnel?labelpartner=acme&locale=${locale}`);
    await assertFits(page, `funnel ${locale}`);
  }
  const names = [1, 2].map(() => `${crypto.randomUUID()}@example.org`);
  for (const address of names) await openAccount(await visit(t, here), "data_recipient", address, "Data Ltd", "Ẅ".repeat(90));
  await page.goto("/console/approvals?labelpartner=acme&locale=en");
  await look(page, "console approvals, long names", WIDE);
});
