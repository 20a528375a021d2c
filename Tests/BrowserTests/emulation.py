"""A served emulator in a folder of its own, with a copy of the example."""

import os
import re
import shutil
import subprocess
import tempfile

from browser import Failure

EXAMPLE = os.path.join(os.path.dirname(__file__), "..", "..", "integration.yaml.example")


class Emulation:
    def __init__(self, lockstep):
        self.folder = tempfile.mkdtemp(prefix="lockstep-page-")
        path = os.path.dirname(os.path.abspath(lockstep)) + os.pathsep + os.environ["PATH"]
        # What a developer has set for other accounts has no business here.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LOCKSTEP_")}
        self.environment = dict(kept, PATH=path)
        self.process = subprocess.Popen(
            ["lockstep", "emulator", "--port", "0"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        port = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not port:
            self.close()
            raise Failure(f"the emulator did not say where it listens: {line!r}")
        self.origin = port.group(0)
        with open(EXAMPLE, encoding="utf-8") as file:
            spec = file.read().replace("127.0.0.1:8099", "127.0.0.1:" + port.group(1))
        with open(os.path.join(self.folder, "integration.yaml"), "w", encoding="utf-8") as file:
            file.write(spec)

    def run(self, commands):
        """Runs the lines that the page tells to run, as a person would."""
        outcome = subprocess.run(
            ["bash", "-e", "-c", commands],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        if outcome.returncode != 0:
            raise Failure(f"the page's commands end with {outcome.returncode}:\n{outcome.stdout}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def close(self):
        self.stop()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
