"""A headless Chromium, driven by the DevTools protocol over a pipe.

https://chromedevtools.github.io/devtools-protocol/ with --remote-debugging-pipe: the browser reads messages from file
descriptor 3 and writes to 4, each a JSON text that ends with a zero byte.
"""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

# A key's code, and the text that it types.
KEYS = {
    "Tab": (9, None),
    "Enter": (13, "\r"),
    "Escape": (27, None),
    "Space": (32, " "),
    "ArrowDown": (40, None),
    "ArrowUp": (38, None),
}


class Failure(Exception):
    """What should have been so and was not."""


class Browser:
    def __init__(self, program, width=1440, height=900):
        self.folder = tempfile.mkdtemp(prefix="lockstep-browser-")
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # Out of the way of 3 and 4, which they become in the browser.
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]
        os.close(theirs_in)
        os.close(theirs_out)

        def place():
            os.dup2(theirs[0], 3)
            os.dup2(theirs[1], 4)

        self.process = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--hide-scrollbars",
                f"--window-size={width},{height}",
                f"--user-data-dir={self.folder}",
                "about:blank",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            pass_fds=(3, 4),
            preexec_fn=place,
        )
        for end in theirs:
            os.close(end)
        self.output, self.input = ours_out, ours_in
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        targets = self.send("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        attached = self.send("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.output)
        os.close(self.input)
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, **parameters):
        """Sends a command and returns its result; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data) :]
        while True:
            answer = self.receive()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise Failure(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def receive(self, seconds=60):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            readable, _, _ = select.select([self.input], [], [], max(0, end - time.monotonic()))
            if not readable:
                raise Failure("the browser does not answer")
            data = os.read(self.input, 1 << 20)
            if not data:
                raise Failure("the browser has ended")
            self.buffer += data
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def open(self, url):
        self.send("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'")

    def evaluate(self, expression):
        """The value of a JavaScript expression; promises are waited for."""
        answer = self.send(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
            # What a test looks at with is not held to the page's own policy.
            allowUnsafeEvalBlockedByCSP=True,
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def call(self, function, *arguments):
        """Calls a JavaScript function, given as its text."""
        return self.evaluate(f"({function})({', '.join(json.dumps(one) for one in arguments)})")

    def wait(self, expression, seconds=15):
        """Waits until the expression is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(expression):
            if time.monotonic() > end:
                raise Failure(f"did not become true within {seconds} s: {expression}")
            time.sleep(0.05)

    def press(self, key, shift=False):
        code, text = KEYS[key]
        event = {
            "key": " " if key == "Space" else key,
            "code": key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        down = dict(event, type="keyDown", text=text) if text else dict(event, type="rawKeyDown")
        self.send("Input.dispatchKeyEvent", **down)
        self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text):
        """Types into what has the focus."""
        self.send("Input.insertText", text=text)

    def click(self, selector):
        """Presses the mouse in the middle of an element, if nothing lies over it."""
        place = self.call(
            """(selector) => {
              const found = document.querySelector(selector);
              if (!found) return null;
              found.scrollIntoView({ block: "center", behavior: "instant" });
              const box = found.getBoundingClientRect();
              const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
              const top = document.elementFromPoint(x, y);
              return { x, y, reached: found.contains(top) || top?.contains(found) === true };
            }""",
            selector,
        )
        if not place or not place["reached"]:
            raise Failure(f"cannot be clicked: {selector}")
        for kind in ["mousePressed", "mouseReleased"]:
            self.send(
                "Input.dispatchMouseEvent",
                type=kind,
                x=place["x"],
                y=place["y"],
                button="left",
                clickCount=1,
            )

    def choose(self, selector, label):
        """Chooses an option by how its label begins, as a person does from an opened list."""
        chosen = self.call(
            """(selector, label) => {
              const select = document.querySelector(selector);
              const option = [...select.options].find((one) => one.label.startsWith(label));
              if (!option) return false;
              select.value = option.value;
              select.dispatchEvent(new Event("input", { bubbles: true }));
              select.dispatchEvent(new Event("change", { bubbles: true }));
              return true;
            }""",
            selector,
            label,
        )
        if not chosen:
            raise Failure(f"{selector} does not offer {label}")

    def resize(self, width, height, dark=False):
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.send("Emulation.setEmulatedMedia", features=[scheme, still])

    def picture(self, path):
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def drain(self):
        """All events so far."""
        self.evaluate("0")
        return self.events
