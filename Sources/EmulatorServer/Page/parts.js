// The pieces that the details of an entry are made of.
import { element } from "./dom.js";
import { parsed } from "./server.js";
import { shown } from "./words.js";

/** A piece that can be opened; `hint` tells beforehand what is inside. */
export function part(title, hint, isCode, ...content) {
  return element(
    "details",
    { class: "part" },
    element(
      "summary",
      {},
      title,
      hint
        ? element("span", { class: isCode ? "peek code" : "peek", dir: "auto" }, hint.slice(0, 200))
        : null,
    ),
    ...content,
  );
}

/** A text as it is, but for JSON, which is set out in lines. */
export function text(title, content) {
  if (content === null || content === undefined || content === "") return null;
  const source = typeof content === "string" ? content : JSON.stringify(content);
  const document = /^\s*[[{]/.test(source) ? parsed(source) : null;
  const lines = document ? JSON.stringify(document, null, 2) : source;
  return part(title, source.replace(/\s+/g, " "), true, element("pre", { dir: "auto" }, lines));
}

/** Names and values; what has no value is left out. */
export function facts(title, pairs) {
  const there = pairs.filter(([, value]) => !isEmpty(value));
  if (there.length === 0) return null;
  const items = there.map(([name, value]) => [
    element("dt", {}, name),
    element("dd", { dir: "auto" }, shown(value)),
  ]);
  return part(title, null, false, element("dl", { class: "facts" }, ...items));
}

function isEmpty(value) {
  return [null, undefined, ""].includes(value) || (Array.isArray(value) && value.length === 0);
}

/** The headers of a request, or anything else by name. */
export function members(title, object) {
  return facts(title, Object.entries(object ?? {}));
}

/** `status: new → open` for each. */
export function changes(list, name = "field") {
  if (!list?.length) return null;
  const items = list.map((change) =>
    element(
      "li",
      {},
      element("code", {}, shown(change[name])),
      element("span", { class: "from", dir: "auto" }, shown(change.from)),
      element("span", { class: "sr" }, "becomes"),
      element("span", { "aria-hidden": "true" }, "→"),
      element("span", { dir: "auto" }, shown(change.to)),
    ),
  );
  return element("ul", { class: "changes", "aria-label": "Changes" }, ...items);
}

/** The conditions of a rule, each with what the ticket had. */
export function conditions(list) {
  return judged("Conditions", list, (condition) => {
    const was = "previous" in condition && condition.previous !== undefined;
    const had = was
      ? `(was ${shown(condition.previous)}, is ${shown(condition.actual)})`
      : `(is ${shown(condition.actual)})`;
    const asked = [condition.field, condition.operator, condition.value]
      .filter((word) => word !== null && word !== undefined)
      .map((word) => (typeof word === "string" ? word : JSON.stringify(word)))
      .join(" ");
    return [`${condition.group}: `, element("code", {}, asked), had];
  });
}

/** What a campaign looks at before it is sent. */
export function checks(list) {
  return judged("Checks", list, (check) => [
    element("code", {}, shown(check.check)),
    shown(check.expected) === shown(check.actual)
      ? shown(check.actual)
      : `expected ${shown(check.expected)}, is ${shown(check.actual)}`,
  ]);
}

function judged(title, list, words) {
  if (!list?.length) return null;
  const failing = list.filter((item) => item.holds === false).length;
  const items = list.map((item) =>
    element(
      "li",
      { class: item.holds ? "holds" : "fails" },
      element("span", { class: "mark", "aria-hidden": "true" }, item.holds ? "✓" : "✗"),
      element("span", { class: "sr" }, item.holds ? "holds:" : "does not hold:"),
      element(
        "span",
        { dir: "auto" },
        ...words(item).flatMap((word, index) => (index === 0 ? [word] : [" ", word])),
      ),
    ),
  );
  const hint = failing === 0 ? "all hold" : `${failing} of ${list.length} not met`;
  return part(title, hint, false, element("ul", { class: "judged" }, ...items));
}
