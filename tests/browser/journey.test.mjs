// One person from the mail to a token, in every size, language and colour scheme.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, PASSWORD, PHONE, look, named, setUp, visit, watch, words } from "./support.mjs";

const here = setUp();
const TENANT = "Acme Energy";

for (const shown of LOOKS) {
  test(`a person confirms their address and sets a password: ${named(shown)}`, async (t) => {
    const say = words(shown.locale);
    const { address } = await here.stack.provision({ locale: shown.locale });
    await here.stack.mail(address);
    const inbox = await visit(t, here, { ...shown, locale: "en" });
    await inbox.goto(`/_local/inbox?to=${encodeURIComponent(address)}`);
    const mail = inbox.frameLocator("iframe").first();
    await mail.getByRole("link", { name: say("confirm-button") }).waitFor();
    await look(inbox, `inbox ${named(shown)}`, { weigh: false });

    const [opened] = await Promise.all([
      inbox.waitForEvent("popup"),
      mail.getByRole("link", { name: say("confirm-button") }).click(),
    ]);
    const page = await watch(opened, inbox.loaded.complaints);
    await page.waitForLoadState();
    await page.reload();
    await assertHeading(page, say("confirm-title"));
    assert.equal(await page.getAttribute("html", "lang"), shown.locale);
    const text = await page.innerText("main");
    assert.ok(!text.includes(address) && text.includes("•••@e•••.org"), text);
    await look(page, `confirm ${named(shown)}`);

    await page.getByRole("button", { name: say("confirm-button") }).click();
    await assertHeading(page, say("confirmed-title"));
    await look(page, `set password ${named(shown)}`);
    await page.reload();
    await assertHeading(page, say("confirmed-title"));
    assert.ok(!page.url().includes("ticket"), page.url());

    await typesPassword(page, say);
    await tooShort(page, say, shown);

    await page.getByLabel(say("password-label"), { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: say("password-button") }).click();
    await assertHeading(page, say("done-title"));
    await look(page, `done ${named(shown)}`);
    const button = page.getByRole("link", { name: say("done-button", { tenant: TENANT }) });
    assert.equal(await button.getAttribute("href"), "https://app.acme.example/welcome");
    await page.reload();
    await assertHeading(page, say("done-title"));

    const tokens = await here.stack.token(address, PASSWORD);
    assert.equal(tokens.status, 200);
    assert.equal((await tokens.json()).token_type, "Bearer");
  });
}

async function assertHeading(page, title, error = false) {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor({ timeout: 5000 });
  const say = words(await page.getAttribute("html", "lang"));
  const whole = say("page-title", { title, tenant: TENANT });
  assert.equal(await page.title(), error ? say("page-title-error", { title: whole }) : whole);
}

/** Show and hide, and the live ticks. */
async function typesPassword(page, say) {
  const field = page.getByLabel(say("password-label"), { exact: true });
  const met = page.locator(".parts .met");
  assert.equal(await field.getAttribute("type"), "password");
  assert.equal(await field.getAttribute("autocomplete"), "new-password");
  await page.getByRole("button", { name: say("password-show-long") }).click();
  assert.equal(await field.getAttribute("type"), "text");
  assert.ok(await field.evaluate((input) => input === document.activeElement), "showing keeps the focus in the field");
  await field.pressSequentially("seven purple");
  assert.equal(await met.count(), 0);
  await field.pressSequentially(" kettles");
  assert.equal(await met.count(), 1);
  assert.match(await met.innerText(), /15/);
  await page.getByRole("button", { name: say("password-hide-long") }).click();
  assert.equal(await field.getAttribute("type"), "password");
  await page.getByRole("status").getByText(say("rule-progress", { met: 1, total: 1 })).waitFor({ timeout: 5000 });
}

/** The summary takes the focus, leads to the field, and the title begins with "Error:". */
async function tooShort(page, say, shown) {
  const field = page.getByLabel(say("password-label"), { exact: true });
  await field.fill("too short");
  await page.getByRole("button", { name: say("password-button") }).click();
  await assertHeading(page, say("password-title"), true);
  const summary = page.getByRole("alert");
  assert.ok(await summary.evaluate((node) => node === document.activeElement), "the summary has the focus");
  const sentence = say("error-modern-rule", { count: 15 });
  assert.ok((await page.locator("#password-error").innerText()).includes(sentence));
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await look(page, `too short ${named(shown)}`);
  await summary.getByRole("link", { name: sentence }).click();
  assert.ok(await field.evaluate((input) => input === document.activeElement), "the summary leads to the field");
}
