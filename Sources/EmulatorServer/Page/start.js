// Where nothing is set up yet: what to do, and people to begin with.
import { attempt, element, find, sends } from "./dom.js";
import { api, signIn } from "./server.js";

const commands = [
  "export LOCKSTEP_ENVIRONMENT=served ZENDESK_ACCESS_TOKEN=any BRAZE_API_KEY=any",
  "export BRAZE_SENDING_KEY=any BRAZE_TRACKING_KEY=any ZENDESK_WEBHOOK_TOKEN=any",
  "lockstep apply --yes",
  "lockstep runbook --perform",
  "lockstep apply --yes",
];
// The environment `served` of integration.yaml.example says so.
const examplePort = "8099";

let state;
let refresh;
// What to do again once a refused credential is replaced.
let pending = null;

export function startHelp(refreshes) {
  refresh = refreshes;
  find("start-commands").replaceChildren(element("code", {}, commands.join("\n")));
  const hint = find("start-port");
  hint.hidden = location.port === examplePort;
  hint.textContent =
    `The example's environment “served” names port ${examplePort}: `
    + `write ${location.port || "80"} there, where this emulator listens.`;
  const outcome = find("start-outcome");
  find("make-customer").addEventListener("click", () => attempt(outcome, makeCustomer));
  find("make-agent").addEventListener("click", () => attempt(outcome, makeAgent));
  sends(find("credentials"), outcome, useCredential);
}

export function updateHelp(next) {
  state = next;
  const hasSpec = state.braze.subscription_groups.some(({ channel }) => channel === "sms");
  const hasCustomer = state.braze.profiles.some((profile) => profile.attributes?.phone);
  const hasAgent = state.zendesk.users.some(({ role }) => role === "agent");
  const start = find("start");
  const isDone = hasSpec && hasCustomer && hasAgent;
  if (isDone && start.contains(document.activeElement)) find("phone").focus();
  start.hidden = isDone;
  find("start-title").textContent = hasSpec ? "People are missing" : "Nothing is set up yet";
  find("start-spec").hidden = hasSpec;
  find("make-customer").disabled = !hasSpec || hasCustomer;
  find("make-agent").disabled = hasAgent;
}

async function makeCustomer() {
  const groups = state.braze.subscription_groups.filter(({ channel }) => channel === "sms");
  await authorised("braze", makeCustomer, () =>
    api("braze", "POST", "/users/track", {
      attributes: [
        {
          external_id: "ann-1",
          first_name: "Ann",
          last_name: "Lee",
          email: "ann@example.com",
          phone: "+12025550123",
          subscription_groups: groups.map(({ id }) => ({
            subscription_group_id: id,
            subscription_state: "subscribed",
          })),
        },
      ],
    }),
  );
  await refresh();
  return "Ann Lee has a phone, and is subscribed.";
}

async function makeAgent() {
  await authorised("zendesk", makeAgent, () =>
    api("zendesk", "POST", "/api/v2/users", {
      user: { name: "Max Agent", email: "max@acme.example", role: "agent" },
    }),
  );
  await refresh();
  return "Max Agent is at work.";
}

/** Runs `request`; if it is refused for its credential, another one can be given. */
async function authorised(system, again, request) {
  try {
    await request();
    find("credentials").hidden = true;
  } catch (error) {
    if (![401, 403].includes(error.status)) throw error;
    pending = { system, again };
    find("credentials").hidden = false;
    find("credentials-label").textContent =
      system === "braze" ? "A Braze API key with users.track" : "A Zendesk access token";
    find("credentials-value").focus();
    throw error;
  }
}

async function useCredential() {
  const field = find("credentials-value");
  if (!pending) return "";
  signIn(pending.system, field.value);
  field.value = "";
  return pending.again();
}
