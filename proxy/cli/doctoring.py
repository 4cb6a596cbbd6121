"""`tactful doctor`: checks every part, and says how to mend what is wrong."""

from __future__ import annotations

import asyncio
import platform
from argparse import Namespace
from collections import Counter
from importlib import metadata

from proxy import config as configuration
from proxy.cli.builder import builder_of
from proxy.cli.common import path_of
from proxy.cli.output import Output
from proxy.configuration.settings import Config
from proxy.errors import ConfigError


def doctor(arguments: Namespace, output: Output) -> int:
    """One line a check, as soon as it is known. 1 where a fault was found."""
    from proxy.setup import examine_own, examine_running, examine_servers
    from proxy.setup.doctor import Result, examine
    from proxy.setup.patient import Patient

    path, outside = path_of(arguments), builder_of(arguments).outside()
    counted: Counter[str] = Counter()

    def tell(result: Result) -> None:
        counted[result.state] += 1
        if output.json:
            found = {"check": result.check, "state": result.state, "message": result.message, "advice": result.advice}
            output.object(found)
        else:
            output.say(f"{result.state:<5}  {result.check}: {result.message}")
            if result.advice:
                output.say(f"       {result.advice}")
        output.flush()

    async def whole(read: Config | ConfigError) -> None:
        for result in examine_own.of_configuration(path, read):
            tell(result)
        if isinstance(read, ConfigError):
            async for result in examine([examine_own.worker(outside.clock())]):
                tell(result)
            return
        patient = Patient(read, outside)
        examinations = [
            *examine_own.examinations(patient),
            *examine_servers.examinations(patient),
            *examine_running.examinations(patient),
            *examine_own.later(patient),
        ]
        try:
            async for result in examine(examinations):
                tell(result)
        finally:
            await patient.close()

    read: Config | ConfigError
    try:
        read = configuration.load(path)
    except ConfigError as error:
        read = error
    if not output.json:
        version = metadata.version("tactful")
        output.say(f"tactful {version}, Python {platform.python_version()}, {platform.system()}")
    asyncio.run(whole(read))
    if not output.json:
        _conclude(output, counted, usable=isinstance(read, Config))
    return 1 if counted["wrong"] else 0


def _conclude(output: Output, counted: Counter[str], *, usable: bool) -> None:
    wrong, look = counted["wrong"], counted["look"]
    if wrong:
        things = "1 thing is wrong" if wrong == 1 else f"{wrong} things are wrong"
        output.say(f"{things}: begin with the first." if wrong > 1 else f"{things}.")
    elif look:
        output.say("Nothing is wrong.")
    else:
        output.say("All is well.")
    if not usable:
        output.say("The other parts are checked when the configuration can be used.")
