"""`usher tenants`, as whoever configures a tenant types it, on a stack of its own."""

import base64
import os
import re
import subprocess
import uuid

import pytest
import yaml
from conftest import started

SHARED, ANOTHER = ("hmac-sha256:" + base64.b64encode(secret * 32).decode() for secret in (b"a", b"b"))
BRAND = f"""\
name: brand
display_name: Brand
sender: {{ name: Brand, address: hello@brand.example }}
hosts: [brand.localhost]
clients:
  - id: brand-office
    kind: server
    configures: true
    keys:
      - {{ id: "1", public: "{SHARED}" }}
"""
ACME = "{ name: acme, display_name: Acme, sender: { name: Acme, address: hello@acme.example } }"


@pytest.fixture
def stack():
    with started() as stack:
        yield stack


class Usher:
    """The program with its folder, in an environment that says nothing but where the stack is."""

    def __init__(self, stack, folder):
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("USHER_", "AWS_"))}
        self.environment = kept | {"USHER_URL": stack.url}

    def __call__(self, *words, status=0):
        run = subprocess.run(
            [os.environ["USHER"], "tenants", *words],
            cwd=self.folder, env=self.environment, timeout=60, capture_output=True, text=True,
        )  # fmt: skip
        assert run.returncode == status, (words, run.stdout, run.stderr)
        return run

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return name


@pytest.fixture
def usher(stack, tmp_path):
    return Usher(stack, tmp_path)


def lines(run) -> list[str]:
    return run.stdout.splitlines()


def versions(usher, *words) -> list[tuple[int, str]]:
    """Version and who, as the history lists them; the time is one in UTC."""
    head, *rows = lines(usher("history", *words))
    assert head.split() == ["version", "at", "by"]
    found = [re.fullmatch(r" *(\d+)  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  (.+)", row) for row in rows]
    assert all(found), rows
    return [(int(row[1]), row[2]) for row in found]


def test_a_document_is_exported_edited_compared_applied_and_brought_back(stack, usher):
    first = usher("export").stdout
    head, *_ = first.splitlines()
    assert head == f"# yaml-language-server: $schema={stack.url}/schemas/tenant.json"
    assert list(yaml.safe_load(first))[:3] == ["name", "display_name", "default_locale"]
    assert "null" not in first
    usher.write("first.yaml", first)
    assert lines(usher("diff", "-f", "first.yaml")) == ["acme: nothing would change, it is version 1"]
    # Applied as it is, it makes no version.
    usher("apply", "-f", "first.yaml")
    assert versions(usher) == [(1, "demo")]

    edited = first.replace("#0b6b4f", "#123456").replace("display_name: Acme Web", "display_name: Acme Net")
    edited = edited.replace("hosts:\n- acme.localhost\n", "") + "- id: new-app\n  kind: app\n"
    usher.write("edited.yaml", edited)
    assert lines(usher("diff", "-f", "edited.yaml", status=1))[:-1] == [
        "acme, version 1:",
        '  ~ /brand/colour  "#0b6b4f" → "#123456"',
        '  - /hosts  ["acme.localhost"]',
        '  ~ /clients/acme-web/display_name  "Acme Web" → "Acme Net"',
    ]
    assert lines(usher("diff", "-f", "edited.yaml", status=1))[-1].startswith('  + /clients/new-app  {"id":"new-app",')
    assert versions(usher) == [(1, "demo")], "a comparison changes nothing"

    assert lines(usher("apply", "-f", "edited.yaml")) == ["acme is applied"]
    assert versions(usher) == [(2, "local"), (1, "demo")]
    usher("diff", "-f", "edited.yaml")
    assert usher("export", "--at", "1").stdout == first

    # A program of the tenant's may not change its hosts: whoever runs the deployment brings them back.
    refused = usher("rollback", "1", status=1)
    assert "/hosts: is for whoever runs the deployment to change" in refused.stderr
    usher.write("hosts.yaml", edited.replace("agreements:\n", "hosts: [acme.localhost]\nagreements:\n"))
    usher("apply", "-f", "hosts.yaml")

    planned = lines(usher("rollback", "1", "--dry-run"))
    assert planned[:2] == ["acme, version 3:", '  ~ /brand/colour  "#123456" → "#0b6b4f"']
    assert any(line.startswith("  - /clients/new-app  ") for line in planned)
    assert versions(usher)[0] == (3, "local"), "a dry run changes nothing"
    assert lines(usher("rollback", "1")) == ["acme is version 4 now, which says what version 1 did"]
    assert versions(usher) == [(4, "acme-backoffice"), (3, "local"), (2, "local"), (1, "demo")]
    usher("diff", "-f", "first.yaml")
    assert usher("export").stdout == first
    assert lines(usher("rollback", "1")) == ["acme stays version 4, which says what version 1 does"]


def test_it_is_told_where_a_connection_leads_to_another_provider(usher):
    (usher.folder / "key").write_text(SHARED)
    own = ("--keyid", "brand-office/1", "--key-file", "key")

    def file(provider):
        connection = f"""\
connections:
  - id: brand-login
    display_name: Brand account
    oidc: {{ issuer: "https://{provider}.example", client_id: usher, client_authentication: private_key_jwt }}
"""
        return usher.write(f"{provider}.yaml", BRAND + connection)

    def told(run):
        return "/connections/0/oidc/issuer: is another provider than before" in run.stderr

    assert not told(usher("apply", "-f", file("first")))
    assert not told(usher("diff", "-f", file("first"), *own))
    assert told(usher("diff", "-f", file("second"), *own, status=1))
    assert told(usher("apply", "-f", file("second"), *own))
    assert not told(usher("apply", "-f", file("second")))
    assert told(usher("apply", "-f", file("third")))


def test_a_client_of_the_tenants_own_changes_it_with_its_key(usher):
    usher.write("brand.yaml", BRAND)
    usher("apply", "-f", "brand.yaml")
    (usher.folder / "key").write_text(SHARED)
    own = ("--keyid", "brand-office/1", "--key-file", "key")

    exported = usher("export", *own).stdout
    assert "public: hmac-sha256:kept" in exported and SHARED not in exported
    usher.write("exported.yaml", exported)
    assert usher("diff", "-f", "exported.yaml", *own).stderr == ""
    # A secret that the file says cannot be compared, which is told.
    note = usher("diff", "-f", "brand.yaml", *own).stderr
    assert note == "brand.yaml:10: note: /clients/0/keys/0/public: is a secret, and not compared with the one that is there\n"

    usher.write("edited.yaml", exported.replace("display_name: Brand", "display_name: Brand Two"))
    assert lines(usher("apply", "-f", "edited.yaml", *own)) == ["brand is applied: version 2"]
    assert versions(usher, *own) == [(2, "brand-office"), (1, "local")]

    # Everything that the deployment minds has its pointer and its line.
    usher.write("far.yaml", BRAND.replace("brand.localhost", "else.localhost").replace("hello@", "other@"))
    refused = usher("apply", "-f", "far.yaml", *own, status=1).stderr.splitlines()
    assert [line.split(" is for whoever")[0] for line in refused[:-1]] == [
        "far.yaml:4: /hosts:",
        "far.yaml:3: /sender/address:",
    ]
    assert refused[-1].startswith("usher: brand was not applied: ")
    assert versions(usher, *own)[0] == (2, "brand-office")

    # The key is of no other tenant.
    usher.write("acme.yaml", usher("export").stdout)
    for command, status in (("apply", 1), ("diff", 2)):
        refused = usher(command, "-f", "acme.yaml", *own, status=status).stderr.splitlines()[-1]
        assert refused.startswith("usher: the key brand-office/1 is of the tenant brand, not of acme"), refused
    usher("history", "--tenant", "acme", *own, status=1)
    both = yaml.safe_dump({"tenants": [yaml.safe_load(edited) | {"display_name": "Three"} for edited in (BRAND, ACME)]})
    usher.write("both.yaml", both)
    usher("apply", "-f", "both.yaml", *own, status=1)
    assert versions(usher, *own)[0] == (2, "brand-office"), "nothing is applied before all is known"


def test_a_secret_that_is_gone_is_not_brought_back_unseen(usher):
    machine = f'  - id: machine\n    kind: server\n    keys: [{{ id: "1", public: "{ANOTHER}" }}]\n'
    usher.write("both.yaml", BRAND + machine)
    usher("apply", "-f", "both.yaml")
    usher.write("brand.yaml", BRAND)
    usher("apply", "-f", "brand.yaml")
    (usher.folder / "key").write_text(SHARED)
    own = ("--keyid", "brand-office/1", "--key-file", "key")
    refused = usher("rollback", "1", *own, status=1).stderr.splitlines()
    assert refused[0].startswith("/clients/1/keys/0/public: is kept, but the client has no HMAC key of this id")
    usher.write("past.yaml", usher("export", "--at", "1", *own).stdout)
    refused = usher("diff", "-f", "past.yaml", *own, status=2).stderr.splitlines()
    assert re.match(r"past.yaml:\d+: /clients/1/keys/0/public: is kept, but", refused[0])
    assert versions(usher, *own) == [(2, "local"), (1, "local")]


def test_a_wrong_file_is_told_with_every_line_and_applied_nowhere(usher):
    wrong = "name: acme\ndisplay_name: A\nsender: { name: A, address: a@a.example }\nlink_life_seconds: soon\nshape: round\n"
    usher.write("wrong.yaml", wrong)
    for command, status in (("apply", 1), ("diff", 2)):
        told = usher(command, "-f", "wrong.yaml", status=status).stderr.splitlines()
        assert [line.split(" ")[0] for line in told[:-1]] == ["wrong.yaml:4:", "wrong.yaml:5:"]
        assert told[-1] == "usher: wrong.yaml: 2 to mend, nothing was applied"
    assert versions(usher) == [(1, "demo")]
    for words, status in (
        (("diff", "-f", "nowhere.yaml"), 2),
        (("rollback", "9"), 1),
        (("export", "--tenant", "nobody"), 1),
        (("export", "--at", "9"), 1),
    ):
        told = usher(*words, status=status)
        assert told.stdout == "" and len(told.stderr.splitlines()) == 1, told


def test_a_long_history_is_told_whole(stack, usher):
    tenant = stack.tenants["netgrid"]
    for _ in range(101):
        stack.apply_tenant(tenant | {"display_name": uuid.uuid4().hex})
    assert [version for version, _ in versions(usher, "--tenant", "netgrid")] == list(range(102, 0, -1))


def test_a_reader_who_has_seen_enough_is_no_failure(usher):
    command = f"set -o pipefail; {os.environ['USHER']} tenants export | head -1"
    run = subprocess.run(["bash", "-c", command], env=usher.environment, timeout=60, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_stack_that_is_not_there_is_told_in_a_sentence(usher):
    usher.environment |= {"AWS_EC2_METADATA_DISABLED": "true", "HOME": str(usher.folder)}
    for words, status in (
        (("export",), 1), (("history",), 1), (("rollback", "1"), 1), (("diff", "-f", "brand.yaml"), 2),
    ):  # fmt: skip
        usher.write("brand.yaml", BRAND)
        told = usher(*words, "--stack", "dev", status=status).stderr
        assert told == "usher: no AWS region is set; set AWS_REGION, or a region in the profile\n"


def test_the_demos_secrets_are_for_this_machine_alone(usher):
    usher.environment |= {"USHER_URL": "https://id.acme.example"}
    usher.write("acme.yaml", BRAND)
    for command, status in (("apply", 1), ("diff", 2)):
        told = usher(command, "-f", "acme.yaml", status=status).stderr
        assert told.startswith("usher: the demo keys are known to everybody and never leave this machine"), told
