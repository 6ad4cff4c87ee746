# Made the files beside it and expected.json with pyarrow 25.0.1, a writer that shares no code with our reader. Not run by the tests.
import datetime as d
import decimal
import json
import os

import pyarrow as pa
import pyarrow.parquet as pq

D = decimal.Decimal
n = 12
here = os.path.dirname(os.path.abspath(__file__))
utc = d.timezone.utc


def fraction(text):
    return text.rstrip("0").rstrip(".") if "." in text else text


whole = pa.table({
    "name": pa.array([f"示例{i}" if i % 5 else None for i in range(n)]),
    "id": pa.array([10**12 + i * i for i in range(n)], pa.int64()),
    "small": pa.array([(-1) ** i * i for i in range(n)], pa.int32()),
    "u": pa.array([2**63 + i for i in range(n)], pa.uint64()),
    "sum": pa.array([D(i) / D(100) - D("0.03") for i in range(n)], pa.decimal128(20, 2)),
    "big": pa.array([D("-12345678901234567890.1234") + i for i in range(n)], pa.decimal128(30, 4)),
    "day": pa.array([d.date(2026, 1, 1) + d.timedelta(days=i) for i in range(n)]),
    "ms": pa.array([d.datetime(2026, 1, 1, 1, 2, 3, 456000) + d.timedelta(hours=i) for i in range(n)], pa.timestamp("ms")),
    "us": pa.array([d.datetime(1969, 12, 31, 23, 59, 59, 999999) - d.timedelta(seconds=i) for i in range(n)], pa.timestamp("us", tz="UTC")),
    "ns": pa.array([1767225600000000001 + i for i in range(n)], pa.timestamp("ns")),
    "t": pa.array([d.time(8, 30, i) for i in range(n)], pa.time32("ms")),
    "f": pa.array([i / 10 for i in range(n)], pa.float32()),
    "g": pa.array([i / 7 for i in range(1, n + 1)], pa.float64()),
    "h": pa.array([(i + 1) / 4 + 0.125 for i in range(n)], pa.float16()),
    "b": pa.array([i % 3 == 0 for i in range(n)]),
    "bin": pa.array([bytes([0, 255, i]) for i in range(n)], pa.binary()),
    "fix": pa.array([bytes([i, 0, 200, 1]) for i in range(n)], pa.binary(4)),
    "phones": pa.array([None if i % 7 == 3 else [f"139000010{j:02d}" for j in range(i % 4)] for i in range(n)], pa.list_(pa.string())),
    "contacts": pa.array(
        [[{"phone": f"139{i:08d}", "tags": ["a", "b"][: i % 3]}] * (i % 3) for i in range(n)],
        pa.list_(pa.struct([("phone", pa.string()), ("tags", pa.list_(pa.string()))])),
    ),
    "user": pa.array([{"idCard": f"x{i}", "at": {"lon": i + 0.5}} if i % 6 else None for i in range(n)]),
    "m": pa.array([[(f"k{j}", j) for j in range(i % 3)] for i in range(n)], pa.map_(pa.string(), pa.int32())),
})
few = whole.select(["name", "id", "small", "g"])


def shown(name, value):
    if value is None:
        return ""
    if name in ("ms", "us"):
        return fraction(value.replace(tzinfo=None).isoformat())
    if name == "ns":
        seconds, rest = divmod(value.value, 10**9)
        return fraction(f"{d.datetime.fromtimestamp(seconds, utc).replace(tzinfo=None).isoformat()}.{rest:09d}")
    if name in ("day", "t"):
        return value.isoformat()
    if name == "b":
        return "true" if value else "false"
    if name in ("bin", "fix"):
        return value.hex()
    if name in ("g", "h"):
        return fraction(str(value))
    if name == "f":
        return fraction(f"{value:.6f}")
    return str(value)


def rows(table):
    out = []
    for row in table.to_pylist():
        flat = {}
        for name, value in row.items():
            if name == "phones":
                flat["phones[]"] = "\n".join(value or [])
            elif name == "contacts":
                flat["contacts[].phone"] = "\n".join(c["phone"] for c in value)
                flat["contacts[].tags[]"] = "\n".join(t for c in value for t in c["tags"])
            elif name == "user":
                flat["user.idCard"] = value["idCard"] if value else ""
                flat["user.at.lon"] = str(value["at"]["lon"]) if value else ""
            elif name == "m":
                flat["m[].key"] = "\n".join(k for k, _ in value)
                flat["m[].value"] = "\n".join(str(v) for _, v in value)
            else:
                flat[name] = shown(name, value)
        out.append(flat)
    return out


expected = {}


def write(name, table, **options):
    pq.write_table(table, os.path.join(here, f"{name}.parquet"), store_schema=False, **options)
    expected[name] = rows(table)


packed = {"name": "DELTA_BYTE_ARRAY", "id": "DELTA_BINARY_PACKED", "small": "DELTA_BINARY_PACKED", "g": "BYTE_STREAM_SPLIT"}
write("types-v1-snappy", whole, compression="snappy", row_group_size=5)
write("types-v2-zstd", whole, compression="zstd", data_page_version="2.0", data_page_size=50, write_batch_size=4)
for codec in ["gzip", "brotli", "lz4", "none"]:
    write(f"plain-{codec}", few, compression=codec, use_dictionary=False)
write("delta", few, compression="none", use_dictionary=False, column_encoding=packed)
write("delta-length-v2", few, compression="snappy", data_page_version="2.0", use_dictionary=False, column_encoding={**packed, "name": "DELTA_LENGTH_BYTE_ARRAY"})
write("int96", whole.select(["ns"]), use_deprecated_int96_timestamps=True)
write("no-rows", few.slice(0, 0))
with open(os.path.join(here, "expected.json"), "w", encoding="utf-8") as out:
    json.dump(expected, out, ensure_ascii=False, indent=0)
    out.write("\n")
