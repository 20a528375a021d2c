// The phone: a customer's conversation with a subscription group.
import { element, find, followsEnd, offer, sends, sendsOnEnter } from "./dom.js";
import { door } from "./server.js";
import { moment, profileName, shown } from "./words.js";

let state;
let refresh;
// The messages on the wire so far, and which conversation is shown.
const messages = [];
let current = null;
let toEnd;

export function startPhone(refreshes) {
  refresh = refreshes;
  const field = find("sms-text");
  toEnd = followsEnd(find("conversation-frame"));
  find("customer").addEventListener("change", show);
  find("group").addEventListener("change", show);
  sends(find("sms"), find("sms-outcome"), send);
  sendsOnEnter(field);
}

export function clearPhone() {
  messages.length = 0;
  current = null;
}

export function addToPhone(entries) {
  messages.push(...entries.filter(({ type }) => type === "sms_received" || type === "sms_sent"));
}

export function updatePhone(next) {
  state = next;
  const phones = state.braze.profiles.filter((profile) => profile.attributes?.phone);
  offer(
    find("customer"),
    phones.length === 0
      ? [["", "nobody has a phone yet"]]
      : phones.map((profile) => [
          profile.braze_id,
          `${profileName(profile)}, ${profile.attributes.phone}`,
        ]),
  );
  const groups = groupsOfSMS();
  offer(
    find("group"),
    groups.length === 0 ? [["", "no SMS group yet"]] : groups.map(({ id, name }) => [id, name]),
  );
  show();
}

function groupsOfSMS() {
  return state.braze.subscription_groups.filter(({ channel }) => channel === "sms");
}

function customer() {
  return state.braze.profiles.find(({ braze_id: id }) => id === find("customer").value);
}

async function send() {
  const [field, profile, group] = [find("sms-text"), customer(), find("group").value];
  if (!profile || !group) throw new Error("It takes a customer with a phone, and an SMS group.");
  if (field.value.trim() === "") throw new Error("The message is empty.");
  const answer = await door("POST", "braze/inbound_sms", {
    from: profile.attributes.phone,
    subscription_group_id: group,
    body: field.value,
  });
  field.value = "";
  await refresh();
  return `Sent. Keyword category: ${shown(answer?.category)}.`;
}

function show() {
  const profile = customer();
  const phone = profile?.attributes.phone ?? null;
  const group = find("group").value;
  find("sms").querySelector("button").disabled = !phone || !group;
  showProfile(profile, group);
  const chosen = messages.filter(
    (message) =>
      (message.from === phone || message.to === phone) && message.subscription_group?.id === group,
  );
  const name = `${phone} ${group}`;
  const list = conversation(name);
  const further = chosen.slice(list.children.length);
  list.append(...further.map(bubble));
  list.parentElement.classList.toggle("empty", chosen.length === 0);
  // Whoever sends wants to see what was sent.
  if (further.length > 0) toEnd(further.some(({ type }) => type === "sms_received"));
}

/** The list of a conversation: another list for another one, so that it is not read out anew. */
function conversation(name) {
  if (current?.name === name) return current.list;
  const list = element("ol", {
    class: "conversation",
    role: "log",
    "aria-label": "Conversation by SMS",
  });
  const frame = find("conversation-frame");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "Conversation");
  frame.replaceChildren(list);
  current = { name, list };
  return list;
}

function bubble(message) {
  const isCustomers = message.type === "sms_received";
  return element(
    "li",
    { class: isCustomers ? "bubble mine" : "bubble theirs", "data-number": message.number },
    element("span", { class: "sr" }, isCustomers ? "Customer:" : "Reply:"),
    element("p", { dir: "auto" }, message.body),
    element("time", { datetime: message.at }, moment(message.at)),
  );
}

function showProfile(profile, group) {
  find("profile").hidden = !profile;
  if (!profile) return;
  const facts = [
    ["External id", profile.external_id ?? null],
    ["Subscription", profile.subscription_groups?.[group] ?? "none"],
    ...Object.entries(profile.attributes ?? {}),
    ...Object.entries(profile.custom_attributes ?? {}),
  ];
  const text = JSON.stringify(facts);
  const list = find("profile-facts");
  if (list.dataset.shown === text) return;
  list.dataset.shown = text;
  list.replaceChildren(
    ...facts.flatMap(([name, value]) => [
      element("dt", {}, name),
      element("dd", { dir: "auto" }, shown(value)),
    ]),
  );
}

