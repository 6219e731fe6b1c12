"""An app that speaks OpenID Connect by Authlib, which knows nothing of Usher but its address.

Authlib carries out the flow and checks the claims of ID tokens; joserfc, another library, checks signatures.
"""

import base64
import copy
import secrets
import time
import urllib.parse

import pytest
import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.base_client.sync_openid import OpenIDMixin
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken, UserInfo
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OKPKey
from joserfc.jwt import JWTClaimsRegistry
from web import PASSWORD, Web

CALLBACK = "http://localhost:3000/callback"
SCOPE = "openid profile email offline_access"


class App(OpenIDMixin):
    """An app, as it starts: it is told the address of the provider and who it is itself."""

    def __init__(self, stack, client_id, **known):
        self.client_id = client_id
        self.provider = requests.get(f"{stack.url}/.well-known/openid-configuration", timeout=10).json()
        self.keys = KeySet.import_key_set(requests.get(self.provider["jwks_uri"], timeout=10).json())
        self.known = {"client_id": client_id, "scope": SCOPE, "redirect_uri": CALLBACK, "default_timeout": 10} | known

    def load_server_metadata(self) -> dict:
        return self.provider

    def session(self) -> OAuth2Session:
        return OAuth2Session(**self.known, code_challenge_method="S256", token_endpoint=self.provider["token_endpoint"])

    def ask(self, **more):
        """Where somebody is sent to sign in, and what the answer is checked by."""
        verifier, nonce, session = secrets.token_urlsafe(48), secrets.token_urlsafe(16), self.session()
        endpoint = self.provider["authorization_endpoint"]
        url, state = session.create_authorization_url(endpoint, code_verifier=verifier, nonce=nonce, **more)
        return session, url, {"state": state, "code_verifier": verifier}, nonce

    def sign_in(self, web: Web):
        """A session with the tokens of somebody who is signed in already."""
        session, url, kept, nonce = self.ask()
        return session, session.fetch_token(authorization_response=web.open(url), **kept), nonce

    def identity(self, tokens, nonce=None) -> CodeIDToken:
        """What the ID token says, once everything about it was checked."""
        token = jwt.decode(tokens["id_token"], self.keys, algorithms=["ES256"])
        expected = {"iss": {"value": self.provider["issuer"]}, "aud": {"value": self.client_id}}
        about = {"nonce": nonce, "client_id": self.client_id, "access_token": tokens["access_token"]}
        claims = CodeIDToken(token.claims, token.header, expected, about)
        claims.validate()
        return claims

    def access(self, tokens) -> dict:
        """What the access token says, as an API reads it (RFC 9068)."""
        token = jwt.decode(tokens["access_token"], self.keys, algorithms=["ES256"])
        assert token.header["typ"] == "at+jwt"
        issuer = self.provider["issuer"]
        required = {name: {"essential": True} for name in ("sub", "iat", "exp", "jti", "client_id")}
        named = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": issuer}}
        JWTClaimsRegistry(**required, **named).validate(token.claims)
        return token.claims


@pytest.fixture(scope="module")
def public(stack) -> App:
    return App(stack, "acme-web")


@pytest.fixture(scope="module")
def jane(stack, public):
    """Somebody who has registered on the way to the app, their browser, and the answer that it brought."""
    web = Web(stack)
    session, url, kept, nonce = public.ask()
    address, back = web.register(url)
    return web, address, (session.fetch_token(authorization_response=back, **kept), nonce, back)


def test_somebody_who_registers_on_the_way_comes_back_signed_in(public, jane):
    _, address, (tokens, nonce, back) = jane
    answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(back).query))
    assert answer["iss"] == public.provider["issuer"]
    identity, access = public.identity(tokens, nonce), public.access(tokens)
    assert (identity["email"], identity["email_verified"], identity["given_name"]) == (address, True, "Zoë")
    assert (access["sub"], access["client_id"], access["scope"]) == (identity["sub"], "acme-web", tokens["scope"])
    assert (tokens["token_type"], tokens["expires_in"]) == ("Bearer", 3600)


def test_whoever_is_signed_in_comes_back_at_once(public, jane):
    web, address, (first, _, _) = jane
    _, tokens, nonce = public.sign_in(web)
    identity = public.identity(tokens, nonce)
    assert identity["email"] == address
    assert identity["auth_time"] == public.identity(first)["auth_time"]


def test_a_code_is_refused_without_its_verifier(public, jane):
    web, _, _ = jane
    session, url, kept, _ = public.ask()
    wrong = kept | {"code_verifier": secrets.token_urlsafe(48)}
    with pytest.raises(OAuthError, match="invalid_grant"):
        session.fetch_token(authorization_response=web.open(url), **wrong)


def test_a_refresh_token_is_good_once_and_its_second_use_ends_the_sign_in(public, jane):
    web, address, _ = jane
    session, first, nonce = public.sign_in(web)
    second = session.refresh_token(refresh_token=first["refresh_token"])
    identity = public.identity(second)
    assert (identity["email"], identity["sub"]) == (address, public.identity(first, nonce)["sub"])
    assert public.access(second)["jti"] != public.access(first)["jti"]
    third = session.refresh_token(refresh_token=second["refresh_token"])
    for used in (second, third):
        with pytest.raises(OAuthError, match="invalid_grant"):
            session.refresh_token(refresh_token=used["refresh_token"])


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_a_client_shows_its_secret(stack, jane, method):
    web, _, _ = jane
    secret = stack.secrets["acme-portal"]["secret"]
    portal = App(stack, "acme-portal", client_secret=secret, token_endpoint_auth_method=method)
    session, tokens, nonce = portal.sign_in(web)
    assert portal.identity(tokens, nonce)["aud"] == "acme-portal"
    session.client_secret = "somebody else's"
    with pytest.raises(OAuthError, match="invalid_client"):
        session.refresh_token(refresh_token=tokens["refresh_token"])
    session.client_secret = secret
    assert session.refresh_token(refresh_token=tokens["refresh_token"])["id_token"]


def test_an_app_is_told_of_the_person_until_the_sign_in_ends(public, jane):
    web, address, _ = jane
    session, tokens, nonce = public.sign_in(web)
    userinfo = public.provider["userinfo_endpoint"]
    told = UserInfo(session.get(userinfo).json())
    assert (told.sub, told.email) == (public.identity(tokens, nonce)["sub"], address)
    ended = session.revoke_token(public.provider["revocation_endpoint"], token=tokens["refresh_token"])
    assert ended.status_code == 200
    assert session.get(userinfo).status_code == 401


def test_a_client_with_a_secret_learns_whether_its_tokens_count(stack, jane):
    web, _, _ = jane
    portal = App(stack, "acme-portal", client_secret=stack.secrets["acme-portal"]["secret"])
    session, tokens, nonce = portal.sign_in(web)
    sub = portal.identity(tokens, nonce)["sub"]

    def counts(name):
        return session.introspect_token(portal.provider["introspection_endpoint"], token=tokens[name]).json()

    for name in ("access_token", "refresh_token"):
        assert (counts(name)["active"], counts(name)["sub"]) == (True, sub)
    session.revoke_token(portal.provider["revocation_endpoint"], token=tokens["access_token"])
    assert [counts(name) for name in ("access_token", "refresh_token")] == [{"active": False}] * 2


KEYS = {
    "ES256": lambda: (ECKey.generate_key("P-256"), "ecdsa-p256-sha256"),
    "Ed25519": lambda: (OKPKey.generate_key("Ed25519"), "ed25519"),
    "EdDSA": lambda: (OKPKey.generate_key("Ed25519"), "ed25519"),
}


@pytest.fixture(params=KEYS)
def signing(request, stack):
    """The portal, once it has a key in place of its secret, and how it signs who it is."""
    key, kind = KEYS[request.param]()
    members = key.as_dict(private=False)
    point = b"".join(base64.urlsafe_b64decode(members[part] + "==") for part in ("x", "y") if part in members)
    octets = (b"\x04" if "y" in members else b"") + point
    tenant = copy.deepcopy(stack.tenants["acme"])
    portal = next(client for client in tenant["clients"] if client["id"] == "acme-portal")
    del portal["secret_sha256"]
    portal["keys"] = [{"id": "one", "public": f"{kind}:{base64.b64encode(octets).decode()}"}]
    stack.apply_tenant(tenant)
    yield App(stack, "acme-portal", client_secret=key, token_endpoint_auth_method="private_key_jwt"), request.param
    stack.apply_tenant(stack.tenants["acme"])


def sign(app: App, session: OAuth2Session, algorithm: str) -> None:
    """Authlib's own settings for what Usher asks of an assertion: the issuer as audience, its type, and a short life.

    They are made anew for each request, since Authlib keeps the `jti` among the claims it is given.
    """
    settings = {"claims": {"exp": int(time.time()) + 60}, "headers": {"typ": "client-authentication+jwt"}}
    session.register_client_auth_method(PrivateKeyJWT(app.provider["issuer"], alg=algorithm, **settings))


# The name that EdDSA has since RFC 9864 is Ed25519; either is taken.
@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")
def test_a_client_signs_who_it_is(signing, jane):
    portal, algorithm = signing
    web, address, _ = jane
    session, url, kept, nonce = portal.ask()
    sign(portal, session, algorithm)
    tokens = session.fetch_token(authorization_response=web.open(url), **kept)
    assert portal.identity(tokens, nonce)["email"] == address
    with pytest.raises(OAuthError, match="invalid_client"):
        session.refresh_token(refresh_token=tokens["refresh_token"])
    sign(portal, session, algorithm)
    assert session.refresh_token(refresh_token=tokens["refresh_token"])["id_token"]


def test_an_app_signs_a_person_out(stack, public, jane):
    _, address, _ = jane
    web = Web(stack)
    session, url, kept, _ = public.ask()
    back = web.send(web.open(url), email=address, password=PASSWORD)
    tokens = session.fetch_token(authorization_response=back, **kept)
    wanted = {"post_logout_redirect_uri": "http://localhost:3000/", "state": "gone"}
    leaving = public.create_logout_url(id_token_hint=tokens["id_token"], **wanted)
    assert web.send(web.open(leaving["url"]), confirm="yes") == "http://localhost:3000/?state=gone"
    _, url, _, _ = public.ask(prompt="none")
    assert "error=login_required" in web.open(url)
