// What a person meets when a link, a code or a page does not work: no dead ends, in every size, language and scheme.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, PASSWORD, look, named, setUp, visit, words } from "./support.mjs";

const here = setUp();
const DAY = 86_400;

async function mailed(stack, locale) {
  const { address } = await stack.provision({ locale });
  const { code, links } = await stack.mail(address);
  return { address, code, link: links.find((link) => link.includes("token=")) };
}

async function assertHeading(page, title) {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor({ timeout: 5000 });
}

for (const shown of LOOKS) {
  const say = words(shown.locale);

  test(`an expired link leads to a new one, and too many to a wait: ${named(shown)}`, async (t) => {
    const { address, link } = await mailed(here.stack, shown.locale);
    await here.stack.advance(2 * DAY);
    const page = await visit(t, here, shown);
    assert.equal((await page.goto(link)).status(), 410);
    await assertHeading(page, say("link-expired-title"));
    await look(page, `expired ${named(shown)}`);
    await page.getByRole("button", { name: say("send-link-button") }).click();
    await assertHeading(page, say("link-sent-title"));
    await look(page, `new link sent ${named(shown)}`);

    const { links } = await here.stack.mail(address, 2);
    await page.goto(links.find((one) => one.includes("token=")));
    await assertHeading(page, say("confirm-title"));

    for (let tries = 0; tries < 10; tries += 1) {
      await page.goto(link);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        page.getByRole("button", { name: say("send-link-button") }).click(),
      ]);
      if (answer.status() === 429) break;
    }
    await assertHeading(page, say("too-often-title"));
    assert.match(await page.innerText("main"), /\d+ (minutes|Minuten)/);
    await look(page, `too often ${named(shown)}`);
  });

  test(`a used link says so and what to do: ${named(shown)}`, async (t) => {
    const { address, link } = await mailed(here.stack, shown.locale);
    const page = await visit(t, here, shown);
    await page.goto(link);
    await page.getByRole("button", { name: say("confirm-button") }).click();
    await assertHeading(page, say("confirmed-title"));

    assert.equal((await page.goto(link)).status(), 409);
    await assertHeading(page, say("link-used-title"));
    await look(page, `used unfinished ${named(shown)}`);
    await page.getByRole("button", { name: say("send-link-button") }).click();
    await assertHeading(page, say("link-sent-title"));

    const { links } = await here.stack.mail(address, 2);
    await page.goto(links.find((one) => one.includes("token=")));
    await page.getByRole("button", { name: say("confirm-button") }).click();
    await page.getByLabel(say("password-label"), { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: say("password-button") }).click();
    await assertHeading(page, say("done-title"));

    await page.goto(link);
    await assertHeading(page, say("link-used-title"));
    await page.getByRole("link", { name: say("sign-in-button") }).waitFor();
    await look(page, `used registered ${named(shown)}`);
  });

  test(`an unknown link asks for the code: ${named(shown)}`, async (t) => {
    const { address, code, link } = await mailed(here.stack, shown.locale);
    const page = await visit(t, here, shown);
    // As a mail program may cut it off.
    assert.equal((await page.goto(link.slice(0, -7))).status(), 404);
    await assertHeading(page, say("link-unknown-title"));
    await look(page, `unknown ${named(shown)}`);

    const field = page.getByLabel(say("code-label"), { exact: true });
    await page.getByLabel(say("email-label"), { exact: true }).fill(address);
    await field.fill(code === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: say("confirm-button") }).click();
    await page.getByRole("alert").getByText(say("error-code-wrong")).waitFor();
    assert.equal(await page.getByLabel(say("email-label"), { exact: true }).inputValue(), address, "what was typed is kept");
    await look(page, `wrong code ${named(shown)}`);

    await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole("button", { name: say("confirm-button") }).click();
    await assertHeading(page, say("confirmed-title"));
  });

  test(`a page that was open for too long says so: ${named(shown)}`, async (t) => {
    const { link } = await mailed(here.stack, shown.locale);
    const page = await visit(t, here, shown);
    await page.goto(link);
    await page.getByRole("button", { name: say("confirm-button") }).click();
    await assertHeading(page, say("confirmed-title"));
    await here.stack.advance(2 * DAY);
    await page.getByLabel(say("password-label"), { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: say("password-button") }).click();
    await assertHeading(page, say("page-expired-title"));
    await look(page, `page expired ${named(shown)}`);
  });

  test(`a page that is not there says so: ${named(shown)}`, async (t) => {
    const page = await visit(t, here, shown);
    assert.equal((await page.goto("/v2/registration/nothing")).status(), 404);
    await assertHeading(page, say("not-found-title"));
    await look(page, `not found ${named(shown)}`);
  });
}
