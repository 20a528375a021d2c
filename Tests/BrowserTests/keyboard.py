"""The main path without a mouse."""

from browser import Failure

# Where the focus is, whether it shows, and whether it can be seen.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: `${one.localName}#${one.id}[${one.name ?? ""}] ${one.textContent.slice(0, 20)}`,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def tab_to(browser, selector, limit=240):
    """Goes on by Tab until the focus is there; it must show all the way."""
    for _ in range(limit):
        browser.press("Tab")
        focus = browser.call(FOCUS)
        if focus and not focus["marked"]:
            raise Failure(f"the focus does not show on {focus['name']}")
        if focus and not focus["inside"]:
            raise Failure(f"the focus is out of sight on {focus['name']}")
        if browser.call("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise Failure(f"Tab does not lead to {selector}")


def write(browser, selector, text, send="Enter"):
    tab_to(browser, selector)
    browser.type(text)
    if send:
        browser.press(send)


def check_keyboard(browser):
    """A message, a reply, a tool, a new ticket: with keys alone."""
    browser.evaluate("document.activeElement.blur()")
    bubbles = browser.evaluate("document.querySelectorAll('.bubble').length")
    write(browser, "#sms-text", "SUPPORT")
    browser.wait(f"document.querySelectorAll('.bubble').length === {bubbles} + 2")
    if not browser.evaluate("document.activeElement.id === 'sms-text'"):
        raise Failure("sending a message takes the focus away")

    tab_to(browser, "#tools [aria-controls=time-panel]")
    browser.press("Enter")
    tab_to(browser, "#time-panel button")
    browser.press("Escape")
    if not browser.evaluate("document.activeElement.matches('[aria-controls=time-panel]')"):
        raise Failure("Escape does not lead back to what opened the panel")
    if not browser.evaluate("document.getElementById('time-panel').hidden"):
        raise Failure("Escape does not close the panel")

    tab_to(browser, "#tools [aria-controls=edits-panel]")
    browser.press("Enter")
    tab_to(browser, "#switches input:checked")
    for state in ["inactive", "active"]:
        browser.press("Space")
        browser.wait(f"document.activeElement.parentElement.lastChild.textContent === '{state}'")
        browser.wait(f"document.getElementById('tools-outcome').textContent.endsWith(' {state}.')")
    browser.press("Escape")

    browser.wait("!document.getElementById('ticket-view').hidden")
    tab_to(browser, "#update input[name=public]")
    if not browser.evaluate("document.activeElement.value === 'true'"):
        browser.press("ArrowUp")
    if not browser.evaluate("document.activeElement.value === 'true'"):
        raise Failure("the arrows do not lead to a public reply")
    write(browser, "#comment-text", "With keys alone.", send=None)
    tab_to(browser, "#update button.primary")
    comments = browser.evaluate("document.querySelectorAll('.comment').length")
    browser.press("Enter")
    browser.wait(f"document.querySelectorAll('.comment').length === {comments} + 1")
    browser.wait(f"document.querySelectorAll('.bubble').length === {bubbles} + 3")

    tickets = browser.evaluate("document.getElementById('ticket-choice').options.length")
    # The wire has dozens of stops.
    tab_to(browser, "#wire .skip")
    browser.press("Enter")
    browser.wait("document.activeElement.id === 'ticket'")
    tab_to(browser, "#new-ticket", 1)
    browser.press("Enter")
    if not browser.evaluate("document.activeElement.name === 'subject'"):
        raise Failure("a new ticket does not begin with its subject")
    browser.type("<b>Opened</b> by hand")
    write(browser, "#opening textarea", "Please call Ann.", send=None)
    tab_to(browser, "#opening button.primary")
    browser.press("Enter")
    browser.wait(f"document.getElementById('ticket-choice').options.length === {tickets} + 1")
    browser.wait("document.getElementById('ticket-subject').textContent === '<b>Opened</b> by hand'")
