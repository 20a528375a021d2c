"""The guides' conversation, played on the page by typing and clicking."""

import json

from browser import Failure

HOSTILE = "<img src=x onerror=alert(1)> \"quoted\" \\ & {{ticket.id}} مرحبا 😀"


def texts(browser, selector):
    return browser.call(
        "(selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent)",
        selector,
    )


def expect(what, actual, expected):
    if actual != expected:
        raise Failure(f"{what}: expected {expected!r}, is {actual!r}")


class Conversation:
    def __init__(self, browser, run):
        self.browser = browser
        self.run = run
        self.bubbles = 0
        self.comments = 0

    def begin(self):
        """Does what the page says where nothing is set up, in a shell and by its buttons."""
        browser = self.browser
        browser.wait("!document.getElementById('start').hidden")
        if not browser.evaluate("document.getElementById('make-customer').disabled"):
            raise Failure("a customer can be made before there is a group to subscribe to")
        self.run(browser.evaluate("document.getElementById('start-commands').textContent"))
        browser.wait("document.getElementById('start-spec').hidden")
        browser.click("#make-customer")
        browser.wait("document.getElementById('start-outcome').textContent.startsWith('Ann Lee')")
        browser.click("#make-agent")
        browser.wait("document.getElementById('start').hidden")
        expect("the agent", texts(browser, "#agent option:checked"), ["Max Agent"])

    def text(self, message, replies=0):
        """The customer writes a message; `replies` come back at once."""
        self.browser.click("#sms-text")
        self.browser.type(message)
        self.browser.press("Enter")
        self.receive(1 + replies)

    def receive(self, count):
        self.bubbles += count
        self.browser.wait(f"document.querySelectorAll('.bubble').length >= {self.bubbles}")
        expect("messages on the phone", len(texts(self.browser, ".bubble")), self.bubbles)

    def comment(self, text, public=True):
        """The agent comments on the ticket."""
        self.browser.click(f"#update input[value={json.dumps(public)}]")
        self.browser.click("#comment-text")
        self.browser.type(text)
        self.submit()
        self.arrive(1)

    def submit(self):
        self.browser.click("#update button.primary")
        self.browser.wait("document.getElementById('comment-text').value === ''")

    def arrive(self, count):
        self.comments += count
        self.browser.wait(f"document.querySelectorAll('.comment').length >= {self.comments}")
        expect("comments on the ticket", len(texts(self.browser, ".comment")), self.comments)

    def said(self):
        return texts(self.browser, ".comment .said")

    def shown(self):
        return texts(self.browser, ".bubble > p")

    def fired(self):
        """The titles of the triggers that fired last, by what somebody did last."""
        return texts(self.browser, ".group:first-child [data-type=trigger_fired] > .line strong")

    def play(self):
        """Seed and answer, there and back, to the end of the ticket."""
        browser = self.browser
        self.text("SUPPORT", replies=1)
        expect("the reply", self.shown()[-1], "A customer service rep will contact you shortly.")
        self.arrive(1)
        expect("the first comment", self.said(), ["SUPPORT"])
        expect("the subject", texts(browser, "#ticket-subject"), ["Action Needed"])
        expect("what fires for what the API writes", self.fired(), [])

        self.comment("Hello Ann, how can I help?")
        self.receive(1)
        message = self.shown()[-1]
        if "Hello Ann, how can I help?" not in message or "-----" in message or "Max" in message:
            raise Failure(f"the reply reads: {message!r}")
        expect("what fires for a reply", self.fired(), ["Reply by Braze SMS"])

        self.text("My parcel is late.")
        self.arrive(1)
        if not self.said()[-1].endswith("My parcel is late."):
            raise Failure(f"the customer's answer reads: {self.said()[-1]!r}")

        self.comment("She is right.", public=False)
        expect("what fires for a note", self.fired(), [])
        expect("the kind of comment", len(texts(browser, ".comment.private")), 1)
        self.receive(0)

        self.hostile()
        self.faulty()

        browser.choose("#update select[name=status]", "Solved")
        browser.click("#update button.primary")
        browser.wait("document.getElementById('ticket-status').textContent === 'Solved'")
        self.receive(1)
        expect("the end", self.shown()[-1], "Your ticket has been closed")
        browser.click("#profile summary")
        facts = texts(browser, "#profile-facts > *")
        expect("open", facts[facts.index("zendesk_ticket_open") + 1], "false")
        self.text("Thank you!")
        self.arrive(0)

    def hostile(self):
        """Markup in a message is text wherever it is shown."""
        self.text(HOSTILE)
        self.arrive(1)
        expect("markup on the phone", self.shown()[-1], HOSTILE)
        if not self.said()[-1].endswith(HOSTILE):
            raise Failure(f"markup on the ticket: {self.said()[-1]!r}")
        expect("markup on the wire", texts(self.browser, ".group:first-child > .quote"), [HOSTILE])
        expect("images", self.browser.evaluate("document.images.length"), 0)

    def faulty(self):
        """A webhook that is refused is sent again when time passes, and the wire shows both."""
        browser = self.browser
        browser.click("#tools [aria-controls=faults-panel]")
        browser.choose("#faults [name=path]", "Braze: campaigns")
        browser.choose("#faults [name=kind]", "429")
        browser.click("#faults button.primary")
        browser.wait("document.getElementById('tools-outcome').textContent.includes('429')")
        self.comment("It is on its way.")
        self.receive(0)
        browser.click("#tools [aria-controls=time-panel]")
        browser.click("#time-panel button[data-seconds='60']")
        self.receive(1)
        attempts = texts(browser, ".group:first-child [data-type=webhook_attempted] > .line strong")
        expect("attempts", [attempt[:3] for attempt in attempts], ["429", "201"])
        browser.click("#tools [aria-controls=time-panel]")


def reset(browser):
    browser.click("#tools [aria-controls=reset-panel]")
    browser.click("#reset")
    browser.wait("!document.getElementById('start').hidden")
    expect("entries after a reset", texts(browser, ".entry"), [])
    expect("messages after a reset", texts(browser, ".bubble"), [])
    if not browser.evaluate("document.getElementById('ticket-view').hidden"):
        raise Failure("a ticket is there after a reset")
