// Requests to the emulator that serves the page: its APIs and its door.

/** An answer that is no success, in words for a person. */
export class Refusal extends Error {
  constructor(status, system, words) {
    super(words);
    this.status = status;
    /** "zendesk" or "braze" where one of the APIs refused; null at the door. */
    this.system = system;
  }
}

// What the page signs in with; any will do until somebody declares keys.
const credentials = { zendesk: "page", braze: "page" };

export function signIn(system, credential) {
  credentials[system] = credential;
}

/** Sends a request to the door. */
export function door(method, path, body, signal) {
  return send(method, `/_emulator/${path}`, body, null, signal);
}

/** Sends a request to the API of a system, with its credential. */
export function api(system, method, path, body) {
  return send(method, path, body, system);
}

async function send(method, path, body, system, signal) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (system) headers.Authorization = `Bearer ${credentials[system]}`;
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal,
    });
  } catch {
    throw new Refusal(0, system, "The emulator does not answer.");
  }
  const text = await response.text();
  const document = parsed(text);
  if (!response.ok) throw new Refusal(response.status, system, words(response, document));
  return document;
}

/** What the text says as JSON; null if it is none. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Each of the three says in its own way what is wrong. */
function words(response, document) {
  const said = [
    typeof document?.error === "string" ? document.error : document?.error?.title,
    document?.description ?? document?.error?.message,
    document?.message,
    ...Object.values(document?.details ?? {})
      .flat()
      .map((detail) => detail?.description),
  ].filter((part) => typeof part === "string" && part !== "");
  return `Refused with ${response.status}: ${said.join(": ") || "no reason is given"}`;
}
