// The wire: what happened, as trees that grow from what somebody did.
import { describe } from "./describe.js";
import { element, find } from "./dom.js";
import { moment } from "./words.js";

// More would make the page slow; the emulator itself keeps 10,000 entries.
const groupLimit = 100;
// What comes of more is set beside it, not further in: there is room for no more, and browsers
// fail at thousands of levels, which systems that wake each other reach.
const depthLimit = 12;

const items = new Map();
let skipped = 0;

export function startWire() {
  const show = find("show-skipped");
  const groups = find("groups");
  const change = () => groups.classList.toggle("without-skipped", !show.checked);
  show.addEventListener("change", change);
  change();
  counted();
}

export function clearWire() {
  items.clear();
  skipped = 0;
  find("groups").replaceChildren();
  find("wire-older").hidden = true;
  find("wire-empty").hidden = false;
  counted();
}

/** Adds entries, which come in the order of their numbers. */
export function addToWire(entries) {
  if (entries.length === 0) return;
  for (const entry of entries) add(entry);
  find("wire-empty").hidden = true;
  const groups = find("groups");
  while (groups.children.length > groupLimit) {
    forget(groups.lastElementChild);
    find("wire-older").hidden = false;
  }
  counted();
}

function add(entry) {
  // That all was stopped is not left at the end of what had no end.
  const parent = entry.type === "halted" ? undefined : items.get(entry.cause);
  const item = made(entry, parent?.dataset.at === entry.at);
  item.dataset.depth = Math.min(Number(parent?.dataset.depth ?? 0) + 1, depthLimit);
  items.set(entry.number, item);
  if (item.classList.contains("skipped")) skipped += 1;
  if (parent) {
    below(parent).append(item);
    raise(item.closest(".group"));
  } else {
    item.classList.add("group");
    find("groups").prepend(item);
  }
}

/** The newest doing is on top, and so is an old one from which something came just now. */
function raise(group) {
  const groups = find("groups");
  if (groups.firstElementChild === group || group.contains(document.activeElement)) return;
  groups.prepend(group);
}

function below(parent) {
  if (Number(parent.dataset.depth) === depthLimit) return parent.parentElement;
  const list = parent.querySelector(":scope > ol");
  if (list) return list;
  const made = element("ol", {});
  parent.append(made);
  return made;
}

function forget(group) {
  for (const item of [group, ...group.querySelectorAll("li[data-number]")]) {
    items.delete(Number(item.dataset.number));
    if (item.classList.contains("skipped")) skipped -= 1;
  }
  group.remove();
}

/** The time is left out where it is that of the entry above. */
function made(entry, isSameTime) {
  const { line, tone, quote, note, parts } = describe(entry);
  const system = entry.system === "zendesk" ? "Zendesk" : "Braze";
  return element(
    "li",
    {
      class: ["entry", entry.system === "zendesk" ? "zendesk" : "braze", tone].join(" ").trim(),
      "data-number": entry.number,
      "data-type": entry.type,
      "data-at": entry.at,
    },
    element(
      "div",
      { class: "line" },
      element("span", { class: "system" }, system),
      element("span", { class: "what" }, ...line.filter((word) => word !== null)),
      isSameTime ? null : element("time", { datetime: entry.at }, moment(entry.at)),
    ),
    quote ? element("p", { class: "quote", dir: "auto" }, quote) : null,
    note ? element("p", { class: "note", dir: "auto" }, note) : null,
    ...(parts ?? []),
  );
}

function counted() {
  find("skipped-count").textContent = skipped === 0 ? "" : `(${skipped})`;
}
