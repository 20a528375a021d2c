// A ticket as an agent sees it, and what the agent does to it.
import { discloses, element, find, followsEnd, offer, sends } from "./dom.js";
import { door } from "./server.js";
import { capitalised, moment, person } from "./words.js";

const statuses = ["new", "open", "pending", "hold", "solved", "closed"];
const priorities = ["", "low", "normal", "high", "urgent"];
const types = ["", "question", "incident", "problem", "task"];

let state;
let refresh;
let opening;
let toEnd;
// The shown comments, and the values that the form began with.
let current = null;
const began = {};
// What comes next is shown at once where nobody chose a ticket.
let isChosen = false;
let isAgentChosen = false;

export function startTicket(refreshes) {
  refresh = refreshes;
  toEnd = followsEnd(find("comments-frame"));
  for (const form of [find("opening"), find("update")]) {
    offer(form.elements.priority, choices(priorities));
    offer(form.elements.type, choices(types));
  }
  opening = discloses(find("new-ticket"), find("opening"), (open) => {
    if (open) find("opening").elements.subject.focus();
  });
  find("agent").addEventListener("change", () => {
    isAgentChosen = true;
  });
  find("ticket-choice").addEventListener("change", () => {
    isChosen = true;
    show();
  });
  sends(find("opening"), find("ticket-outcome"), open);
  sends(find("update"), find("ticket-outcome"), update);
}

export function clearTicket() {
  current = null;
  isChosen = false;
  isAgentChosen = false;
}

export function updateTicket(next) {
  state = next;
  const { tickets, users } = state.zendesk;
  // Agents before administrators, who have other work.
  const agents = users.filter(isAgent).sort((one, other) => rank(one) - rank(other));
  offer(
    find("agent"),
    agents.map((user) => [user.id, user.name]),
  );
  if (!isAgentChosen) find("agent").selectedIndex = 0;
  const requesters = [...users.filter((user) => !isAgent(user)), ...agents];
  const requester = find("opening").elements.requester_id;
  offer(
    requester,
    requesters.map((user) => [user.id, user.name]),
  );
  // Whoever was the only one there before a customer came was nobody's choice.
  if (find("opening").hidden) requester.selectedIndex = 0;
  offer(find("update").elements.assignee_id, [
    ["", "–"],
    ...agents.map((user) => [user.id, user.name]),
  ]);
  const list = find("ticket-choice");
  const had = new Set([...list.options].map(({ value }) => value));
  offer(
    list,
    tickets.length === 0
      ? [["", "none yet"]]
      : tickets.map((ticket) => [ticket.id, `#${ticket.id} ${ticket.subject ?? ""}`]),
  );
  const fresh = tickets.filter((ticket) => !had.has(String(ticket.id)));
  if (fresh.length > 0 && !isBusy()) list.value = fresh.at(-1).id;
  show();
}

/** Whether the agent is at work on the shown ticket, which then stays. */
function isBusy() {
  const form = find("update");
  return isChosen || form.elements.comment.value !== "" || form.contains(document.activeElement);
}

function rank(user) {
  return user.role === "agent" ? 0 : 1;
}

function isAgent(user) {
  return ["agent", "admin"].includes(user.role) && user.active !== false;
}

function shownTicket() {
  return state.zendesk.tickets.find(({ id }) => String(id) === find("ticket-choice").value);
}

async function open() {
  const fields = find("opening").elements;
  const ticket = {
    subject: fields.subject.value,
    requester_id: Number(fields.requester_id.value),
    comment: { body: fields.comment.value },
  };
  for (const name of ["priority", "type"]) {
    if (fields[name].value !== "") ticket[name] = fields[name].value;
  }
  const answer = await door("POST", "zendesk/tickets", { as: agent(), ticket });
  find("opening").reset();
  opening(false);
  await refresh();
  const id = answer?.ticket?.id;
  if (id !== undefined) {
    find("ticket-choice").value = id;
    show();
  }
  find("new-ticket").focus();
  return `Ticket #${id} is open.`;
}

async function update() {
  const ticket = shownTicket();
  const fields = find("update").elements;
  const changes = changed(fields);
  const text = fields.comment.value;
  const isPublic = fields.public.value === "true";
  if (text.trim() !== "") changes.comment = { body: text, public: isPublic };
  if (Object.keys(changes).length === 0) throw new Error("There is nothing to submit.");
  await door("PUT", `zendesk/tickets/${ticket.id}`, { as: agent(), ticket: changes });
  fields.comment.value = "";
  for (const name of Object.keys(began)) delete began[name];
  await refresh();
  return `Ticket #${ticket.id} is updated.`;
}

function changed(fields) {
  const changes = {};
  for (const name of ["status", "priority", "type", "assignee_id", "tags"]) {
    const value = fields[name].value;
    if (value === began[name]) continue;
    changes[name] = value === "" ? null : value;
    if (name === "assignee_id" && value !== "") changes[name] = Number(value);
    if (name === "tags") changes[name] = value.split(/[\s,]+/).filter(Boolean);
  }
  return changes;
}

function agent() {
  const id = find("agent").value;
  if (id === "") throw new Error("There is no agent yet.");
  return Number(id);
}

function show() {
  const ticket = shownTicket();
  find("ticket-view").hidden = !ticket;
  find("ticket-none").hidden = Boolean(ticket);
  if (!ticket) return;
  find("ticket-subject").textContent = ticket.subject || "(no subject)";
  const status = find("ticket-status");
  status.textContent = capitalised(ticket.status);
  status.dataset.status = ticket.status;
  const assignee = user(ticket.assignee_id);
  find("ticket-from").textContent =
    `#${ticket.id}, from ${person(user(ticket.requester_id))}`
    + (assignee ? `, assigned to ${person(assignee)}` : "");
  const tags = find("ticket-tags");
  tags.hidden = !ticket.tags?.length;
  tags.replaceChildren(...(ticket.tags ?? []).map((tag) => element("li", {}, tag)));
  showComments(ticket);
  showFields(ticket);
}

function showComments(ticket) {
  const frame = find("comments-frame");
  const isOther = current?.id !== ticket.id;
  if (isOther) {
    const list = element("ol", { class: "comments", role: "log", "aria-label": "Comments" });
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Comments of the ticket");
    frame.replaceChildren(list);
    current = { id: ticket.id, list };
    for (const name of Object.keys(began)) delete began[name];
  }
  const further = (ticket.comments ?? []).slice(current.list.children.length);
  current.list.append(...further.map(comment));
  if (further.length > 0) toEnd(isOther);
}

function comment(said) {
  const author = user(said.author_id);
  return element(
    "li",
    { class: said.public === false ? "comment private" : "comment", "data-id": said.id },
    element(
      "p",
      { class: "by" },
      element("strong", { dir: "auto" }, person(author ?? { id: said.author_id })),
      " ",
      element("span", { class: "role" }, author && isAgent(author) ? "agent" : "customer"),
      said.public === false ? element("span", { class: "badge" }, "Internal note") : null,
      element("time", { datetime: said.created_at }, moment(said.created_at)),
    ),
    element("p", { class: "said", dir: "auto" }, said.plain_body ?? said.body ?? ""),
  );
}

function user(id) {
  return state.zendesk.users.find((one) => one.id === id);
}

/** Fields follow the ticket until the agent has touched them. */
function showFields(ticket) {
  const fields = find("update").elements;
  offer(
    fields.status,
    choices(statuses.filter((status) => status !== "new" || ticket.status === "new")),
  );
  const values = {
    status: ticket.status,
    priority: ticket.priority ?? "",
    type: ticket.type ?? "",
    assignee_id: String(ticket.assignee_id ?? ""),
    tags: (ticket.tags ?? []).join(" "),
  };
  for (const [name, value] of Object.entries(values)) {
    if (began[name] === undefined || fields[name].value === began[name]) fields[name].value = value;
    began[name] = value;
  }
  const isClosed = ticket.status === "closed";
  for (const field of fields) field.disabled = isClosed;
}

function choices(words) {
  return words.map((word) => [word, word === "" ? "–" : capitalised(word)]);
}
