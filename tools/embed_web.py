"""Packs a folder of web files into a C++ file: embed_web.py FALLBACK OUT [DIST].

The function is `benniu::http::web_files()` of src/http/web_files.hpp. Without DIST, or when it has no
index.html, the one file is FALLBACK under the name /index.html. Same input, same bytes.
"""
import gzip
import hashlib
import pathlib
import sys

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
TAG_LETTERS = 24
BYTES_PER_LINE = 24


def packed(data: bytes) -> bytes:
    """gzip of the bytes, or nothing where it saves less than a tenth."""
    smaller = gzip.compress(data, compresslevel=9, mtime=0)
    return smaller if len(smaller) < len(data) * 9 // 10 else b""


def array(name: str, data: bytes) -> str:
    rows = (data[i : i + BYTES_PER_LINE] for i in range(0, len(data), BYTES_PER_LINE))
    body = ",\n".join(",".join(map(str, row)) for row in rows)
    return f"const unsigned char {name}[] = {{{body or '0'}}};\n"


def view(name: str, data: bytes) -> str:
    return f"{{reinterpret_cast<const char*>({name}), {len(data)}}}" if data else "{}"


def files_of(fallback: pathlib.Path, dist: pathlib.Path | None) -> dict[str, bytes]:
    if dist is None or not (dist / "index.html").exists():
        return {"/index.html": fallback.read_bytes()}
    paths = sorted(path for path in dist.rglob("*") if path.is_file())
    return {f"/{path.relative_to(dist).as_posix()}": path.read_bytes() for path in paths}


def page(files: dict[str, bytes]) -> str:
    arrays, rows = [], []
    for number, (path, data) in enumerate(files.items()):
        suffix = pathlib.PurePosixPath(path).suffix
        if suffix not in TYPES:
            sys.exit(f"embed_web.py: {path}: no media type is known for {suffix or 'no suffix'}")
        smaller = packed(data)
        arrays.append(array(f"bytes_{number}", data) + (array(f"packed_{number}", smaller) if smaller else ""))
        tag = hashlib.sha256(data).hexdigest()[:TAG_LETTERS]
        rows.append(
            f'    {{"{path}", "{TYPES[suffix]}", {view(f"bytes_{number}", data)}, '
            f'{view(f"packed_{number}", smaller)}, "{tag}"}},\n'
        )
    return (
        '#include "http/web_files.hpp"\n\nnamespace benniu::http {\n\nnamespace {\n\n'
        + "".join(arrays)
        + "\nconst WebFile all[] = {\n"
        + "".join(rows)
        + "};\n\n}  // namespace\n\nstd::span<const WebFile> web_files() { return all; }\n\n"
        + "}  // namespace benniu::http\n"
    )


def main() -> None:
    fallback, out, *dist = map(pathlib.Path, sys.argv[1:])
    text = page(files_of(fallback, dist[0] if dist else None))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")


main()
