"""Every route answers as the reference says, whatever it is sent: Schemathesis tries."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

import pytest
import requests
from conftest import started
from web import PASSWORD, Web

CONFIGURATION = pathlib.Path(__file__).parent / "schemathesis.toml"
CALLBACK = "http://localhost:3000/callback"
SECONDS = 120


def test_every_route_answers_as_the_reference_says(tmp_path):
    with started() as stack:
        environment = os.environ | prepare(stack, tmp_path)
        shutil.copy(CONFIGURATION, tmp_path)
        program = pathlib.Path(sys.executable).with_name("schemathesis")
        run = subprocess.run(
            [program, "--config-file", CONFIGURATION.name, "run", f"{stack.url}/openapi.json"],
            cwd=tmp_path, env=environment, timeout=SECONDS, capture_output=True, text=True,
        )  # fmt: skip
    if run.returncode != 0:
        pytest.fail(run.stdout + run.stderr, pytrace=False)


def prepare(stack, folder: pathlib.Path) -> dict[str, str]:
    """Somebody who is signed in, and an operator, what an app asks for, and the secrets of clients."""
    web = Web(stack)
    asked = requests.Request("GET", f"{stack.url}/authorize", params={
        "client_id": "acme-web", "redirect_uri": CALLBACK, "response_type": "code", "scope": "openid",
        "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256",
    }).prepare().url  # fmt: skip
    page = web.open(asked)
    address, _ = web.register(asked)
    sealed = urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)["request"][0]
    (folder / "requests.txt").write_text(json.dumps(sealed))
    (folder / "people.txt").write_text(json.dumps(address))
    operator = Web(stack)
    operator.register(asked, "operator@acme.example")
    form = {"grant_type": "password", "client_id": "acme-app", "username": address, "password": PASSWORD}
    tokens = requests.post(f"{stack.url}/v2/token", data=form, timeout=10).json()
    callers = {
        "backoffice": stack.secrets["acme-backoffice"],
        "portal": stack.secrets["acme-portal"],
        "token": tokens["access_token"],
        "session": f"usher-session={web.session.cookies['usher-session']}",
        "operator": f"usher-session={operator.session.cookies['usher-session']}",
    }
    # Schemathesis has to find `who_calls.py`.
    return {"WHO_CALLS": json.dumps(callers), "PYTHONPATH": str(CONFIGURATION.parent)}
