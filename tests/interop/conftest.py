"""A stack in memory, and what every test needs of it."""

import contextlib
import os
import pathlib
import re
import subprocess
import uuid

import pytest
import requests
import yaml

# Whatever proxy there is, the stack is on this machine.
os.environ["no_proxy"] = "127.0.0.1"

ROOT = pathlib.Path(__file__).parents[2]


class Stack:
    def __init__(self, url: str, pid: int):
        self.url = url
        self.pid = pid
        demo = yaml.safe_load((ROOT / "infra/local/demo.yaml").read_text())
        self.tenants = {tenant["name"]: tenant for tenant in demo["tenants"]}
        self.secrets = {secret["client"]: secret for secret in demo["demo_secrets"]}

    def apply_tenant(self, tenant: dict) -> None:
        answer = requests.put(f"{self.url}/_local/tenants", json=tenant, timeout=10)
        assert answer.status_code == 200, answer.text


@contextlib.contextmanager
def started():
    """A stack of its own; `USHER_LOCAL` is the program to start."""
    environment = os.environ | {"USHER_PORT": "0", "USHER_DATA": ":memory:"}
    with subprocess.Popen([os.environ["USHER_LOCAL"]], env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            # It prints its address once it answers.
            first = process.stdout.readline()
            found = re.search(r"http://\S+", first)
            assert found, f"the stack did not start: {first!r}"
            yield Stack(found[0], process.pid)
        finally:
            process.terminate()
            process.communicate()


@pytest.fixture(scope="session")
def stack():
    with started() as stack:
        yield stack


@pytest.fixture
def person():
    """A body for `POST /v1/account` that nobody has sent before."""
    name = uuid.uuid4().hex
    return {
        "labelpartner": "acme",
        "customer_info": {
            "first_name": "Jane",
            "last_name": "Doe",
            "email_address": f"{name}@example.org",
            "external_account_id": name,
        },
        "installation_info": [{"external_installation_id": f"home-{name}"}],
    }
