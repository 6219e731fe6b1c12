"""Calls signed by an independent implementation of RFC 9421 are accepted; once tampered with, refused."""

import base64
import copy
import datetime
import json
import uuid

import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from http_message_signatures import algorithms
from signing import COVERED, Key, demo_key, known_key, now


def p256_key(_) -> Key:
    private = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PublicFormat.UncompressedPoint
    point = private.public_key().public_bytes(serialization.Encoding.X962, form)
    public = "ecdsa-p256-sha256:" + base64.b64encode(point).decode()
    return Key("acme-backoffice/p256", algorithms.ECDSA_P256_SHA256, private, public)


def hmac_key(_) -> Key:
    secret = uuid.uuid4().bytes + uuid.uuid4().bytes
    public = "hmac-sha256:" + base64.b64encode(secret).decode()
    return Key("acme-backoffice/shared", algorithms.HMAC_SHA256, secret, public)


@pytest.fixture(params=[demo_key, p256_key, hmac_key], scope="module")
def key(request, stack):
    key = request.param(stack)
    if key.public:
        tenant = copy.deepcopy(stack.tenants["acme"])
        backoffice = next(client for client in tenant["clients"] if client["id"] == "acme-backoffice")
        backoffice["keys"].append({"id": key.keyid.split("/")[1], "public": key.public})
        stack.apply_tenant(tenant)
    return key


@pytest.fixture
def provision(stack, person):
    """The call, not signed yet."""
    return requests.Request("POST", f"{stack.url}/v1/account", json=person).prepare()


def send(request) -> requests.Response:
    return requests.Session().send(request, timeout=10)


def assert_refused(answer, code):
    assert answer.status_code == 401, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["code"] == code


def test_a_signed_call_is_accepted(key, provision):
    key.sign(provision)
    answer = send(provision)
    assert answer.status_code == 201, answer.text
    assert answer.json()["status"] == "provisioned"


def test_a_call_without_body_is_accepted(key, provision, stack):
    key.sign(provision)
    made = send(provision).json()
    read = requests.Request("GET", f"{stack.url}/v1/account/{made['external_account_id']}?id_type=external").prepare()
    key.sign(read)
    answer = send(read)
    assert answer.status_code == 200, answer.text
    assert answer.json()["user_id"] == made["user_id"]


def test_more_covered_components_and_another_signature_do_no_harm(key, provision):
    covered = ("@authority", "content-type", "@scheme", "@path", "@query", *COVERED[:2])
    key.sign(provision, label="proxy", tag="somebody-else", nonce=None)
    key.sign(provision, covered_component_ids=covered, append_if_signature_exists=True, use_existing_digest=True)
    assert send(provision).status_code == 201


def test_a_replayed_call_has_no_second_effect(key, provision):
    key.sign(provision)
    assert send(provision).status_code == 201
    assert_refused(send(provision), "signature_replayed")


def test_a_changed_body_is_refused(key, provision):
    key.sign(provision)
    changed = json.loads(provision.body)
    changed["customer_info"]["first_name"] = "John"
    provision.prepare_body(None, None, json=changed)
    assert_refused(send(provision), "signature_refused")


def test_a_body_with_a_digest_of_its_own_is_refused(key, provision, person):
    key.sign(provision)
    person["customer_info"]["first_name"] = "John"
    changed = requests.Request("POST", provision.url, json=person).prepare()
    key.sign(changed)
    provision.body = changed.body
    provision.headers["content-digest"] = changed.headers["content-digest"]
    assert_refused(send(provision), "signature_refused")


def test_another_target_is_refused(key, provision):
    key.sign(provision)
    provision.url += "?a=b"
    assert_refused(send(provision), "signature_refused")


def test_another_host_is_refused(key, provision):
    """The target that is signed is where Usher is, whatever a request says of its host."""
    there = provision.url
    provision.url = there.replace("127.0.0.1", "evil.example")
    key.sign(provision)
    provision.url = there
    provision.headers["host"] = "evil.example"
    provision.headers["x-forwarded-host"] = "evil.example"
    assert_refused(send(provision), "signature_refused")


def test_another_method_is_refused(key, stack):
    read = requests.Request("GET", f"{stack.url}/v1/account/acc_none").prepare()
    key.sign(read)
    read.method = "DELETE"
    assert_refused(send(read), "signature_refused")


SIX_MINUTES = datetime.timedelta(minutes=6)
UNFIT = {
    "created too long ago": lambda: {"created": now() - SIX_MINUTES},
    "created in the future": lambda: {"created": now() + SIX_MINUTES},
    "expired": lambda: {"created": now() - SIX_MINUTES / 2, "expires": now() - SIX_MINUTES / 3},
    "without a nonce": lambda: {"nonce": None},
    "for another application": lambda: {"tag": "somebody-else"},
    "for no application": lambda: {"tag": None},
    "method not covered": lambda: {"covered_component_ids": ("@target-uri",)},
    "target not covered": lambda: {"covered_component_ids": ("@method", "@path")},
    "body not covered": lambda: {"body": None},
}


@pytest.mark.parametrize("changes", UNFIT.values(), ids=UNFIT.keys())
def test_an_unfit_signature_is_refused(key, provision, changes):
    key.sign(provision, **changes())
    assert_refused(send(provision), "signature_refused")


def test_a_call_without_signature_is_refused(provision):
    assert_refused(send(provision), "unauthenticated")


def test_a_stranger_with_a_known_keyid_is_refused(stack, provision):
    stranger = Key(demo_key(stack).keyid, algorithms.ED25519, ed25519.Ed25519PrivateKey.generate(), None)
    stranger.sign(provision)
    assert_refused(send(provision), "signature_refused")


def test_an_unknown_key_is_refused(stack, provision):
    stranger = Key("acme-backoffice/none", algorithms.ED25519, ed25519.Ed25519PrivateKey.generate(), None)
    stranger.sign(provision)
    assert_refused(send(provision), "signature_refused")


def test_a_public_key_is_no_shared_secret(stack, provision):
    """The algorithm is the key's, not the message's (RFC 9421 section 7.3.6)."""
    public = stack.tenants["acme"]["clients"][0]["keys"][0]["public"].removeprefix("ed25519:")
    confused = Key(demo_key(stack).keyid, algorithms.HMAC_SHA256, base64.b64decode(public), None)
    confused.sign(provision)
    assert_refused(send(provision), "signature_refused")


def test_another_tenants_key_is_refused(stack, provision):
    """The tenant is the credential's: what the body says is only compared."""
    known_key(stack.secrets["netgrid-backoffice"]).sign(provision)
    answer = send(provision)
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_tenant")
