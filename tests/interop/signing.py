"""Calls signed by an independent implementation of RFC 9421."""

import base64
import datetime
import uuid

from cryptography.hazmat.primitives.asymmetric import ed25519
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms

COVERED = ("@method", "@target-uri", "content-digest")


def now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.UTC)


class Key:
    """A key that a client signs with, and the form in which its other half is registered."""

    def __init__(self, keyid, algorithm, private, public):
        self.keyid, self.algorithm, self.private, self.public = keyid, algorithm, private, public

    def sign(self, request, **changes):
        options = {
            "key_id": self.keyid,
            "created": now(),
            "nonce": uuid.uuid4().hex,
            "tag": "usher",
            "covered_component_ids": COVERED[:2],
            "body": request.body or None,
        }
        resolver = MappingKeyResolver(public_keys={}, private_keys={self.keyid: self.private})
        HTTPMessageSigner(signature_algorithm=self.algorithm, key_resolver=resolver).sign(request, **(options | changes))


def demo_key(stack) -> Key:
    return known_key(stack.secrets["acme-backoffice"])


def known_key(secret: dict) -> Key:
    seed = base64.b64decode(secret["private_key"].removeprefix("ed25519:"))
    return Key(secret["keyid"], algorithms.ED25519, ed25519.Ed25519PrivateKey.from_private_bytes(seed), None)
