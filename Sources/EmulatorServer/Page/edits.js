// Edits by hand: what somebody changes in Zendesk's and Braze's own pages, past the spec.
import { attempt, element, find, offer, sends } from "./dom.js";
import { api, door } from "./server.js";

// The category of the triggers that every account begins with.
const standard = "Notifications";

let refresh;
// What can be edited, by its path in the API or at the door.
let things = new Map();
// What the field of the form began with, to know whether somebody has changed it.
let original = "";

export function startEdits(refreshes) {
  refresh = refreshes;
  const form = find("wording");
  form.elements.place.addEventListener("change", showWords);
  sends(form, find("tools-outcome"), saveWords);
}

/** Takes over the triggers of Zendesk, and the campaigns and Canvases of Braze. */
export function updateEdits({ zendesk, braze }) {
  const triggers = zendesk.triggers.map(trigger);
  const isStandard = ({ group }) => group === `Zendesk: ${standard}`;
  const all = [
    ...triggers.filter((thing) => !isStandard(thing)),
    ...dashboard(braze.campaigns, "Braze: campaigns", "campaigns"),
    ...dashboard(braze.canvases, "Braze: Canvases", "canvases"),
    ...triggers.filter(isStandard),
  ];
  things = new Map(all.map((thing) => [thing.path, thing]));
  find("switches-none").hidden = all.length > 0;
  arrange(all);
  const isWorded = (thing) => typeof thing.words === "string" && !isStandard(thing);
  const { place, words } = find("wording").elements;
  const chosen = place.value;
  const texts = all.filter(isWorded);
  offer(place, texts.map(({ path, title, wording }) => [path, `${title}: ${wording}`]));
  find("wording").hidden = texts.length === 0;
  if (place.value !== chosen || words.value === original) showWords();
}

function trigger({ id, title, active, category }) {
  const path = `/api/v2/triggers/${id}`;
  return {
    path,
    group: `Zendesk: ${category}`,
    title,
    isOn: active,
    states: ["inactive", "active"],
    turn: (isOn) => api("zendesk", "PUT", path, { trigger: { active: isOn } }),
    wording: "title",
    words: title,
    reword: (text) => api("zendesk", "PUT", path, { trigger: { title: text } }),
  };
}

/** What Braze's dashboard has; what is archived it does not show. */
function dashboard(list, group, kind) {
  return list
    .filter(({ archived }) => !archived)
    .map(({ id, name, enabled, sms }) => {
      const path = `braze/${kind}/${id}`;
      return {
        path,
        group,
        title: name,
        isOn: enabled,
        states: ["disabled", "enabled"],
        turn: (isOn) => door("PATCH", path, { enabled: isOn }),
        wording: "SMS",
        words: sms?.body,
        reword: (text) => door("PATCH", path, { sms: { body: text } }),
      };
    });
}

/** Shows a switch for each; where they are the same ones as before, those stay, with the focus. */
function arrange(all) {
  const list = find("switches");
  const arrangement = JSON.stringify(all.map(({ path, group, title }) => [path, group, title]));
  if (list.dataset.shown !== arrangement) {
    const focused = list.contains(document.activeElement) ? document.activeElement.value : null;
    list.dataset.shown = arrangement;
    const groups = [...new Set(all.map(({ group }) => group))];
    list.replaceChildren(
      ...groups.map((group) =>
        element(
          "fieldset",
          {},
          element("legend", {}, group),
          ...all.filter((thing) => thing.group === group).map(toggle),
        ),
      ),
    );
    [...list.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
  }
  setSwitches();
}

function toggle({ path, title }) {
  const input = element("input", { type: "checkbox", role: "switch", value: path });
  input.addEventListener("change", async () => {
    await attempt(find("tools-outcome"), () => turn(path, input.checked));
    // What was refused, or came while another one was under way, has not changed.
    setSwitches();
  });
  return element(
    "label",
    { class: "check" },
    input,
    element("span", { class: "grow", dir: "auto" }, title),
    // A switch tells its state by itself.
    element("span", { class: "state", "aria-hidden": "true" }),
  );
}

function setSwitches() {
  for (const input of find("switches").querySelectorAll("input")) {
    const { isOn, states } = things.get(input.value);
    input.checked = isOn;
    input.parentElement.lastChild.textContent = states[Number(isOn)];
  }
}

async function turn(path, isOn) {
  const { title, states, turn: send } = things.get(path);
  await send(isOn);
  await refresh();
  return `${title} is ${states[Number(isOn)]}.`;
}

/** Shows the text that is chosen as it is now. */
function showWords() {
  const { place, words } = find("wording").elements;
  const now = things.get(place.value)?.words ?? "";
  // Where nothing changed nothing is touched, lest the cursor jumps.
  if (words.value !== now) words.value = now;
  original = words.value;
}

async function saveWords() {
  const { place, words } = find("wording").elements;
  const { title, wording, reword } = things.get(place.value);
  const text = words.value;
  await reword(text);
  original = text;
  await refresh();
  return `${title}: the ${wording} is changed.`;
}
