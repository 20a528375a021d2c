// What each type of entry says: a line, its tone, and the pieces of its details.
import { changes, checks, conditions, facts, members, text } from "./parts.js";
import { moment, named, person, plural, shown } from "./words.js";

const types = {
  ticket_created: (e) => ({
    line: [`Ticket #${e.ticket} created by ${person(e.by)}`, via(e)],
    quote: e.comment?.body,
    parts: [facts("Values", Object.entries(e.values ?? {}).map(value))],
  }),
  ticket_updated: (e) => ({
    line: [`Ticket #${e.ticket} updated by ${person(e.by)}`, via(e)],
    quote: e.comment?.body,
    note: e.comment && e.comment.public === false ? "internal note" : null,
    parts: [changes(e.changes)],
  }),
  trigger_fired: (e) => ({
    line: ["Trigger fired: ", strong(named(e.trigger))],
    tone: "good",
    parts: [changes(e.changes), conditions(e.conditions)],
  }),
  trigger_skipped: (e) => ({
    line: ["Trigger skipped: ", strong(named(e.trigger))],
    tone: "skipped",
    parts: [conditions(e.conditions, true)],
  }),
  automation_fired: (e) => ({
    line: ["Automation fired: ", strong(named(e.automation)), ` on ticket #${e.ticket}`],
    tone: "good",
    parts: [changes(e.changes), conditions(e.conditions)],
  }),
  automation_skipped: (e) => ({
    line: ["Automation skipped: ", strong(named(e.automation)), ` on ticket #${e.ticket}`],
    tone: "skipped",
    parts: [conditions(e.conditions, true)],
  }),
  mail_sent: (e) => ({
    line: [
      `Mail to ${typeof e.to === "object" ? person(e.to) : shown(e.to)}: `,
      strong(shown(e.subject)),
    ],
    note: "goes nowhere",
    parts: [text("Text", e.body)],
  }),
  webhook_invoked: (e) => ({
    line: ["Webhook invoked: ", strong(named(e.webhook))],
    parts: [
      text("Body", e.body),
      text("Template", e.template),
      facts("Request", [
        ["Method", e.method],
        ["URL", e.url],
        ["Rule", e.rule ? named(e.rule) : null],
        ["Invocation", e.invocation],
      ]),
    ],
  }),
  webhook_skipped: (e) => ({
    line: ["Webhook not invoked: ", strong(named(e.webhook))],
    tone: "bad",
    note: shown(e.reason),
  }),
  webhook_attempted: (e) => ({
    line: [`Attempt ${e.attempt}: `, strong(outcome(e))],
    tone: isSuccess(e) ? "good" : "bad",
    note: again(e),
    parts: [text("Answer", e.answer)],
  }),
  template_failed: (e) => ({
    line: ["Template failed: ", strong(named(e.rule ?? e.campaign))],
    tone: "bad",
    note: shown(e.reason),
  }),
  sms_received: (e) => ({
    line: [`SMS from ${shown(e.from)} to ${named(e.subscription_group)}`],
    quote: e.body,
    tone: e.ignored ? "bad" : "",
    note: e.ignored ? `ignored: ${shown(e.ignored)}` : `category ${shown(e.category)}`,
    parts: [facts("Profiles", (e.users ?? []).map((user) => [shown(user.braze_id), person(user)]))],
  }),
  subscription_changed: (e) => ({
    line: [`Subscription of ${person(e.user)} to ${named(e.subscription_group)}`],
    parts: [changes([{ field: "state", from: e.from, to: e.to }])],
  }),
  attributes_changed: (e) => ({
    line: [`Attributes of ${person(e.user)} changed`],
    parts: [changes(e.changes, "attribute")],
  }),
  event_tracked: (e) => ({
    line: [`Event of ${person(e.user)}: `, strong(shown(e.event))],
    parts: [members("Properties", e.properties)],
  }),
  campaign_entered: (e) => ({
    line: [`${kind(e)} for ${person(e.user)}: `, strong(named(e.campaign))],
    tone: "good",
    parts: [checks(e.checks)],
  }),
  campaign_skipped: (e) => ({
    line: [`${kind(e)} skipped for ${person(e.user)}: `, strong(named(e.campaign))],
    tone: isMissed(e) ? "missed" : "skipped",
    parts: [checks(e.checks, true)],
  }),
  message_aborted: (e) => ({
    line: ["Message aborted: ", strong(named(e.campaign))],
    tone: "bad",
    note: shown(e.reason),
  }),
  message_failed: (e) => ({
    line: ["Message failed: ", strong(named(e.campaign))],
    tone: "bad",
    note: shown(e.reason),
  }),
  sms_sent: (e) => ({
    line: [`SMS to ${shown(e.to)}`, e.campaign ? ` by ${named(e.campaign)}` : keyword(e)],
    quote: e.body,
    note: `${plural(e.segments ?? 1, "segment")}${e.encoding ? `, ${e.encoding}` : ""}`,
    parts: [e.template === e.body ? null : text("Template", e.template)],
  }),
  webhook_sent: (e) => ({
    line: ["Webhook sent: ", strong(named(e.campaign))],
    parts: [
      text("Body", e.body),
      text("Template of the body", e.template?.body),
      facts("Request", [
        ["Method", e.method],
        ["URL", e.url],
        ["Template of the URL", e.template?.url === e.url ? null : e.template?.url],
      ]),
      members("Headers", e.headers),
    ],
  }),
  halted: (e) => ({ line: ["Stopped"], tone: "bad", note: shown(e.reason) }),
};

/** `{line, tone, quote, note, parts}`; of an unknown type all there is. */
export function describe(entry) {
  const known = types[entry.type];
  if (known) return { tone: "", quote: null, note: null, parts: [], ...known(entry) };
  const { number, at, system, type, cause, ...details } = entry;
  return { line: [shown(type)], tone: "", parts: [members("Details", details)] };
}

function strong(words) {
  const made = document.createElement("strong");
  made.dir = "auto";
  made.textContent = words;
  return made;
}

function value([name, content]) {
  return [name, content && typeof content === "object" && content.name ? content.name : content];
}

function via(entry) {
  return entry.via ? ` via ${entry.via === "api" ? "API" : shown(entry.via).replaceAll("_", " ")}` : null;
}

function kind(entry) {
  return entry.of === "canvas" ? "Canvas" : "Campaign";
}

function keyword(entry) {
  return entry.keyword_category ? `, reply of ${shown(entry.keyword_category)}` : null;
}

/** Whether a campaign was called for and yet kept back: that is no matter of course. */
function isMissed(entry) {
  return !entry.checks?.some(({ check, holds }) => check === "trigger" && !holds);
}

function isSuccess({ status_code: status }) {
  return status >= 200 && status < 300;
}

function again(entry) {
  if (entry.retry_at) return `again at ${moment(entry.retry_at)}`;
  return isSuccess(entry) ? null : "not tried again";
}

function outcome(entry) {
  const status = entry.status_code === null ? null : entry.status_code;
  return [status, entry.outcome].filter(Boolean).join(", ");
}
