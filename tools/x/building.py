"""The verb build, and the building blocks of the others: configure, compile, web."""
import hashlib
import os
import pathlib
import re
import subprocess

import house
import packages
import steps

# What ninja says when it works. Asking it beforehand (-n) does not help: it always looks for
# new files first.
NINJA_WORKS = re.compile(r"Re-running CMake|^\[\d+/\d+\] (?!Re-checking)", re.MULTILINE)


def configure(preset: str) -> None:
    """Makes the build tree of a preset when it or the presets are new; else looks for new files."""
    name = f"configure-{preset}"
    tree = house.BUILD / preset
    remedy = "If a package is missing, add it to tools/packages.txt; else see CMakeLists.txt."
    presets = (house.ROOT / "CMakePresets.json").read_text(encoding="utf-8")
    stamp = tree / "presets.stamp"
    if (tree / "build.ninja").exists() and stamp.exists() and stamp.read_text() == presets:
        command = ["ninja", "-C", str(tree), "build.ninja"]
        steps.run_if_needed("build", f"configure {preset}", name, command, remedy, NINJA_WORKS)
        return
    steps.run("build", f"configure {preset}", name, ["cmake", "--preset", preset], remedy)
    stamp.write_text(presets)


def compile_preset(preset: str, targets: tuple[str, ...] = ()) -> None:
    """Configures a preset and builds it, or some targets of it; silent when all is built."""
    configure(preset)
    names = f"{preset}: {' '.join(targets)}" if targets else preset
    command = ["ninja", "-C", str(house.BUILD / preset), *targets]
    remedy = f"Mend the first error above; to build again: ./x build {preset}"
    steps.run_if_needed(
        "build", f"compile {names}", f"compile-{preset}", command, remedy, NINJA_WORKS
    )


def targets_of(preset: str, pattern: str) -> tuple[str, ...]:
    """The ninja targets of a configured preset whose whole name matches."""
    command = ["ninja", "-C", str(house.BUILD / preset), "-t", "targets", "all"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    names = {line.split(":")[0] for line in said.splitlines()}
    return tuple(sorted(name for name in names if re.fullmatch(pattern, name)))


def web_mark() -> str:
    """A hash over everything the web's build reads."""
    left_out = {"node_modules", "dist", "tests", "e2e", "test-results", "playwright-report"}
    mark = hashlib.sha256()
    for folder, folders, files in os.walk(house.WEB):
        folders[:] = sorted(set(folders) - left_out)
        for name in sorted(files):
            path = pathlib.Path(folder, name)
            mark.update(str(path.relative_to(house.WEB)).encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()


def build_web() -> None:
    """`npm run build` in web/, only when something it reads changed."""
    if not packages.has_web():
        return
    packages.install_web()
    stamp = house.BUILD / "web.stamp"
    mark = web_mark()
    built = (house.WEB / "dist" / "index.html").exists()
    if built and stamp.exists() and stamp.read_text() == mark:
        return
    remedy = "Mend the first error above; to build again: npm run build in web/."
    command = ["npm", "run", "build"]
    steps.run("build", "web", "build-web", command, remedy, cwd=house.WEB)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(mark)


def build(words: list[str]) -> int:
    """build [preset]: set-up, the web, and one preset: release, sanitize or (default) dev."""
    preset = words[0] if words else "dev"
    packages.install("build", "web", *(() if preset == "release" else ("test",)))
    build_web()
    compile_preset(preset)
    steps.say(f"built    build/{preset}")
    return 0
