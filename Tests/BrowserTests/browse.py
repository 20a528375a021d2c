"""Holds the emulator's page to what it promises, in a real browser. Scripts/browse runs it.

    browse.py LOCKSTEP BROWSER [FOLDER]    pictures of the page go into FOLDER
"""

import json
import os
import sys
import urllib.request

from browser import Browser, Failure
from conversation import Conversation, expect, reset, texts
from emulation import Emulation
from inspection import (
    check_contrast,
    check_height,
    check_names,
    check_quiet,
    check_structure,
    check_width,
)
from keyboard import check_keyboard

# Width and height of windows: a desk, a tablet, two phones, and a desk with texts at 200 %.
WINDOWS = [(1440, 900), (900, 1100), (360, 740), (320, 640), (720, 450)]


def look(browser, name, folder):
    """Looks at the page as it is in every window, light and dark."""
    check_names(browser)
    check_structure(browser)
    for width, height in WINDOWS:
        for dark in [False, True]:
            browser.resize(width, height, dark)
            check_width(browser)
            check_contrast(browser)
            if folder:
                look = "dark" if dark else "light"
                browser.picture(os.path.join(folder, f"{name}-{width}-{look}.png"))
    browser.resize(*WINDOWS[0])
    check_height(browser)


def open_all(browser):
    """Opens whatever can be opened, so that it is looked at as well."""
    browser.evaluate(
        """(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          for (const panel of document.querySelectorAll(".panel")) panel.hidden = false;
          const skipped = document.getElementById("show-skipped");
          if (!skipped.checked) skipped.click();
        })()"""
    )


def post(url, document):
    """Does what somebody else does meanwhile."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(document).encode(), headers, method="POST")
    with urllib.request.urlopen(request, timeout=30) as answer:
        answer.read()


def check_keys(browser, origin):
    """Where Braze takes declared keys alone, the page says so and asks for one."""
    post(origin + "/_emulator/braze/subscription_groups", {"name": "Support", "channel": "sms"})
    post(origin + "/_emulator/braze/keys", {"value": "let-me-in", "permissions": ["users.track"]})
    browser.wait("!document.getElementById('make-customer').disabled")
    browser.click("#make-customer")
    browser.wait("document.getElementById('start-outcome').textContent.includes('401')")
    browser.wait("document.activeElement.id === 'credentials-value'")
    browser.type("let-me-in")
    browser.press("Enter")
    browser.wait("document.getElementById('start-outcome').textContent.startsWith('Ann Lee')")
    browser.wait("document.getElementById('credentials').hidden")


def check_silence(browser):
    """Where nobody answers any more, the page says so."""
    browser.wait("document.getElementById('connection').textContent.includes('not answer')", 30)


# What happens between two looks of the page, which waits meanwhile.
MEANWHILE = """(events, anew) => {
  const send = (path, document) => {
    const request = new XMLHttpRequest();
    request.open("POST", path, false);
    request.setRequestHeader("Content-Type", "application/json");
    request.setRequestHeader("Authorization", "Bearer any");
    request.send(JSON.stringify(document));
    if (request.status >= 300) throw new Error(request.responseText);
  };
  if (anew) send("/_emulator/reset");
  for (let sent = 0; sent < events.length; sent += 75) {
    const chosen = events.slice(sent, sent + 75);
    send("/users/track", { events: chosen.map((name) => (
      { external_id: "bo", name, time: "2026-01-01T00:00:00Z" }
    )) });
  }
}"""


def check_new_beginning(browser):
    """Where the emulator begins anew, what was before goes, though the new wire is longer already."""
    browser.call(MEANWHILE, ["before"], False)
    browser.wait("document.getElementById('groups').textContent.includes('before')")
    browser.call(MEANWHILE, ["one", "two", "three"], True)
    browser.wait("document.getElementById('groups').textContent.includes('three')")
    events = texts(browser, "[data-type=event_tracked] > .line strong")
    expect("events after a new beginning", events, ["three", "two", "one"])


CIRCLE = """async (length) => {
  const entry = (number, type) => (
    { number, type, cause: number > 1 ? number - 1 : null, at: "2026-01-01T00:00:00Z", system: "braze" }
  );
  const chain = Array.from({ length }, (_, index) => entry(index + 1, "event_tracked"));
  const { addToWire } = await import("/page/wire.js");
  addToWire([...chain, { ...entry(length + 1, "halted"), reason: "a circle" }]);
}"""


def check_circle(browser):
    """Thousands of things that came of one another are shown, and first of all that they were stopped."""
    browser.call(CIRCLE, 3000)
    expect("notes", texts(browser, ".group:first-child > .note"), ["a circle"])
    expect("entries", len(texts(browser, ".group:nth-child(2) .entry")), 2999)
    levels = browser.evaluate("document.querySelectorAll('.group:nth-child(2) ol').length")
    expect("levels", levels, 11)


def check_crowd(browser):
    """Thousands of entries at once: the page stays at hand, and says that not all is shown."""
    browser.call(MEANWHILE, [f"event {number}" for number in range(5000)], True)
    browser.wait("document.getElementById('groups').textContent.includes('event 4999')", 10)
    expect("groups", len(texts(browser, ".group")), 100)
    expect("older", browser.evaluate("document.getElementById('wire-older').hidden"), False)
    reset(browser)


def browse(browser, origin, run, folder=None):
    browser.resize(*WINDOWS[0])
    browser.open(origin + "/")
    browser.wait("!document.getElementById('start').hidden")
    look(browser, "start", folder)
    conversation = Conversation(browser, run)
    conversation.begin()
    conversation.play()
    look(browser, "conversation", folder)
    conversation.go_on()
    look(browser, "end", folder)
    check_keyboard(browser)
    browser.open(origin + "/")
    browser.wait(f"document.querySelectorAll('.bubble').length >= {conversation.bubbles} + 3")
    open_all(browser)
    look(browser, "opened", folder)
    browser.open(origin + "/")
    browser.wait("document.querySelectorAll('.group').length > 0")
    reset(browser)
    check_new_beginning(browser)
    check_circle(browser)
    check_crowd(browser)
    check_quiet(browser, origin)
    check_keys(browser, origin)


def main(lockstep, program, folder=None):
    if folder:
        os.makedirs(folder, exist_ok=True)
    emulation = Emulation(lockstep)
    try:
        browser = Browser(program)
        try:
            browse(browser, emulation.origin, emulation.run, folder)
            emulation.stop()
            check_silence(browser)
        except Failure:
            if folder:
                browser.picture(os.path.join(folder, "failure.png"))
            raise
        finally:
            browser.close()
    finally:
        emulation.close()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Failure as failure:
        sys.exit(f"The emulator's page: {failure}")
    print("The emulator's page does what it promises.")
