"""The verbs bless, bench and package: goldens rewritten, speed measured, one file to hand over."""
import gzip
import io
import os
import pathlib
import re
import subprocess
import sys
import tarfile

import building
import house
import packages
import steps

# Golden makers: name → command that rewrites its files. A diff is then reviewed, never taken
# blindly; the lists that may only shrink (tools/tidy_exceptions.txt) are not among them.
GOLDENS: dict[str, list[str]] = {}

PACKED = ("README.md", "README.zh.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "demo", "docs",
          "packs")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")


def bless(words: list[str]) -> int:
    """bless [names]: rewrites golden files; read the diff and give the reason in the commit."""
    for name, command in GOLDENS.items():
        if not words or name in words:
            steps.run("bless", name, f"bless-{name}", command, "Mend it, then ./x bless again.")
    steps.say("blessed  now read: git diff" if GOLDENS else "blessed  nothing: no goldens yet")
    return 0


def bench(words: list[str]) -> int:
    """bench [name]: the benchmarks beside the code (*_bench.cpp), then those of bench/."""
    packages.install("build", "test")
    building.configure("release")
    known = building.targets_of("release", r"\w+")
    ours = {path.stem for path in house.ROOT.glob("bench/*.cpp")}
    benches = [name for name in known if name.endswith("_bench") or name in ours]
    chosen = [name for name in benches if matches(name, words)]
    if chosen:
        building.compile_preset("release", tuple(chosen))
    scripts = [path for path in sorted(house.ROOT.glob("bench/*.py")) if matches(path.stem, words)]
    worst = 0
    for command in [[str(house.BUILD / "release" / name)] for name in chosen] + [
        [sys.executable, str(path)] for path in scripts if not path.stem.endswith("_test")
    ]:
        steps.say(f"bench    {os.path.basename(command[-1])}")
        worst = max(worst, subprocess.run(command, cwd=house.ROOT, check=False).returncode)
    if not chosen and not scripts:
        steps.say("bench    nothing of that name")
    return worst


def matches(name: str, words: list[str]) -> bool:
    return not words or any(word in name for word in words)


def package(words: list[str]) -> int:
    """package: build/benniu-VERSION.tar.gz with the one binary, the packs, the demo, the documents."""
    packages.install("build", "web")
    building.build_web()
    building.compile_preset("release", ("benniu",))
    name = f"benniu-{version()}"
    path = house.BUILD / f"{name}.tar.gz"
    with steps.step("package", str(path.relative_to(house.ROOT))):
        with gzip.GzipFile(path, "wb", mtime=0) as stream, tarfile.open(
            fileobj=stream, mode="w"
        ) as archive:
            put(archive, f"{name}/benniu", (house.BUILD / "release" / "benniu").read_bytes(), 0o755)
            for file in packed_files():
                put(archive, f"{name}/{file}", packed_bytes(file), 0o644)
    return 0


def packed_files() -> list[pathlib.PurePosixPath]:
    """What goes along with the program, by its path in the checkout."""
    found = []
    for part in (house.ROOT / part for part in PACKED):
        files = part.rglob("*") if part.is_dir() else [part]
        found += [file.relative_to(house.ROOT) for file in files if file.is_file()]
    return sorted(map(pathlib.PurePosixPath, found))


def packed_bytes(file: pathlib.PurePosixPath) -> bytes:
    content = (house.ROOT / file).read_bytes()
    return linking_inside(content.decode(), file).encode() if file.suffix == ".md" else content


def linking_inside(text: str, page: pathlib.PurePosixPath) -> str:
    """The page without links to what is not packed, as the sources: their words stay."""

    def kept(link: re.Match) -> str:
        words, target = link.groups()
        if re.match(r"[a-z]+:|#", target):
            return link.group()
        place = os.path.normpath(page.parent / target.partition("#")[0])
        return link.group() if place.split("/")[0] in PACKED else words

    return _LINK.sub(kept, text)


def put(archive: tarfile.TarFile, name: str, content: bytes, mode: int) -> None:
    """Files belong to nobody in particular, and the same build gives the same bytes."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), mode
    entry.uname = entry.gname = "root"
    archive.addfile(entry, io.BytesIO(content))


def version() -> str:
    text = (house.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"project\(\w+ VERSION (\S+)", text).group(1)
