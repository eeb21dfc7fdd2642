"""The verbs bless, bench and package: goldens rewritten, speed measured, one file to hand over."""
import gzip
import os
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

PACKED = ("packs", "README.md", "README.zh.md", "LICENSE", "CHANGELOG.md")


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
    """package: build/benniu-VERSION.tar.gz with the one binary, the packs, README and LICENSE."""
    packages.install("build", "web")
    building.build_web()
    building.compile_preset("release", ("benniu",))
    name = f"benniu-{version()}"
    path = house.BUILD / f"{name}.tar.gz"
    with steps.step("package", str(path.relative_to(house.ROOT))):
        with gzip.GzipFile(path, "wb", mtime=0) as stream, tarfile.open(
            fileobj=stream, mode="w"
        ) as archive:
            archive.add(house.BUILD / "release" / "benniu", f"{name}/benniu", filter=of_root)
            for part in PACKED:
                if (house.ROOT / part).exists():
                    archive.add(house.ROOT / part, f"{name}/{part}", filter=of_root)
    return 0


def of_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Files belong to nobody in particular, and the same build gives the same bytes."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = 0
    return entry


def version() -> str:
    text = (house.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"project\(\w+ VERSION (\S+)", text).group(1)
