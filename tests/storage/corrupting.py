"""Copies of a file, damaged as disks and programs do it. What a seed makes, it makes again."""

from __future__ import annotations

import random

PAGE = 4096
WAYS = ("a bit", "bits", "a byte", "bytes", "zeros", "a page", "garbage", "cut off", "swapped")


def corrupted(whole: bytes, seed: int) -> tuple[str, bytes]:
    """How the copy of this seed was damaged, and the copy."""
    chance = random.Random(seed)
    way = WAYS[seed % len(WAYS)]
    data = bytearray(whole)
    pages = len(data) // PAGE
    at = chance.randrange(len(data))
    # Half of what is damaged lies in the first page of a table, where everything begins.
    if chance.random() < 0.2:
        at = chance.randrange(PAGE)
    page = at // PAGE * PAGE
    match way:
        case "a bit":
            data[at] ^= 1 << chance.randrange(8)
        case "bits":
            for _ in range(chance.randint(2, 60)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case "a byte":
            data[at] = chance.randrange(256)
        case "bytes":
            for _ in range(chance.randint(2, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case "zeros":
            length = chance.choice((8, 64, 512))
            data[at : at + length] = bytes(len(data[at : at + length]))
        case "a page":
            data[page : page + PAGE] = bytes(PAGE)
        case "garbage":
            data[page : page + PAGE] = chance.randbytes(PAGE)
        case "cut off":
            del data[chance.choice((at, page, 100, chance.randrange(1, PAGE))) or 1 :]
        case "swapped":
            other = chance.randrange(pages) * PAGE
            data[page : page + PAGE], data[other : other + PAGE] = (
                data[other : other + PAGE],
                data[page : page + PAGE],
            )
    return way, bytes(data)
