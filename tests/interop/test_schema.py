"""The published schema is one, by an independent implementation, and fits what is applied and what is told."""

import copy

import jsonschema_rs
import pytest
import requests
from signing import known_key


@pytest.fixture(scope="module")
def schema(stack):
    answer = requests.get(f"{stack.url}/schemas/tenant.json", timeout=10)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/schema+json"
    return answer.json()


@pytest.fixture(scope="module")
def validator(schema):
    return jsonschema_rs.Draft202012Validator(schema)


def told(stack, name: str) -> dict:
    """The document as the API tells it to the tenant's back office."""
    call = requests.Request("GET", f"{stack.url}/v1/tenant").prepare()
    known_key(stack.secrets[f"{name}-backoffice"]).sign(call)
    answer = requests.Session().send(call, timeout=10)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_it_is_a_schema_of_the_draft_that_it_names(schema):
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert jsonschema_rs.meta.is_valid(schema)


@pytest.mark.parametrize("name", ["acme", "netgrid"])
def test_documents_are_valid_as_they_are_applied_and_as_they_are_told(stack, validator, name):
    validator.validate(stack.tenants[name])
    validator.validate(told(stack, name))


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/displayname", "Acme"),
        ("/brand/shape", "round"),
        ("/clients/0/secret", "x"),
        ("/link_life_seconds", "soon"),
        ("/invite_on_provision", "yes"),
        ("/clients/0/keys", {}),
        ("/clients/0/kind", "robot"),
        ("/clients/0/grants", ["magic"]),
        ("/onboarding/kinds/government", {"enabled": True}),
        ("/password_policy", "none"),
        ("/name", "Acme Energy"),
    ],
)
def test_what_is_wrong_is_not_valid_and_its_place_is_told(stack, validator, pointer, value):
    document = copy.deepcopy(stack.tenants["acme"])
    *around, member = pointer.split("/")[1:]
    place = document
    for step in around:
        place = place[int(step) if step.isdigit() else step]
    place[member] = value
    errors = list(validator.iter_errors(document))
    assert errors
    parent = [int(step) if step.isdigit() else step for step in around]
    assert any(error.instance_path[: len(parent)] == parent for error in errors), errors


def test_what_has_to_be_there_is_missed(stack, validator):
    for member in ("name", "display_name", "sender"):
        document = {key: value for key, value in stack.tenants["acme"].items() if key != member}
        assert not validator.is_valid(document), member
