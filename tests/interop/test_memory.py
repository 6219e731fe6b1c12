"""The stack is small enough to leave running."""

import pathlib

import pytest
from conftest import started

MOST_MEBIBYTES = 60


@pytest.mark.skipif(not pathlib.Path("/proc/self/status").exists(), reason="reads Linux's /proc")
def test_a_stack_at_rest_is_small():
    with started() as stack:
        status = pathlib.Path(f"/proc/{stack.pid}/status").read_text()
    kibibytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
    assert kibibytes / 1024 < MOST_MEBIBYTES
