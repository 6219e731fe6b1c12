// The local stack's own pages, and a mail as it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, PHONE, look, named, setUp, visit } from "./support.mjs";

const here = setUp();
const HEAVY = { weigh: false };

// These pages are in English.
for (const shown of LOOKS.filter(({ locale }) => locale === "en")) {
  test(`the start page: ${named(shown)}`, async (t) => {
    const page = await visit(t, here, shown);
    await page.goto("/");
    await look(page, `start ${named(shown)}`, { still: false });
    await page.getByRole("button", { name: "One hour on" }).click();
    await page.getByText("ahead, until the stack stops.").waitFor();
  });

  test(`an empty inbox, to which a mail comes by itself: ${named(shown)}`, async (t) => {
    const page = await visit(t, here, shown);
    await fetch(`${here.stack.url}/_local/messages`, { method: "DELETE" });
    await page.goto("/_local/inbox");
    await page.getByText("No message yet.").waitFor();
    await look(page, `inbox empty ${named(shown)}`);
    const { address } = await here.stack.provision();
    await page.locator("article").getByText(address).first().waitFor({ timeout: 10_000 });
    await page.getByText("Text part").first().click();
    await page.getByText("Phone", { exact: true }).click();
    await look(page, `inbox opened ${named(shown)}`, HEAVY);
    await page.getByRole("button", { name: "Empty the inbox" }).click();
    await page.getByText("No message yet.").waitFor();
  });

  test(`the reference: ${named(shown)}`, async (t) => {
    const { address, external_account_id: id } = await here.stack.provision();
    const page = await visit(t, here, shown);
    await page.goto("/docs");
    await page.locator("details.operation").first().waitFor();
    await look(page, `docs ${named(shown)}`, HEAVY);

    await page.getByRole("button", { name: "Get a token" }).click();
    await page.getByText("good for an hour").waitFor();
    const account = page.locator("details.operation").filter({ hasText: "/v1/account/{id}" }).filter({ hasText: /^GET/ });
    await account.locator("summary").first().click();
    await account.getByLabel("id (path)").fill(id);
    await account.getByLabel("id_type (query)").fill("external");
    await account.getByRole("button", { name: "GET /v1/account/{id}" }).click();
    await account.getByText("200 OK").waitFor();
    assert.ok((await account.locator("form").innerText()).includes(address));
    await look(page, `docs tried ${named(shown)}`, HEAVY);

    await page.locator("details.operation").evaluateAll((all) => { for (const details of all) details.open = true; });
    // A picture of every operation at once is taller than a browser draws in time.
    await look(page, `docs opened ${named(shown)}`, { ...HEAVY, whole: false });
  });
}

for (const shown of LOOKS) {
  test(`the mail: ${named(shown)}`, async (t) => {
    const { address } = await here.stack.provision({ locale: shown.locale });
    const { html } = await here.stack.mail(address);
    const page = await visit(t, here, shown);
    await page.setContent(html);
    await look(page, `mail ${named(shown)}`, HEAVY);
    await page.setViewportSize({ width: 320, height: PHONE.height });
    await look(page, `mail ${named({ ...shown, size: { width: 320 } })}`, HEAVY);
  });
}

test("what a browser asks for by itself does no harm", async () => {
  for (const path of ["/favicon.ico", "/robots.txt"]) {
    const answer = await fetch(here.stack.url + path);
    assert.ok(answer.status < 500, path);
  }
});
