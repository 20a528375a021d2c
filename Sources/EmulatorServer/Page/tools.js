// What is done to the emulator as a whole: time, faults, open facts, a new beginning.
import { attempt, discloses, element, find, sends } from "./dom.js";
import { door } from "./server.js";
import { capitalised, moment, plural } from "./words.js";

let refresh;
// How far the emulated time is ahead of this machine's, in milliseconds.
let ahead = 0;

export function startTools(refreshes) {
  refresh = refreshes;
  startPanels();
  const outcome = find("tools-outcome");
  for (const button of find("time-panel").querySelectorAll("button")) {
    button.addEventListener("click", () =>
      attempt(outcome, () => pass(Number(button.dataset.seconds), button.textContent)),
    );
  }
  sends(find("faults"), outcome, addFault);
  find("faults-clear").addEventListener("click", () =>
    attempt(outcome, async () => {
      await door("DELETE", "faults");
      await updateTools();
      return "No request is made to fail any more.";
    }),
  );
  find("reset").addEventListener("click", () =>
    attempt(outcome, async () => {
      await door("POST", "reset");
      find("reset-panel").hidden = true;
      const button = find("tools").querySelector("[aria-controls=reset-panel]");
      button.setAttribute("aria-expanded", "false");
      button.focus();
      await refresh();
      return "The emulator begins anew.";
    }),
  );
  setInterval(tick, 1000);
}

/** One panel is open at a time. */
function startPanels() {
  const closers = [];
  for (const button of find("tools").querySelectorAll("button")) {
    const panel = find(button.getAttribute("aria-controls"));
    const set = discloses(button, panel, (open) => {
      if (!open) return;
      for (const close of closers) if (close !== set) close(false);
      if (panel.id === "facts-panel") attempt(find("tools-outcome"), showFacts);
    });
    closers.push(set);
  }
}

async function pass(seconds, words) {
  const answer = await door("POST", "clock", { seconds });
  setClock(answer);
  await refresh();
  return `${words.trim().replace(/passes$/, "has passed").replace(/pass$/, "have passed")}.`;
}

/** Takes over the emulated time, `{"now": …}`. */
export function setClock({ now }) {
  ahead = new Date(now).getTime() - Date.now();
  tick();
}

function tick() {
  const now = new Date(Date.now() + ahead);
  const clock = find("clock");
  const words = moment(now.toISOString());
  if (clock.textContent === words) return;
  clock.textContent = words;
  clock.setAttribute("datetime", now.toISOString());
}

const faults = {
  429: { kind: "status", status: 429, retry_after: 30 },
  500: { kind: "status", status: 500 },
  slow: { kind: "slow", seconds: 100 },
  cut: { kind: "disconnect_before" },
};

async function addFault() {
  const { path, kind, times } = find("faults").elements;
  const count = Number(times.value);
  const fault = { ...faults[kind.value], path: path.value, times: count };
  await door("POST", "faults", { faults: [fault] });
  await updateTools();
  const [what, how] = [path, kind].map((select) => select.selectedOptions[0].textContent.trim());
  return `The next ${plural(count, "request")} (${what}): ${how}.`;
}

/** Shows which requests are still to fail. */
export async function updateTools(signal) {
  const { faults: left } = await door("GET", "faults", undefined, signal);
  const text = JSON.stringify(left);
  const list = find("faults-left");
  if (list.dataset.shown === text) return;
  list.dataset.shown = text;
  list.hidden = left.length === 0;
  list.replaceChildren(...left.map((fault) => element("li", {}, words(fault))));
}

function words({ kind, path, times, status, seconds }) {
  const how = { status: `${status}`, slow: `after ${seconds} s` }[kind] ?? capitalised(kind);
  return `${path}: ${how}, ${plural(times, "request")} more`;
}

async function showFacts() {
  const { facts } = await door("GET", "facts");
  find("facts").replaceChildren(...facts.map(fact));
}

/** A fact and its readings, of which one is taken. */
function fact({ name, reading, touched, readings }) {
  const choices = readings.map((one) =>
    element(
      "label",
      { class: "check" },
      element("input", {
        type: "radio",
        name: `fact-${name}`,
        value: one.name,
        checked: one.name === reading,
      }),
      element("span", {}, element("code", {}, one.name), " ", one.meaning),
    ),
  );
  const made = element(
    "fieldset",
    {},
    element(
      "legend",
      {},
      title(name),
      " ",
      touched ? element("span", { class: "badge" }, "asked for") : null,
    ),
    ...choices,
  );
  made.addEventListener("change", ({ target }) =>
    attempt(find("tools-outcome"), async () => {
      await door("PUT", "facts", { [name]: target.value });
      return `${title(name)}: ${target.value}.`;
    }),
  );
  return made;
}

/** `zendesk-json-escaping` as `Zendesk: json escaping`. */
function title(name) {
  const [system, ...rest] = name.split("-");
  return `${capitalised(system)}: ${rest.join(" ").replace("json", "JSON")}`;
}
