// How things are called and dated on the page.

const clock = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** A moment in words; ISO 8601 or seconds since 1970. */
export function moment(at) {
  const date = new Date(typeof at === "number" ? at * 1000 : at);
  return Number.isNaN(date.getTime()) ? String(at ?? "") : clock.format(date);
}

// Whom and what the ids in tickets' fields stand for, by field and id.
let names = new Map();

/** Takes over the people and groups of Zendesk. */
export function learnNames({ users, groups }) {
  const table = (list) => new Map(list.map(({ id, name }) => [String(id), name]));
  const people = table(users);
  names = new Map([
    ["requester_id", people],
    ["submitter_id", people],
    ["assignee_id", people],
    ["group_id", table(groups)],
  ]);
}

/** The value of a ticket's field as text: a name where it is an id, and whose is known. */
export function valueOf(field, value) {
  return names.get(field)?.get(String(value)) ?? shown(value);
}

/** Whatever it is, as text: strings as they are, the rest as JSON, nothing as a dash. */
export function shown(value) {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A person of Zendesk, or a user of Braze. */
export function person(whom) {
  if (!whom) return "somebody";
  return whom.name ?? whom.external_id ?? (whom.braze_id ? `user ${whom.braze_id}` : `${whom.id}`);
}

/** The name of a Braze profile. */
export function profileName(profile) {
  const { first_name: first, last_name: last } = profile.attributes ?? {};
  return [first, last].filter(Boolean).join(" ") || profile.external_id || "Anonymous";
}

/** The name of what has an id, a title or both. */
export function named(thing) {
  return thing?.title ?? thing?.name ?? shown(thing?.id);
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** `in_progress` as `In progress`. */
export function capitalised(word) {
  const text = String(word).replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
