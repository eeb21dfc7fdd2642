"""Usage: ./x VERB [words]

{verbs}

Logs of every step are in build/logs.
"""
import sys

import house
import steps

import building
import checking
import delivering
import demo
import testing

VERBS = {
    "demo": demo.demo,
    "test": testing.test,
    "build": building.build,
    "check": checking.check,
    "fix": checking.fix,
    "bless": delivering.bless,
    "bench": delivering.bench,
    "show": demo.show_stage,
    "docs": checking.docs,
    "package": delivering.package,
}


def usage() -> str:
    verbs = "\n".join(f"  {verb.__doc__.strip()}" for verb in VERBS.values())
    return __doc__.format(verbs=verbs)


def main(words: list[str]) -> int:
    if not words or words[0] in ("help", "-h", "--help"):
        steps.say(usage())
        return 0 if words else 2
    verb = VERBS.get(words[0])
    if verb is None:
        steps.complain(f"x: there is no verb «{words[0]}».\n{usage()}")
        return 2
    try:
        return verb(words[1:])
    except house.Failed as failed:
        steps.complain(str(failed))
        return 1
    except FileNotFoundError as missing:
        steps.complain(f"x: {missing.filename} is missing; tools/packages.txt says what brings it.")
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        house.give_back()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
