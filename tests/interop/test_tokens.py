"""Tokens are verified by an independent implementation of JWT, with nothing but what is published."""

import jwt
import pytest
import requests
from web import mailed


@pytest.fixture(scope="module")
def published(stack):
    """Discovery, and the keys it leads to."""
    discovery = requests.get(f"{stack.url}/.well-known/openid-configuration", timeout=10).json()
    assert discovery["issuer"] == stack.url
    return discovery, jwt.PyJWKClient(discovery["jwks_uri"])


@pytest.fixture
def sign_in(stack, person):
    """A person who has registered, signed in; the form that signs them in; and what was answered."""
    first = {
        "grant_type": "client_credentials",
        "client_id": "acme-backoffice",
        "client_secret": stack.secrets["acme-backoffice"]["secret"],
    }
    bearer = requests.post(f"{stack.url}/v1/token", data=first, timeout=10).json()["access_token"]
    authorization = {"authorization": f"Bearer {bearer}"}
    made = requests.post(f"{stack.url}/v1/account", json=person, headers=authorization, timeout=10)
    assert made.status_code == 201, made.text
    address = person["customer_info"]["email_address"]
    code = mailed(stack, address)["code"]
    proof = {"email_address": address, "labelpartner": "acme", "code": code}
    ticket = requests.post(f"{stack.url}/v2/registration/verify", json=proof, timeout=10).json()["activation_ticket"]
    password = "plum kettle ladder forty"
    registration = {"email_address": address, "labelpartner": "acme", "pincode": password, "activation_ticket": ticket}
    registered = requests.post(f"{stack.url}/v2/registration/no-gateway", json=registration, timeout=10)
    assert registered.status_code == 200, registered.text
    form = {"grant_type": "password", "client_id": "acme-app", "username": address, "password": password, "scope": "openid email"}
    tokens = requests.post(f"{stack.url}/v2/token", data=form, timeout=10)
    assert tokens.status_code == 200, tokens.text
    return made.json(), address, tokens.json()


def verify(published, token, audience):
    discovery, keys = published
    algorithms = discovery["id_token_signing_alg_values_supported"]
    key = keys.get_signing_key_from_jwt(token)
    required = ["exp", "iat", "iss", "aud", "sub"]
    assert jwt.get_unverified_header(token)["alg"] == "ES256"
    return jwt.decode(
        token, key, algorithms=algorithms, audience=audience, issuer=discovery["issuer"], options={"require": required}
    )


def test_an_access_token_is_verified(published, sign_in, stack):
    made, _, tokens = sign_in
    token = tokens["access_token"]
    claims = verify(published, token, audience=stack.url)
    assert jwt.get_unverified_header(token)["typ"] == "at+jwt"
    assert claims["exp"] - claims["iat"] == tokens["expires_in"] == 3600
    assert claims["sub"] == made["user_id"]
    assert (claims["client_id"], claims["tenant"]) == ("acme-app", "acme")
    assert claims["jti"]
    assert claims["scope"] == tokens["scope"]


def test_an_id_token_is_verified(published, sign_in):
    made, address, tokens = sign_in
    token = tokens["id_token"]
    claims = verify(published, token, audience="acme-app")
    assert jwt.get_unverified_header(token)["typ"] != "at+jwt"
    assert (claims["sub"], claims["email"], claims["email_verified"]) == (made["user_id"], address, True)


def test_neither_passes_for_the_other(published, sign_in, stack):
    _, _, tokens = sign_in
    with pytest.raises(jwt.InvalidAudienceError):
        verify(published, tokens["id_token"], audience=stack.url)
    answer = requests.get(
        f"{stack.url}/v1/account/x", headers={"authorization": f"Bearer {tokens['id_token']}"}, timeout=10
    )
    assert answer.status_code == 401


def test_a_changed_token_is_refused(published, sign_in, stack):
    _, _, tokens = sign_in
    head, body, signature = tokens["access_token"].split(".")
    other = jwt.encode({"sub": "usr_other"}, "s" * 32).split(".")[1]
    with pytest.raises(jwt.InvalidSignatureError):
        verify(published, f"{head}.{other}.{signature}", audience=stack.url)


def test_the_published_keys_hold_nothing_private(stack):
    keys = requests.get(f"{stack.url}/.well-known/jwks.json", timeout=10).json()["keys"]
    assert keys
    for key in keys:
        assert set(key) == {"kty", "crv", "x", "y", "kid", "alg", "use"}
        assert (key["kty"], key["crv"], key["alg"], key["use"]) == ("EC", "P-256", "ES256", "sig")
