// What a provider of others, oauth2-mock-server, can be made to say: only what is right lets anybody in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Events, OAuth2Server } from "oauth2-mock-server";
import { connect } from "./connect.mjs";
import { Stack } from "./support.mjs";

const here = {};
before(async () => {
  here.stack = await Stack.start();
  here.server = new OAuth2Server();
  for (const algorithm of ["RS256", "ES256", "PS256"]) await here.server.issuer.keys.generate(algorithm);
  await here.server.start(0, "localhost");
  await connect(here.stack, [{
    id: "acme-login", display_name: "Acme account",
    oidc: { issuer: here.server.issuer.url, client_id: "usher", client_secret: "s3cret", newcomers: "create_user" },
  }]);
});
after(async () => {
  await here.server?.stop();
  await here.stack?.stop();
});

/** Goes to the provider and comes back; gives the last answer of ours. */
async function signIn(change = () => {}) {
  const start = await fetch(`${here.stack.url}/sso/start?labelpartner=acme&connection=acme-login`, { redirect: "manual" });
  assert.equal(start.status, 303, await start.clone().text());
  const cookie = start.headers.getSetCookie().map((set) => set.split(";")[0]).join("; ");
  const there = await fetch(start.headers.get("location"), { redirect: "manual" });
  here.server.service.on(Events.BeforeTokenSigning, change);
  try {
    const back = await fetch(there.headers.get("location"), { redirect: "manual", headers: { cookie, accept: "text/html" } });
    return { status: back.status, to: back.headers.get("location"), cookies: back.headers.getSetCookie().join() };
  } finally {
    here.server.service.off(Events.BeforeTokenSigning, change);
  }
}

/** Claims of somebody whose address is proven, in the ID token alone. */
const jane = (more = {}) => ({ payload }) => Object.assign(payload, {
  sub: "jane", email: "jane.mock@example.org", email_verified: true, given_name: "Jane", ...more,
});

test("somebody whose token is right is let in", async () => {
  const { status, to, cookies } = await signIn(jane());
  assert.deepEqual([status, to], [303, "/account"], JSON.stringify({ status, to }));
  assert.match(cookies, /usher-session=/);
});

const forgeries = {
  "another issuer": (token) => { token.payload.iss = "https://evil.example"; },
  "another audience": (token) => { token.payload.aud = "somebody-else"; },
  "several audiences and no party": (token) => { token.payload.aud = ["usher", "somebody-else"]; },
  "another party": (token) => { token.payload.azp = "somebody-else"; },
  "another nonce": (token) => { token.payload.nonce = "other"; },
  "no nonce": (token) => { delete token.payload.nonce; },
  "a nonce of another type": (token) => { token.payload.nonce = [token.payload.nonce]; },
  "a time that is over": (token) => { token.payload.exp = 1; },
  "a time to come": (token) => { token.payload.iat = Math.floor(Date.now() / 1000) + 3600; },
  "no subject": (token) => { token.payload.sub = ""; },
  "a subject that is a number": (token) => { token.payload.sub = 7; },
  "a subject that is a list": (token) => { token.payload.sub = ["jane"]; },
  "a long subject": (token) => { token.payload.sub = "x".repeat(256); },
  "an access token's type": (token) => { token.header.typ = "at+jwt"; },
  "a key that nobody published": (token) => { token.header.kid = "other"; },
};
for (const [what, forge] of Object.entries(forgeries)) {
  test(`a token with ${what} lets nobody in`, async () => {
    const { status, cookies } = await signIn((token) => { jane()(token); forge(token); });
    assert.equal(status, 403);
    assert.doesNotMatch(cookies, /usher-session=/);
  });
}

for (const [told, status] of [[true, 303], [false, 303], ["true", 303], [undefined, 303]]) {
  test(`an address whose email_verified is ${JSON.stringify(told)} makes an account only where that is true`, async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const claims = { sub: `sub-${email}`, email };
    if (told !== undefined) claims.email_verified = told;
    const answer = await signIn(({ payload }) => {
      delete payload.email_verified;
      Object.assign(payload, claims);
    });
    assert.equal(answer.status, status);
    const { users } = await here.stack.call("GET", `/v1/users?email=${email}`);
    assert.equal(users.length, told === true ? 1 : 0);
    assert.match(answer.to, told === true ? /^\/account$/ : /^\/sso\/complete/);
  });
}
