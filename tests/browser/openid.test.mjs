// Apps that speak OpenID Connect by a library of others, openid-client, which knows nothing of Usher but its address.
//
// The library checks what it is answered: issuer, audience, times, nonce, `at_hash` and, here, the signature of ID tokens.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as client from "openid-client";
import { PASSWORD, Stack } from "./support.mjs";
import { Web, formOf } from "./web.mjs";

const CALLBACK = "http://localhost:3000/callback";
const SECRET = "demo-acme-portal-secret-never-deploy";
const SCOPE = "openid profile email offline_access";

const here = {};
before(async () => {
  here.stack = await Stack.start();
  here.web = new Web(here.stack);
  here.app = await app("acme-web", client.None());
  const asked = await ask(here.app);
  const { address, back } = await here.web.register(asked.url);
  Object.assign(here, { address, first: { asked, back } });
});
after(() => here.stack?.stop());

/** An app, as it starts: it is told the address of the provider and who it is itself. */
async function app(id, authentication) {
  // The local stack has no certificate.
  const execute = [client.allowInsecureRequests, client.enableNonRepudiationChecks];
  return client.discovery(new URL(here.stack.url), id, undefined, authentication, { execute });
}

const portal = () => app("acme-portal", client.ClientSecretBasic(SECRET));

/** What an app asks for, and what it keeps to check the answer by. */
async function ask(config, changed = {}) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK, scope: SCOPE, state: expectedState, nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: "S256", ...changed,
  });
  return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } };
}

/** The answer that a person who is signed in brings back at once. */
async function answered(config, changed) {
  const { url, checks } = await ask(config, changed);
  return { back: (await here.web.open(url)).url, checks };
}

async function signedIn(config, changed) {
  const { back, checks } = await answered(config, changed);
  return client.authorizationCodeGrant(config, back, checks);
}

const refused = (error, status = 400) => (thrown) => {
  assert.deepEqual([thrown.error, thrown.status], [error, status], thrown);
  return true;
};

test("somebody who registers on the way comes back to the app signed in", async () => {
  const { asked, back } = here.first;
  const tokens = await client.authorizationCodeGrant(here.app, back, asked.checks);
  const claims = tokens.claims();
  assert.deepEqual([claims.email, claims.email_verified, claims.given_name], [here.address, true, "Zoë"]);
  assert.equal(tokens.expires_in, 3600);
  assert.ok(tokens.refresh_token);
});

test("an app may ask how long ago somebody signed in", async () => {
  const { back, checks } = await answered(here.app, { max_age: "600" });
  const tokens = await client.authorizationCodeGrant(here.app, back, { ...checks, maxAge: 600 });
  assert.equal(typeof tokens.claims().auth_time, "number");
});

test("another browser signs in with the password", async () => {
  const { url, checks } = await ask(here.app);
  const back = await new Web(here.stack).signIn(url, here.address);
  const tokens = await client.authorizationCodeGrant(here.app, back, checks);
  assert.equal(tokens.claims().email, here.address);
});

test("the answer comes as a form where the app wants it so", async () => {
  const { url, checks } = await ask(here.app, { response_mode: "form_post" });
  const { action, fields } = formOf(await here.web.open(url));
  assert.equal(action, CALLBACK);
  const posted = new Request(action, { method: "POST", body: new URLSearchParams(fields) });
  const tokens = await client.authorizationCodeGrant(here.app, posted, checks);
  assert.equal(tokens.claims().email, here.address);
});

test("an app learns that nobody is signed in", async () => {
  const { url, checks } = await ask(here.app, { prompt: "none" });
  const { url: back } = await new Web(here.stack).open(url);
  await assert.rejects(client.authorizationCodeGrant(here.app, back, checks), (thrown) => thrown.error === "login_required");
});

test("an answer says whose it is", async () => {
  const { back, checks } = await answered(here.app);
  assert.equal(back.searchParams.get("iss"), here.stack.url);
  for (const iss of ["https://evil.example", undefined]) {
    const forged = new URL(back);
    forged.searchParams.delete("iss");
    if (iss) forged.searchParams.set("iss", iss);
    await assert.rejects(client.authorizationCodeGrant(here.app, forged, checks), { code: "OAUTH_INVALID_RESPONSE" });
  }
  await client.authorizationCodeGrant(here.app, back, checks);
});

test("a code is good once, and only with its verifier", async () => {
  const { back, checks } = await answered(here.app);
  const wrong = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() };
  await assert.rejects(client.authorizationCodeGrant(here.app, back, wrong), refused("invalid_grant"));
  const tokens = await client.authorizationCodeGrant(here.app, back, checks);
  await assert.rejects(client.authorizationCodeGrant(here.app, back, checks), refused("invalid_grant"));
  // Somebody else may hold it: what it gave ends too.
  await assert.rejects(client.refreshTokenGrant(here.app, tokens.refresh_token), refused("invalid_grant"));
});

test("a refresh token is good once, and its second use ends the sign-in", async () => {
  const first = await signedIn(here.app);
  const second = await client.refreshTokenGrant(here.app, first.refresh_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.deepEqual([second.claims().sub, second.claims().email], [first.claims().sub, here.address]);
  const third = await client.refreshTokenGrant(here.app, second.refresh_token, { scope: "openid" });
  assert.deepEqual([third.scope, third.claims().sub], ["openid", first.claims().sub]);
  for (const { refresh_token: token } of [second, third]) {
    await assert.rejects(client.refreshTokenGrant(here.app, token), refused("invalid_grant"));
  }
});

for (const [method, authentication] of [["header", client.ClientSecretBasic], ["body", client.ClientSecretPost]]) {
  test(`a client shows its secret in the ${method}`, async () => {
    const config = await app("acme-portal", authentication(SECRET));
    const tokens = await signedIn(config);
    assert.equal(tokens.claims().aud, "acme-portal");
    const next = await client.refreshTokenGrant(config, tokens.refresh_token);
    // It is nobody else's.
    await assert.rejects(client.refreshTokenGrant(here.app, next.refresh_token), refused("invalid_grant"));
    const impostor = await app("acme-portal", authentication(PASSWORD));
    await assert.rejects(client.refreshTokenGrant(impostor, next.refresh_token), { status: 401 });
    await client.refreshTokenGrant(config, next.refresh_token);
  });
}

test("an app is told of the person until the sign-in ends", async () => {
  const tokens = await signedIn(here.app);
  const { sub } = tokens.claims();
  const told = await client.fetchUserInfo(here.app, tokens.access_token, sub);
  assert.deepEqual([told.email, told.given_name], [here.address, "Zoë"]);
  await client.tokenRevocation(here.app, tokens.refresh_token);
  await assert.rejects(client.fetchUserInfo(here.app, tokens.access_token, sub), { status: 401 });
  await assert.rejects(client.refreshTokenGrant(here.app, tokens.refresh_token), refused("invalid_grant"));
});

test("a client with a secret learns whether its tokens count", async () => {
  const config = await portal();
  const tokens = await signedIn(config);
  const { sub } = tokens.claims();
  for (const token of [tokens.access_token, tokens.refresh_token]) {
    const told = await client.tokenIntrospection(config, token);
    assert.deepEqual([told.active, told.sub, told.client_id], [true, sub, "acme-portal"]);
  }
  const foreign = await signedIn(here.app);
  assert.equal((await client.tokenIntrospection(config, foreign.access_token)).active, false);
  await client.tokenRevocation(config, tokens.access_token);
  for (const token of [tokens.access_token, tokens.refresh_token]) {
    assert.equal((await client.tokenIntrospection(config, token)).active, false);
  }
});

for (const [kind, config] of [["public", () => here.app], ["confidential", portal]]) {
  test(`a ${kind} client pushes its request`, async () => {
    const pushing = await config();
    const { url, checks } = await ask(pushing, {});
    const pushed = await client.buildAuthorizationUrlWithPAR(pushing, url.searchParams);
    assert.deepEqual([...pushed.searchParams.keys()].sort(), ["client_id", "request_uri"]);
    const { url: back } = await here.web.open(pushed);
    const tokens = await client.authorizationCodeGrant(pushing, back, checks);
    assert.equal(tokens.claims().email, here.address);
  });
}

/** A tenant with one app, which signs with these keys, and the browser of somebody who registers there. */
async function keyed(keys) {
  const answer = await fetch(`${here.stack.url}/_local/tenants`, {
    method: "PUT", headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: "keyed", display_name: "Keyed", default_locale: "en", hosts: [],
      brand: { colour: "#123456", support_email: "help@keyed.example", postal_address: "1 Key Lane" },
      sender: { name: "Keyed", address: "hello@mail.keyed.example" },
      clients: [{
        id: "keyed-app", kind: "app", grants: ["authorization_code", "refresh_token"], redirect_uris: [CALLBACK],
        self_registration: true, fields: [{ name: "firstName" }, { name: "lastName" }], keys,
      }],
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

const KEYS = {
  ES256: ["ecdsa-p256-sha256", { name: "ECDSA", namedCurve: "P-256" }],
  Ed25519: ["ed25519", { name: "Ed25519" }],
};

for (const [algorithm, [kind, generation]] of Object.entries(KEYS)) {
  test(`a client signs who it is with ${algorithm}`, async () => {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(generation, true, ["sign", "verify"]);
    const octets = Buffer.from(await crypto.subtle.exportKey("raw", publicKey)).toString("base64");
    await keyed([{ id: "one", public: `${kind}:${octets}` }]);
    const config = await app("keyed-app", client.PrivateKeyJwt({ key: privateKey, kid: "one" }));
    const { url, checks } = await ask(config);
    const pushed = await client.buildAuthorizationUrlWithPAR(config, url.searchParams);
    const { back } = await new Web(here.stack).register(pushed);
    const tokens = await client.authorizationCodeGrant(config, back, checks);
    const next = await client.refreshTokenGrant(config, tokens.refresh_token);
    assert.equal((await client.tokenIntrospection(config, next.access_token)).active, true);
    await client.tokenRevocation(config, next.refresh_token);
    assert.equal((await client.tokenIntrospection(config, next.access_token)).active, false);
  });
}

test("an app signs a person out", async () => {
  const web = new Web(here.stack);
  const { url, checks } = await ask(here.app);
  const tokens = await client.authorizationCodeGrant(here.app, await web.signIn(url, here.address), checks);
  const leaving = client.buildEndSessionUrl(here.app, {
    id_token_hint: tokens.id_token, post_logout_redirect_uri: "http://localhost:3000/", state: "gone",
  });
  const gone = await web.send(await web.open(leaving), { confirm: "yes" });
  assert.equal(gone.url.href, "http://localhost:3000/?state=gone");
  const again = await ask(here.app, { prompt: "none" });
  const { url: back } = await web.open(again.url);
  await assert.rejects(client.authorizationCodeGrant(here.app, back, again.checks), (thrown) => thrown.error === "login_required");
});
