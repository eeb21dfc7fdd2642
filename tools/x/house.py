"""Where things are in the checkout, and who owns it."""
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
LOGS = BUILD / "logs"
WEB = ROOT / "web"


class Failed(Exception):
    """A step went wrong; the message says what to do about it."""


def give_back() -> None:
    """After a run as root (or sudo) in somebody's checkout, gives them what was made there."""
    owner = ROOT.stat()
    if os.geteuid() != 0 or owner.st_uid == 0:
        return
    for top in (BUILD, ROOT / "out", WEB, ROOT / "tests", ROOT / "src"):
        for folder, folders, files in os.walk(top):
            for path in [folder, *(os.path.join(folder, name) for name in folders + files)]:
                if os.lstat(path).st_uid == 0:
                    os.lchown(path, owner.st_uid, owner.st_gid)
