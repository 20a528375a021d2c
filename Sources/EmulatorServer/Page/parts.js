// The pieces that the details of an entry are made of.
import { element } from "./dom.js";
import { parsed } from "./server.js";
import { shown, valueOf } from "./words.js";

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
  // Attributes in Braze may be called as fields in Zendesk are.
  const said = (value, change) => valueOf(name === "field" ? change.field : null, value);
  const items = list.map((change) =>
    element(
      "li",
      {},
      element("code", {}, shown(change[name])),
      element("span", { class: "from", dir: "auto" }, said(change.from, change)),
      element("span", { class: "sr" }, "becomes"),
      element("span", { "aria-hidden": "true" }, "→"),
      element("span", { dir: "auto" }, said(change.to, change)),
    ),
  );
  return element("ul", { class: "changes", "aria-label": "Changes" }, ...items);
}

/** The conditions of a rule, each with what the ticket had; those that kept it back come first. */
export function conditions(list, isSkipped = false) {
  return judged("Conditions", list, isSkipped, (condition) => {
    const was = "previous" in condition && condition.previous !== undefined;
    const { field, operator, value } = condition;
    const is = valueOf(field, condition.actual);
    const had = was ? `(was ${valueOf(field, condition.previous)}, is ${is})` : `(is ${is})`;
    const isAlone = value === null || value === undefined;
    const asked = [field, operator, ...(isAlone ? [] : [valueOf(field, value)])].join(" ");
    return [`${condition.group}: `, element("code", {}, asked), had];
  });
}

/** What a campaign looks at before it is sent; what kept it back comes first. */
export function checks(list, isSkipped = false) {
  return judged("Checks", list, isSkipped, (check) => [
    element("code", {}, shown(check.check)),
    shown(check.expected) === shown(check.actual)
      ? shown(check.actual)
      : `expected ${shown(check.expected)}, is ${shown(check.actual)}`,
  ]);
}

/** What does not hold, where that matters: of what is in the group `any`, one suffices. */
function failing(list) {
  const isEnough = list.some(({ group, holds }) => group === "any" && holds);
  return list.filter(({ group, holds }) => !holds && !(group === "any" && isEnough));
}

function judged(title, list, isSkipped, words) {
  if (!list?.length) return null;
  const item = (one) =>
    element(
      "li",
      { class: one.holds ? "holds" : "fails" },
      element("span", { class: "mark", "aria-hidden": "true" }, one.holds ? "✓" : "✗"),
      element("span", { class: "sr" }, one.holds ? "holds:" : "does not hold:"),
      element(
        "span",
        { dir: "auto" },
        ...words(one).flatMap((word, index) => (index === 0 ? [word] : [" ", word])),
      ),
    );
  const reasons = failing(list);
  const hint = reasons.length === 0 ? "met" : `${reasons.length} of ${list.length} not met`;
  const whole = part(title, hint, false, element("ul", { class: "judged" }, ...list.map(item)));
  if (!isSkipped || reasons.length === 0) return whole;
  return [
    element("ul", { class: "judged", "aria-label": "Why not" }, ...reasons.map(item)),
    // Where nothing else was looked at there is nothing more to be seen.
    reasons.length === list.length ? null : whole,
  ];
}
