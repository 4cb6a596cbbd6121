"""Asks the fork server for a command in place of this process: `python -I -S fork_client.py SOCKET WORD...`.

It hands over its standard streams, environment and folder, writes the number of the process that does the work into the
file that `TACTFUL_TEST_PID` names, and ends as that process ended. It imports next to nothing: it is started hundreds
of times.
"""

import json
import os
import socket
import sys


def main() -> None:
    """Ends with the command's status, or by the signal that ended it."""
    place, *words = sys.argv[1:]
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(place)
        request = {"words": ["tactful", *words], "environment": dict(os.environ), "folder": os.getcwd()}  # noqa: PTH109
        socket.send_fds(server, [json.dumps(request).encode()], [0, 1, 2])
        with server.makefile("rb") as answers:
            pid = answers.readline().decode()
            if told := os.environ.get("TACTFUL_TEST_PID"):
                with open(told, "w") as file:  # noqa: PTH123
                    file.write(pid)
            server.sendall(b"!")
            status = int(answers.readline())
    if status < 0:
        os.kill(os.getpid(), -status)
    os._exit(status)


if __name__ == "__main__":
    main()
