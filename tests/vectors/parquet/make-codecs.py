# Made codecs.json with the zstd command 1.5.4 (Debian), pyarrow 25.0.1's LZ4 and the brotli package 1.2.0: packers that share no code with our readers.
# Not run by the tests.
import base64
import hashlib
import json
import os
import subprocess

import brotli
import pyarrow as pa

here = os.path.dirname(os.path.abspath(__file__))


def noise(count, values):
    state, out = 42, bytearray()
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        out.append((state >> 16) % values)
    return bytes(out)


rows = "".join(f"{i},示例{i % 37},2302{i * 7919 % 10**9:09d},{i / 8}\n" for i in range(150)).encode()
skewed = bytes(min(255, v * v // 250) for v in noise(4_000, 256))
plains = {
    "nothing": b"",
    "one byte": b"a",
    "one byte again and again, over two blocks": bytes(200_000),
    "rows of text": rows,
    "few values": noise(700, 5),
    "values of which some are frequent": skewed,
    "no pattern": noise(600, 256),
}


def zstd(data, *options, stdin=False):
    if stdin:
        return subprocess.run(["zstd", "-q", "-c", *options], input=data, capture_output=True, check=True).stdout
    path = os.path.join("/tmp", "plain")
    with open(path, "wb") as file:
        file.write(data)
    return subprocess.run(["zstd", "-q", "-c", *options, path], capture_output=True, check=True).stdout


made = []


def add(codec, of, how, packed, plain):
    made.append({
        "origin": f"{of}, {how}",
        "codec": codec,
        "packed": base64.b64encode(packed).decode(),
        "size": len(plain),
        "sha256": hashlib.sha256(plain).hexdigest(),
    })


for of, plain in plains.items():
    for level in ["-1", "-19", "--fast=5"]:
        add("ZSTD", of, f"zstd {level}", zstd(plain, level), plain)
    if plain:
        add("LZ4_RAW", of, "pyarrow lz4_raw", pa.Codec("lz4_raw").compress(plain, asbytes=True), plain)
        add("BROTLI", of, "brotli", brotli.compress(plain), plain)
add("ZSTD", "text over several blocks", "zstd -19", zstd(rows * 20, "-19"), rows * 20)
add("ZSTD", "rows of text", "zstd without content size and checksum", zstd(rows, "-3", "--no-check", stdin=True), rows)
skippable = bytes([0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3])
add("ZSTD", "rows of text", "two frames with one between them that is skipped", zstd(rows, "-3") + skippable + zstd(rows, "-9"), rows * 2)
with open(os.path.join(here, "codecs.json"), "w") as file:
    json.dump(made, file, ensure_ascii=False, indent=1)
    file.write("\n")
