"""What can be measured of a page: names, contrast, width, structure, what it asked for."""

from browser import Failure

CONTROLS = {
    "button",
    "checkbox",
    "combobox",
    "DisclosureTriangle",
    "link",
    "listbox",
    "menuitem",
    "radio",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
}

# All text that is seen, and placeholders, whose colour differs too little from what lies behind it, by
# https://www.w3.org/TR/WCAG22/#contrast-minimum. What is disabled is exempt there.
CONTRAST = """() => {
  const numbers = (color) => {
    const found = color.match(/^rgba?\\(([^)]*)\\)$/);
    if (!found) throw new Error("cannot read the colour " + color);
    const [r, g, b, a = 1] = found[1].split(/[ ,/]+/).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => {
    const mix = (one, other) => one * top.a + other * (1 - top.a);
    return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a: 1 };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.backgroundImage !== "none") throw new Error("an image lies behind " + one.id);
      layers.push(numbers(style.backgroundColor));
    }
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const canvas = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
    return layers.reverse().reduce((below, top) => over(top, below), canvas);
  };
  const problems = [];
  let count = 0;
  const check = (element, style, text) => {
    const ground = behind(element);
    const [one, other] = [luminance(over(numbers(style.color), ground)), luminance(ground)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    count += 1;
    if (ratio < (isLarge ? 3 : 4.5)) problems.push(`${ratio.toFixed(2)}: ${text.slice(0, 60)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (text === "" || element.closest(":disabled, script, noscript, .sr")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    check(element, getComputedStyle(element), text);
  }
  for (const field of document.querySelectorAll("[placeholder]:not(:disabled)")) {
    if (field.checkVisibility()) check(field, getComputedStyle(field, "::placeholder"), field.placeholder);
  }
  return { count, problems };
}"""

STRUCTURE = """() => {
  const problems = [];
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids)) {
    if (ids.filter((other) => other === id).length > 1) problems.push(`the id ${id} is there twice`);
  }
  for (const name of ["aria-labelledby", "aria-controls", "aria-describedby"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of element.getAttribute(name).split(" ")) {
        if (!document.getElementById(id)) problems.push(`${name} names ${id}, which is not there`);
      }
    }
  }
  for (const label of document.querySelectorAll("label[for]")) {
    if (!label.control) problems.push(`a label is for ${label.htmlFor}, which is not there`);
  }
  for (const link of document.querySelectorAll("a[href^='#']")) {
    if (!document.querySelector(link.hash)) problems.push(`${link.hash} leads nowhere`);
  }
  for (const [selector, count] of [["h1", 1], ["main", 1], ["body > header", 1], ["nav", 1]]) {
    const found = document.querySelectorAll(selector).length;
    if (found !== count) problems.push(`${selector} is there ${found} times`);
  }
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) problems.push(`a level is left out above ${heading.textContent}`);
    level = next;
  }
  for (const list of document.querySelectorAll("ol, ul")) {
    for (const child of list.children) {
      if (child.localName !== "li") problems.push(`a ${child.localName} is no item of a list`);
    }
  }
  if (document.documentElement.lang === "") problems.push("the page has no language");
  if (document.title === "") problems.push("the page has no title");
  for (const element of document.querySelectorAll("[tabindex]")) {
    if (element.tabIndex > 0) problems.push("the order of the keyboard is overruled");
  }
  return problems;
}"""

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.localName}#${one.id}.${one.className}`)
    .slice(0, 5);
}"""


def check_names(browser):
    """Every control has a name for those who do not see it, as the browser itself tells it."""
    browser.send("Accessibility.enable")
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    browser.send("Accessibility.disable")
    controls = [
        node
        for node in nodes
        if not node.get("ignored") and node.get("role", {}).get("value") in CONTROLS
    ]
    nameless = [node for node in controls if not node.get("name", {}).get("value", "").strip()]
    if nameless or len(controls) < 10:
        raise Failure(f"{len(nameless)} of {len(controls)} controls have no name: {nameless[:3]}")


def check_contrast(browser):
    found = browser.call(CONTRAST)
    if found["problems"] or found["count"] < 30:
        raise Failure(f"too little contrast in {found['count']} texts: {found['problems'][:10]}")


def check_structure(browser):
    problems = browser.call(STRUCTURE)
    if problems:
        raise Failure("; ".join(problems))


def check_width(browser):
    wide = browser.call(OVERFLOW)
    if wide:
        raise Failure(f"wider than the window: {wide}")


def check_height(browser):
    """On a desk the columns scroll, and the page does not."""
    height = browser.evaluate("document.documentElement.scrollHeight - innerHeight")
    if height > 0:
        raise Failure(f"the page is {height} pixels higher than the window")


def check_quiet(browser, origin):
    """Nothing went wrong on the page's console, and nobody but the emulator was asked for anything."""
    for event in browser.drain():
        method, details = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            raise Failure(f"an exception on the page: {details['exceptionDetails']}")
        if method == "Page.javascriptDialogOpening":
            raise Failure("a text of a message was run")
        if method == "Runtime.consoleAPICalled" and details["type"] in ("error", "assert"):
            raise Failure(f"an error on the console: {details['args']}")
        if method == "Log.entryAdded" and details["entry"]["level"] == "error":
            raise Failure(f"an error in the log: {details['entry']}")
        if method == "Network.requestWillBeSent":
            url = details["request"]["url"]
            if not url.startswith((origin + "/", "data:")) and url != "about:blank":
                raise Failure(f"the page asks {url}")
