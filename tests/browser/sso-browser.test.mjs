// People who sign in with an identity provider of others, oidc-provider, in a real browser: it shows its own pages, checks what we
// ask it for, and knows nothing of Usher but a client.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, test } from "node:test";
import Provider from "oidc-provider";
import { connect } from "./connect.mjs";
import { CALLBACK, DESKTOP, PASSWORD, PHONE, agree, look, lookInBoth, setUp, toTheApp, visit, words } from "./support.mjs";

const SECRET = "secret-of-usher-at-the-provider";
const here = setUp();
after(() => {
  here.login?.server.close();
  here.login?.server.closeAllConnections();
});

/** Has acme's people sign in with the provider, which starts with the first of them. */
async function signInBy(way, more) {
  here.login ??= await login();
  await connect(here.stack, [connection(way, more)]);
}

/** The provider, on the own machine. Whoever signs in there is who they say; what is known of them stands in `people`. */
async function login() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const people = new Map();
  const usher = { redirect_uris: [`${here.stack.url}/sso/callback/acme/acme-login`], response_types: ["code"], grant_types: ["authorization_code"] };
  const ways = ["client_secret_post", "client_secret_basic"].map((way) => ({
    ...usher, client_id: way, client_secret: SECRET, token_endpoint_auth_method: way,
  }));
  const signs = {
    ...usher, client_id: "private_key_jwt", token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "ES256", jwks: await (await fetch(`${here.stack.url}/.well-known/jwks.json`)).json(),
  };
  const provider = new Provider(url, {
    clients: [...ways, signs],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["given_name", "family_name"] },
    // What is asked for stands in the ID token, or is told by UserInfo alone, as most providers do.
    conformIdTokenClaims: true,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  provider.on("server_error", (_, error) => { throw error; });
  server.on("request", provider.callback());
  return { server, url, people };
}

function connection(way, more = {}) {
  const secret = way === "private_key_jwt" ? {} : { client_secret: SECRET };
  return {
    id: "acme-login", display_name: "Acme account",
    oidc: {
      issuer: here.login.url, client_id: way, client_authentication: way, userinfo: true,
      newcomers: "create_customer", kind: "business", ...secret, ...more,
    },
  };
}

function authorize(more = {}) {
  const asked = {
    client_id: "acme-web", redirect_uri: CALLBACK, response_type: "code", scope: "openid profile email", state: "s1",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256", ...more,
  };
  return `/authorize?${new URLSearchParams(asked)}`;
}

/** What the app gets for a code: who signed in. */
async function claimsFor(code) {
  const form = new URLSearchParams({
    grant_type: "authorization_code", client_id: "acme-web", code, redirect_uri: CALLBACK,
    code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  });
  const answer = await fetch(`${here.stack.url}/token`, { method: "POST", body: form });
  assert.equal(answer.status, 200, await answer.clone().text());
  const { id_token } = await answer.json();
  return JSON.parse(Buffer.from(id_token.split(".")[1], "base64url"));
}

/** Somebody new, as the provider knows them. */
function somebody(more = {}) {
  const subject = `subject-${crypto.randomUUID()}`;
  const email = `${crypto.randomUUID()}@example.org`;
  here.login.people.set(subject, { email, email_verified: true, given_name: "Zoë", family_name: "Müller", ...more });
  return { subject, email };
}

const open = (t, more) => visit(t, here, more);
const button = (page) => page.locator(".providers a");

/** Signs in on the provider's own pages. */
async function signInThere(page, subject) {
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill("whatever");
  await page.locator('button[type="submit"]').click();
  await page.waitForLoadState("load");
  await page.locator('button[type="submit"]').click();
  await back(page);
}

/** Waits until the browser is with us again. What the provider's own pages are made of is none of our business. */
async function back(page) {
  await page.waitForURL((url) => url.origin === here.stack.url, { waitUntil: "commit" });
  page.loaded.complaints.length = 0;
}

async function heading(page, locale, id, variables) {
  await page.getByRole("heading", { level: 1, name: words(locale)(id, variables), exact: true }).waitFor();
}

for (const [size, locale, way] of [[PHONE, "en", "client_secret_basic"], [DESKTOP, "de", "private_key_jwt"]]) {
  test(`a company comes from its provider and fills in the rest: ${size.width} ${locale}, ${way}`, async (t) => {
    await signInBy(way);
    const { subject, email } = somebody();
    const page = await open(t, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await heading(page, locale, "sign-in-title");
    await lookInBoth(page, `sso sign-in ${size.width} ${locale}`);
    await button(page).click();
    await signInThere(page, subject);
    await heading(page, locale, "register-title");
    assert.equal(await page.locator("#account").inputValue(), email);
    assert.equal(await page.locator('[name="profile.firstName"]').inputValue(), "Zoë");
    await lookInBoth(page, `sso form ${size.width} ${locale}`);
    await page.locator("main .primary").click();
    await page.locator("#errors").waitFor();
    await lookInBoth(page, `sso form, mistakes ${size.width} ${locale}`);
    await page.locator('main form [name="profile.companyName"]').fill("Müller & Söhne");
    await agree(page);
    const answer = await toTheApp(page, () => page.locator("main .primary").click());
    const claims = await claimsFor(answer.get("code"));
    assert.deepEqual([claims.email, claims.email_verified, claims.given_name], [email, true, "Zoë"]);

    // The next time they are known, and the provider knows them too.
    const again = await open(t, { size, locale });
    await again.goto(authorize());
    await button(again).click();
    await again.locator('input[name="login"]').fill(subject);
    await again.locator('input[name="password"]').fill("whatever");
    await again.locator('button[type="submit"]').click();
    await again.waitForLoadState("load");
    await toTheApp(again, () => again.locator('button[type="submit"]').click());
  });
}

test("whom the back office meant goes straight on", async (t) => {
  await signInBy("client_secret_post", { newcomers: "linked_only", kind: undefined });
  const { subject } = somebody({ email: undefined, email_verified: undefined });
  const address = `${crypto.randomUUID()}@example.org`;
  const { account_id } = await here.stack.call("POST", "/v1/account", {
    labelpartner: "acme", installation_info: [{ external_installation_id: `home-${subject}` }],
    customer_info: {
      first_name: "Zoë", last_name: "Müller", email_address: address, external_account_id: subject,
      external_authentication_provider_id: subject,
    },
  });
  const page = await open(t, { size: PHONE });
  await page.goto(authorize());
  await button(page).click();
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill("whatever");
  await page.locator('button[type="submit"]').click();
  await page.waitForLoadState("load");
  const answer = await toTheApp(page, () => page.locator('button[type="submit"]').click());
  assert.equal((await claimsFor(answer.get("code"))).email, address);
  assert.equal((await here.stack.call("GET", `/v1/account/${account_id}`)).status, "registered");
});

test("somebody whom nobody knows is told whom to ask, or connects what they have", async (t) => {
  await signInBy("client_secret_post", { newcomers: "linked_only", kind: undefined });
  const { address } = await here.stack.provision();
  const { links } = await here.stack.mail(address);
  const own = await open(t, { size: DESKTOP });
  await own.goto(links.find((link) => link.includes("token=")));
  await own.locator("main .primary").click();
  await own.locator("#password").fill(PASSWORD);
  await own.locator("main .primary").click();
  await own.waitForLoadState("load");
  const { subject } = somebody();
  for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "de"]]) {
    const page = await open(t, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await button(page).click();
    await signInThere(page, subject);
    await heading(page, locale, "sso-unknown-title", { tenant: "Acme Energy" });
    await lookInBoth(page, `sso unknown ${size.width} ${locale}`);
    await page.locator("main .primary").click();
    await heading(page, locale, "sso-connect-title");
    await lookInBoth(page, `sso connect ${size.width} ${locale}`);
    if (size === DESKTOP) {
      await page.locator("#email").fill(address);
      await page.locator("#password").fill(PASSWORD);
      const answer = await toTheApp(page, () => page.locator("main .primary").click());
      assert.equal((await claimsFor(answer.get("code"))).email, address);
    }
  }
  assert.equal((await here.stack.token(address, PASSWORD)).status, 400);
});

test("an address that the provider has not proven is proven by mail in the same browser", async (t) => {
  await signInBy("client_secret_post");
  const { subject, email } = somebody({ email_verified: false });
  for (const [size, locale] of [[DESKTOP, "de"], [PHONE, "en"]]) {
    const page = await open(t, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await button(page).click();
    await signInThere(page, subject);
    await heading(page, locale, "confirm-title");
    assert.equal(await page.locator("#email").inputValue(), email);
    await lookInBoth(page, `sso address ${size.width} ${locale}`);
    if (size === DESKTOP) continue;
    await page.locator("main .primary").click();
    await heading(page, locale, "link-sent-title");
    const { links } = await here.stack.mail(email);
    await page.goto(links.find((link) => link.includes("/signup/complete?token=")));
    await heading(page, locale, "register-title");
    assert.equal(await page.locator("#password").count(), 0);
    await page.locator('main form [name="profile.companyName"]').fill("Acme");
    await agree(page);
    const answer = await toTheApp(page, () => page.locator("main .primary").click());
    assert.equal((await claimsFor(answer.get("code"))).email_verified, true);
  }
});

test("what went wrong is told with the provider's name", async (t) => {
  for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "de"]]) {
    await signInBy("client_secret_post");
    const page = await open(t, { size, locale });
    await page.goto(authorize({ ui_locales: locale }));
    await button(page).click();
    await page.getByRole("link", { name: "Cancel" }).click();
    await back(page);
    await heading(page, locale, "sso-cancelled-title");
    await look(page, `sso cancelled ${size.width} ${locale}`);
    await page.locator("main .primary").click();
    await heading(page, locale, "sign-in-title");
    const left = await button(page).getAttribute("href");
    const stranger = await open(t, { size, locale });
    const state = new URL((await fetch(`${here.stack.url}${left}`, { redirect: "manual" })).headers.get("location"));
    await stranger.goto(`/sso/callback/acme/acme-login?code=x&state=${state.searchParams.get("state")}`);
    await heading(stranger, "en", "sso-again-title").catch(() => heading(stranger, locale, "sso-again-title"));
    await look(stranger, `sso again ${size.width} ${locale}`);
    await signInBy("client_secret_post", { issuer: "http://127.0.0.1:1025" });
    await page.goto(authorize({ ui_locales: locale }));
    await button(page).click();
    await heading(page, locale, "sso-trouble-title", { provider: "Acme account" });
    await look(page, `sso trouble ${size.width} ${locale}`);
  }
});

for (const [size, locale] of [[PHONE, "en"], [DESKTOP, "de"]]) {
  test(`who has no password signs in anew before their account is deleted: ${size.width} ${locale}`, async (t) => {
    await signInBy("client_secret_basic", { newcomers: "create_user", kind: undefined });
    const { subject } = somebody();
    const page = await open(t, { size, locale });
    await page.goto(`/sign-in?labelpartner=acme&locale=${locale}`);
    await button(page).click();
    await signInThere(page, subject);
    await heading(page, locale, "account-title");
    assert.equal(await page.locator('a[href^="/account/password"]').count(), 0, "there is none to change");
    await page.locator('a[href^="/account/email"]').click();
    await heading(page, locale, "account-email");
    await look(page, `account e-mail, sign in again ${size.width} ${locale}`);
    await page.goto(`/account/delete?locale=${locale}`);
    // A provider that does not say when somebody showed who they are may have let them in by an old session.
    await lookInBoth(page, `account delete, sign in again ${size.width} ${locale}`);
    assert.equal(await page.locator("main form").count(), 0);
    await page.locator("main .primary").click();
    await button(page).click();
    // The provider knows the browser, and asks all the same.
    await page.locator('input[name="login"]').fill(subject);
    await page.locator('input[name="password"]').fill("whatever");
    await page.locator('button[type="submit"]').click();
    await back(page);
    await heading(page, locale, "account-delete");
    await lookInBoth(page, `account delete, without password ${size.width} ${locale}`);
    await page.locator("main .primary").click();
    await heading(page, locale, "deleted-title");
  });
}
