"""Set-up: Debian packages of tools/packages.txt, and the web's packages by npm."""
import hashlib
import json
import os
import shutil
import subprocess
import time

import house
import steps

LIST = house.ROOT / "tools" / "packages.txt"
NODE_OLDEST = 18


def listed(text: str) -> dict[str, list[str]]:
    """The package names of each [group]."""
    groups: dict[str, list[str]] = {}
    group = ""
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("["):
            group = line.strip("[]")
            groups[group] = []
        elif line and not line.startswith("#"):
            groups[group].append(line.split()[0])
    return groups


def node_version() -> int:
    """The major version of a Node that comes with npm; 0 when there is none."""
    if not (shutil.which("node") and shutil.which("npm")):
        return 0
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    head = said.strip().lstrip("v").split(".")[0]
    return int(head) if head.isdigit() else 0


def missing(names: list[str]) -> list[str]:
    """Those packages that dpkg does not know as installed."""
    form = "${Package} ${db:Status-Status}\n"
    said = subprocess.run(
        ["dpkg-query", "-W", "-f", form, *names], capture_output=True, text=True, check=False
    ).stdout
    there = {line.split()[0] for line in said.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in there]


def wanted(groups: tuple[str, ...]) -> list[str]:
    every = listed(LIST.read_text(encoding="utf-8"))
    names: list[str] = []
    for group in groups:
        if group == "web" and (not has_web() or node_version() >= NODE_OLDEST):
            continue
        names += every[group]
    return names


def install(*groups: str) -> None:
    """Installs what is missing of the groups; silent when nothing is."""
    if not shutil.which("dpkg-query"):
        steps.say("set-up   no Debian here: the packages of tools/packages.txt are taken as given")
        return
    names = missing(wanted(groups))
    if not names:
        return
    remedy = (
        "Check that this machine reaches a Debian 12 mirror (see /etc/apt), or run as root:\n"
        f"  apt-get update && apt-get install -y --no-install-recommends {' '.join(names)}"
    )
    if os.geteuid() != 0 and not shutil.which("sudo"):
        raise house.Failed(f"{len(names)} packages are missing and there is no sudo. {remedy}")
    apt("lists of packages", "apt-update", ["update", "-q"], remedy)
    install = ["install", "-qy", "--no-install-recommends", *names]
    apt(f"{len(names)} Debian packages ({shown(names)})", "apt-install", install, remedy)


def shown(names: list[str]) -> str:
    return " ".join(names[:4]) + (" …" if len(names) > 4 else "")


def apt(what: str, log: str, words: list[str], remedy: str) -> None:
    """apt-get without questions; a second try, because a mirror may hiccup."""
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *words]
    if os.geteuid() != 0:
        command.insert(0, "sudo")
    with_retry("set-up", what, log, command, remedy)


def with_retry(kind: str, what: str, log: str, command: list[str], remedy: str, **options) -> None:
    try:
        steps.run(kind, what, log, command, remedy, **options)
    except house.Failed:
        time.sleep(5)
        steps.run(kind, f"{what}, once more", log, command, remedy, **options)


def has_web() -> bool:
    return (house.WEB / "package.json").exists()


def web_scripts() -> dict[str, str]:
    """The scripts of web/package.json; none where there is no web."""
    if not has_web():
        return {}
    page = json.loads((house.WEB / "package.json").read_text(encoding="utf-8"))
    return page.get("scripts", {})


def install_web() -> None:
    """`npm ci` in web/, only when package-lock.json (or Node) changed."""
    if not has_web():
        return
    lock = (house.WEB / "package-lock.json").read_bytes()
    mark = f"{hashlib.sha256(lock).hexdigest()} node {node_version()}"
    stamp = house.WEB / "node_modules" / ".stamp"
    if stamp.exists() and stamp.read_text() == mark:
        return
    remedy = "Check that npm reaches its registry (npm ping), then run ./x again."
    # Debian's npm 9 says nothing for minutes otherwise; the log keeps what it did.
    command = ["npm", "ci", "--no-audit", "--no-fund"]
    with_retry("set-up", "npm ci in web", "npm-ci", command, remedy, cwd=house.WEB)
    stamp.write_text(mark)
