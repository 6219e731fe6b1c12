"""Who Schemathesis calls as: a back office that signs, an app with a secret, a person with a token or a session."""

import json
import os

import requests
import schemathesis
from signing import known_key


class Signed(requests.auth.AuthBase):
    def __init__(self, secret: dict):
        self.key = known_key(secret)

    def __call__(self, request):
        # It may be the same call once more, with the headers of the first time.
        for name in ("content-digest", "signature", "signature-input"):
            request.headers.pop(name, None)
        self.key.sign(request)
        return request


class Header(requests.auth.AuthBase):
    def __init__(self, name: str, value: str):
        self.name, self.value = name, value

    def __call__(self, request):
        request.headers[self.name] = self.value
        return request


KNOWN = json.loads(os.environ["WHO_CALLS"])
CALLERS = {
    "^/v1/(account|approvals|customers|funnel|invitations|tenant|users|vouchers)": Signed(KNOWN["backoffice"]),
    "^/idp/v1/|^/(par|introspect|revoke)$": requests.auth.HTTPBasicAuth("acme-portal", KNOWN["portal"]["secret"]),
    "^/userinfo$": Header("authorization", f"Bearer {KNOWN['token']}"),
    "^/(account|authorize|check-details|sign-out)": Header("cookie", KNOWN["session"]),
    "^/console": Header("cookie", KNOWN["operator"]),
}
for paths, caller in CALLERS.items():
    schemathesis.auth.set_from_requests(caller).apply_to(path_regex=paths)
