"""How long the reference implementation in C takes for one of our hashes: processor milliseconds, the median."""

import statistics
import time

from argon2.low_level import Type, hash_secret_raw


def once() -> float:
    before = time.process_time()
    hash_secret_raw(b"violet tractor reads slowly", b"sixteen octets!!", 2, 19 * 1024, 1, 32, Type.ID)
    return (time.process_time() - before) * 1000


once()
print(statistics.median(once() for _ in range(41)))
