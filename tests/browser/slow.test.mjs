// Pages that come in pieces: nothing that is on the screen is moved by what comes after it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { DESKTOP, PHONE, assertStill, setUp, visit } from "./support.mjs";

const here = setUp();
/** Long enough, in milliseconds, for the browser to paint what it has. */
const PAINTED = 40;
let slow;

before(async () => {
  slow = createServer(async (request, response) => {
    const answer = await fetch(`${here.stack.url}${request.url}`);
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") });
    const text = await answer.text();
    if (!answer.headers.get("content-type").startsWith("text/html")) return response.end(text);
    for (const line of text.split(/(?<=\n)/u)) {
      response.write(line);
      await pause(PAINTED);
    }
    return response.end();
  });
  await new Promise((resolve) => { slow.listen(0, "127.0.0.1", resolve); });
});
after(() => slow.close());

for (const size of [PHONE, DESKTOP]) {
  test(`what comes line by line holds still: ${size.width}`, async (t) => {
    const page = await visit(t, here, { size, locale: "en" });
    for (const path of ["/activate?token=unknown", "/recover?labelpartner=acme", "/signup?labelpartner=acme"]) {
      await page.goto(`http://127.0.0.1:${slow.address().port}${path}`);
      assert.ok(await page.locator(".foot").isVisible(), path);
      await assertStill(page, `${path} ${size.width}`);
    }
  });
}
