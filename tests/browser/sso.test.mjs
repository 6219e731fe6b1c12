// People who sign in with an identity provider of others, oidc-provider, which is asked about its own tokens (RFC 7662).
//
// It knows nothing of Usher but a client id and a secret, and answers as any deployment of it would: opaque tokens, `sub`, `exp`.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import Provider from "oidc-provider";
import * as client from "openid-client";
import { connect } from "./connect.mjs";
import { PASSWORD, Stack } from "./support.mjs";

const SECRET = "secret-of-usher-at-the-provider";
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

const here = {};
before(async () => {
  here.stack = await Stack.start();
  here.login = await login();
});
after(async () => {
  here.login?.server.close();
  await here.stack?.stop();
});

/** The provider, on the own machine. */
async function login() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const of = (method) => ({
    client_id: `usher-${method}`, client_secret: SECRET, token_endpoint_auth_method: method,
    redirect_uris: [], response_types: [], grant_types: [],
  });
  const app = { client_id: "app", token_endpoint_auth_method: "none", redirect_uris: ["http://localhost:3000/callback"] };
  const provider = new Provider(url, {
    clients: [of("client_secret_post"), of("client_secret_basic"), app],
    features: {
      devInteractions: { enabled: false },
      // Usher is no client of the app's: it may ask about tokens of others.
      introspection: { enabled: true, allowedPolicy: (_, asking) => asking.clientId.startsWith("usher-") },
      revocation: { enabled: true },
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  server.on("request", provider.callback());
  return { server, provider, url };
}

/** What the provider gives an app for somebody who has signed in there. */
async function tokenFor(subject) {
  const { provider } = here.login;
  const grant = new provider.Grant({ accountId: subject, clientId: "app" });
  grant.addOIDCScope("openid");
  const app = await provider.Client.find("app");
  const token = new provider.AccessToken({
    accountId: subject, client: app, grantId: await grant.save(), scope: "openid", gty: "authorization_code",
  });
  const value = await token.save();
  return { value, revoke: () => token.destroy() };
}

/** Gives the tenant the connection, as its back office does. */
async function connectBy(method) {
  await connect(here.stack, [{
    id: "acme-login", display_name: "Acme account",
    introspection: {
      url: `${here.login.url}/token/introspection`, client_id: `usher-${method}`, client_secret: SECRET,
      client_authentication: method, subject: "/sub",
    },
  }], (document) => {
    document.clients.find(({ id }) => id === "acme-app").grants = ["password", "refresh_token", "token_exchange"];
  });
}

async function bring(path, token, headers = {}) {
  const body = { external_provider_access_token: token, ...(headers.authorization ? {} : { client_id: "acme-app" }) };
  const answer = await fetch(`${here.stack.url}${path}`, {
    method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body),
  });
  return { status: answer.status, ...await answer.json() };
}

const register = (token) => bring("/v2/registration/introspection/sso-user", token);
const exchange = (token) => bring("/v2/sso/exchange-token", token);

/** Somebody whom the back office makes known by what the provider calls them. */
async function known() {
  const subject = `subject-${crypto.randomUUID()}`;
  const address = `${crypto.randomUUID()}@example.org`;
  const made = await here.stack.call("POST", "/v1/account", {
    labelpartner: "acme", installation_info: [{ external_installation_id: `home-${subject}` }],
    customer_info: {
      first_name: "Zoë", last_name: "Müller", email_address: address, external_account_id: subject,
      external_authentication_provider_id: subject,
    },
  });
  return { subject, address, id: made.account_id };
}

for (const method of ["client_secret_post", "client_secret_basic"]) {
  test(`somebody comes from their provider, which knows us by ${method}`, async () => {
    await connectBy(method);
    const { subject, address, id } = await known();
    const token = await tokenFor(subject);
    assert.deepEqual(await exchange(token.value).then(({ status, code }) => [status, code]), [403, "sso_not_registered"]);
    assert.deepEqual(await register(token.value), { status: "ok", message: "ok" });
    assert.equal((await here.stack.call("GET", `/v1/account/${id}`)).status, "registered");
    const tokens = await exchange(token.value);
    assert.deepEqual([tokens.status, tokens.tokenType, tokens.expiresIn], [200, "Bearer", 3600]);
    const told = await fetch(`${here.stack.url}/userinfo`, { headers: { authorization: `Bearer ${tokens.accessToken}` } });
    assert.equal((await told.json()).email, address);

    // A library of others does the same by RFC 8693, and checks the ID token's signature.
    const execute = [client.allowInsecureRequests, client.enableNonRepudiationChecks];
    const app = await client.discovery(new URL(here.stack.url), "acme-app", undefined, client.None(), { execute });
    const asked = { subject_token: token.value, subject_token_type: ACCESS_TOKEN, scope: "openid email" };
    const standard = await client.genericGrantRequest(app, EXCHANGE, asked);
    assert.equal(standard.issued_token_type, ACCESS_TOKEN);
    assert.deepEqual([standard.claims().email, standard.claims().email_verified], [address, false]);

    // The provider's word counts at this moment.
    await token.revoke();
    assert.equal((await exchange(token.value)).code, "external_token_refused");
    await assert.rejects(client.genericGrantRequest(app, EXCHANGE, asked), ({ error }) => error === "invalid_request");
  });
}

test("somebody with a password moves to their provider, and the password ends", async () => {
  const { address, id } = await known();
  const { links } = await here.stack.mail(address);
  const answer = await fetch(`${here.stack.url}/v2/registration/verify`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: new URL(links.find((link) => link.includes("token="))).searchParams.get("token") }),
  });
  const { activation_ticket } = await answer.json();
  const set = await fetch(`${here.stack.url}/v2/registration/no-gateway`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ email_address: address, pincode: PASSWORD, labelpartner: "acme", activation_ticket }),
  });
  assert.equal(set.status, 200, await set.text());
  const { access_token } = await (await here.stack.token(address, PASSWORD)).json();
  const stranger = await tokenFor(`subject-${crypto.randomUUID()}`);
  const move = (token) => bring("/v2/registration/introspection/migrate-sso-user", token, { authorization: `Bearer ${access_token}` });
  assert.equal((await move(stranger.value)).code, "external_identity_differs");
  const account = await here.stack.call("GET", `/v1/account/${id}`);
  const own = await tokenFor(account.external_authentication_provider_id);
  assert.equal((await register(own.value)).code, "sso_migration_needed");
  assert.equal((await move(own.value)).message, "ok");
  assert.equal((await here.stack.token(address, PASSWORD)).status, 400);
  assert.equal((await exchange(own.value)).status, 200);
});
