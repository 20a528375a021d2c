"""The guides' conversation, played on the page by typing and clicking."""

import json

from browser import Failure

# Zendesk takes tags out of a comment's text; the rest it keeps.
KEPT = "\"quoted\" \\ & {{ticket.id}} مرحبا 😀"
HOSTILE = "<img src=x onerror=alert(1)> " + KEPT


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
        """So many messages come, and the last one is in sight."""
        self.bubbles += count
        self.browser.wait(f"document.querySelectorAll('.bubble').length >= {self.bubbles}")
        expect("messages on the phone", len(texts(self.browser, ".bubble")), self.bubbles)
        hidden = self.browser.evaluate(
            """(() => {
              const frame = document.getElementById("conversation-frame");
              return frame.scrollHeight - frame.scrollTop - frame.clientHeight;
            })()"""
        )
        if hidden > 48:
            raise Failure(f"the last message is {hidden} pixels out of sight")

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

    def replied(self):
        """Whether the trigger that sends replies fired upon what somebody did last."""
        fired = ".group:first-child [data-type=trigger_fired] > .line strong"
        return "Reply by Braze SMS" in texts(self.browser, fired)

    def play(self):
        """A customer asks for help, and the two sides talk."""
        browser = self.browser
        self.text("SUPPORT", replies=1)
        expect("the reply", self.shown()[-1], "A customer service rep will contact you shortly.")
        self.arrive(1)
        expect("the first comment", self.said(), ["SUPPORT"])
        expect("the subject", texts(browser, "#ticket-subject"), ["Action Needed"])
        expect("a reply to what the API writes", self.replied(), False)

        self.comment("Hello Ann, how can I help?")
        self.receive(1)
        message = self.shown()[-1]
        if "Hello Ann, how can I help?" not in message or "-----" in message or "Max" in message:
            raise Failure(f"the reply reads: {message!r}")
        expect("a reply upon a reply", self.replied(), True)

        self.text("My parcel is late.")
        self.arrive(1)
        if not self.said()[-1].endswith("My parcel is late."):
            raise Failure(f"the customer's answer reads: {self.said()[-1]!r}")

        self.comment("She is right.", public=False)
        expect("a reply upon a note", self.replied(), False)
        expect("the kind of comment", len(texts(browser, ".comment.private")), 1)
        self.receive(0)
        self.comment("It left the depot this morning.")
        self.receive(1)

    def go_on(self):
        """What is nasty, and the end of the ticket."""
        browser = self.browser
        self.hostile()
        self.faulty()
        self.edited()
        browser.choose("#update select[name=status]", "Solved")
        browser.click("#update button.primary")
        browser.wait("document.getElementById('ticket-status').textContent === 'Solved'")
        self.receive(1)
        expect("the end", self.shown()[-1], "Your ticket has been closed")
        changes = texts(browser, ".group:first-child > .changes > li > :last-child")
        expect("names in the place of ids", changes, ["solved", "Max Agent", "Support"])
        browser.click("#profile summary")
        facts = texts(browser, "#profile-facts > *")
        expect("open", facts[facts.index("zendesk_ticket_open") + 1], "false")
        self.text("Thank you!")
        self.arrive(0)
        missed = ".group:first-child [data-type=campaign_skipped]:not(.skipped)"
        browser.wait(f"document.querySelector('{missed}')?.checkVisibility()")
        expect("what was kept back", texts(browser, missed + " strong"), ["Zendesk - forward an SMS"])
        reasons = texts(browser, missed + " > .judged > .fails code")
        expect("why", reasons, ["audience: zendesk_ticket_open equals"])

    def hostile(self):
        """Markup in a message is text wherever it is shown."""
        self.text(HOSTILE)
        self.arrive(1)
        expect("markup on the phone", self.shown()[-1], HOSTILE)
        if not self.said()[-1].endswith(KEPT):
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
        expect("faults", len(texts(browser, "#faults-left > li")), 1)
        self.comment("It is on its way.")
        self.receive(0)
        browser.click("#tools [aria-controls=time-panel]")
        browser.click("#time-panel button[data-seconds='60']")
        self.receive(1)
        passed = "A minute has passed."
        browser.wait(f"document.getElementById('tools-outcome').textContent === '{passed}'")
        browser.wait("document.getElementById('faults-left').hidden")
        attempts = texts(browser, ".group:first-child [data-type=webhook_attempted] > .line strong")
        expect("attempts", [attempt[:3] for attempt in attempts], ["429", "201"])
        browser.click("#tools [aria-controls=time-panel]")
        self.given_up()

    def given_up(self):
        """What is not sent again says so."""
        browser = self.browser
        browser.click("#tools [aria-controls=faults-panel]")
        browser.choose("#faults [name=kind]", "500")
        browser.click("#faults button.primary")
        browser.wait("document.getElementById('tools-outcome').textContent.includes('500')")
        self.comment("It is nearly there.")
        attempt = ".group:first-child [data-type=webhook_attempted]"
        browser.wait(f"document.querySelector('{attempt}') !== null")
        expect("the attempt", texts(browser, attempt + " > .note"), ["not tried again"])
        browser.click("#tools [aria-controls=faults-panel]")
        self.receive(0)

    def edited(self):
        """What somebody switches off by hand does nothing until it is switched on again."""
        browser = self.browser
        browser.click("#tools [aria-controls=edits-panel]")
        legends = texts(browser, "#switches legend")
        expect("the first triggers", legends[0], "Zendesk: Trigger a message")
        expect("the last triggers", legends[-1], "Zendesk: Notifications")
        self.switch("Reply by Braze SMS", "inactive")
        self.comment("Nobody hears this.")
        expect("a reply of an inactive trigger", self.replied(), False)
        self.receive(0)
        self.switch("Reply by Braze SMS", "active")
        self.comment("Somebody hears this.")
        self.receive(1)
        campaign = "Zendesk - agent reply"
        self.switch(campaign, "disabled")
        self.comment("A campaign at rest sends nothing.")
        self.receive(0)
        self.switch(campaign, "enabled")
        self.reworded(campaign)
        browser.click("#tools [aria-controls=edits-panel]")

    def switch(self, title, state):
        browser = self.browser
        path = browser.call(
            """(title) => [...document.querySelectorAll("#switches label")]
              .find((label) => label.textContent.startsWith(title))?.querySelector("input").value""",
            title,
        )
        chosen = f"#switches input[value='{path}']"
        browser.click(chosen)
        words = json.dumps(f"{title} is {state}.")
        browser.wait(f"document.getElementById('tools-outcome').textContent === {words}")
        is_on = state in ("active", "enabled")
        expect("the switch", browser.call("(one) => document.querySelector(one).checked", chosen), is_on)
        expect("its state", texts(browser, f"{chosen} ~ .state"), [state])
        focused = browser.call("(one) => document.querySelector(one).matches(':focus')", chosen)
        expect("the focus on the switch", focused, True)

    def reworded(self, title):
        """Another text is what is sent from then on, and `lockstep drift` finds it."""
        browser = self.browser
        browser.choose("#wording [name=place]", f"{title}: SMS")
        text = browser.evaluate("document.querySelector('#wording [name=words]').value")
        for words in ["By hand.", text]:
            browser.evaluate("document.querySelector('#wording [name=words]').select()")
            browser.type(words)
            browser.evaluate("document.getElementById('tools-outcome').textContent = ''")
            browser.click("#wording button.primary")
            said = json.dumps(f"{title}: the SMS is changed.")
            browser.wait(f"document.getElementById('tools-outcome').textContent === {said}")
            self.comment("How does this read?")
            self.receive(1)
            expect("the text", self.shown()[-1] == "By hand.", words == "By hand.")
            self.look_for_drift(2 if words == "By hand." else 0)

    def look_for_drift(self, code):
        """`lockstep drift` ends with this code."""
        lines = texts(self.browser, "#start-commands")[0].splitlines()
        exports = [line for line in lines if line.startswith("export ")]
        drift = f"code=0; lockstep drift || code=$?; test $code -eq {code}"
        self.run("\n".join([*exports, drift]))


def reset(browser):
    browser.click("#tools [aria-controls=reset-panel]")
    browser.click("#reset")
    browser.wait("document.querySelector('.entry') === null")
    browser.wait("!document.getElementById('start').hidden")
    expect("messages after a reset", texts(browser, ".bubble"), [])
    if not browser.evaluate("document.getElementById('ticket-view').hidden"):
        raise Failure("a ticket is there after a reset")
