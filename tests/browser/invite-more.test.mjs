// The pages around an invitation: by text message, withdrawn, and the words of what people agree to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PASSWORD, PHONE, agree, lookInBoth, setUp, visit, words } from "./support.mjs";

const LOOKS = [{ locale: "en", size: PHONE }, { locale: "en", size: DESKTOP }, { locale: "fr", size: PHONE }, { locale: "ar", size: PHONE }];

const here = setUp();
let numbers = 0;

async function assertTitle(page, locale, title) {
  await page.getByRole("heading", { level: 1, name: words(locale)(title), exact: true }).waitFor({ timeout: 5000 });
}

for (const { locale, size } of LOOKS) {
  const named = (state) => `invite ${state} ${size.width} ${locale}`;

  test(`a person who is texted proves their number and registers: ${size.width} ${locale}`, async (t) => {
    numbers += 1;
    const number = `+4479463${String(10_000 + numbers).slice(1).padStart(5, "0")}`;
    const { link, uuid } = await here.stack.invite({ locale, texted: number });
    const page = await visit(t, here, { size, locale });
    await page.goto(link);
    await assertTitle(page, locale, "confirm-number-title");
    assert.ok(!(await page.innerText("main")).includes(number), "the number is masked until it is proven");
    await lookInBoth(page, named("texted link"));

    await page.locator("main .primary").click();
    await assertTitle(page, locale, "number-confirmed-title");
    assert.equal(await page.locator("#number").inputValue(), number);
    assert.ok(!(await page.locator("#number").isEditable()), "what was proven stays");
    await lookInBoth(page, named("texted form"));
    await page.locator('[name="profile.firstName"]').fill("Zoë");
    await page.locator('[name="profile.lastName"]').fill("Müller");
    await page.locator("#password").fill(PASSWORD);
    await agree(page);
    await page.locator("main .primary").click();
    await assertTitle(page, locale, "done-title");
    const account = await here.stack.call("GET", `/v1/account/${uuid}`);
    assert.deepEqual([account.status, account.verified_by], ["registered", "sms"]);
  });

  test(`a withdrawn invitation says whom to ask: ${size.width} ${locale}`, async (t) => {
    const { link, uuid } = await here.stack.invite({ locale });
    const { user_id: user } = await here.stack.call("GET", `/v1/account/${uuid}`);
    await here.stack.call("POST", `/v1/invitations/${user.replace("usr_", "inv_")}/revoke`);
    const page = await visit(t, here, { size, locale });
    await page.goto(link);
    await assertTitle(page, locale, "link-withdrawn-title");
    await lookInBoth(page, named("withdrawn"));
  });

  test(`what people agree to is read on a page of its own: ${size.width} ${locale}`, async (t) => {
    const page = await visit(t, here, { size, locale });
    await page.goto(`${here.stack.url}/legal/terms?labelpartner=acme&locale=${locale}`);
    assert.equal(await page.locator("html").getAttribute("lang"), locale);
    // In a language that there is.
    assert.equal(await page.locator(".prose").getAttribute("lang"), "en");
    assert.equal(await page.locator(".prose td").count(), 4);
    await lookInBoth(page, named("legal"));
  });
}
