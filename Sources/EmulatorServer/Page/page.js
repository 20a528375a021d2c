// Follows the emulator and keeps the parts of the page up to date.
import { find } from "./dom.js";
import { addToPhone, clearPhone, startPhone, updatePhone } from "./phone.js";
import { door } from "./server.js";
import { startHelp, updateHelp } from "./start.js";
import { clearTicket, startTicket, updateTicket } from "./ticket.js";
import { setClock, startTools, updateTools } from "./tools.js";
import { addToWire, clearWire, startWire } from "./wire.js";

const second = 1000;
// Some changes, such as a new profile, leave no entry on the wire: every so often all is read.
const roundsBetweenReadings = 4;

let last = 0;
let rounds = 0;
let failures = 0;
let timer = null;
let reading = Promise.resolve();

/** Reads what is new, after what is being read already. */
function refresh(isThorough = true) {
  const next = reading.then(() => read(isThorough));
  // What fails here fails for whoever waits for it, and not for the next one.
  reading = next.catch(() => {});
  return next;
}

async function read(isThorough) {
  const signal = AbortSignal.timeout(15 * second);
  let { entries, last: newest } = await door("GET", `wire?after=${last}`, undefined, signal);
  if (newest < last) {
    // The emulator has begun anew.
    clear();
    ({ entries, last: newest } = await door("GET", "wire?after=0", undefined, signal));
  }
  last = newest;
  addToWire(entries);
  addToPhone(entries);
  if (!isThorough && entries.length === 0) return;
  const [braze, zendesk, clock] = await Promise.all(
    ["braze", "zendesk", "clock"].map((part) => door("GET", part, undefined, signal)),
  );
  const state = { braze, zendesk };
  updateHelp(state);
  updatePhone(state);
  updateTicket(state);
  setClock(clock);
  await updateTools(signal);
}

function clear() {
  last = 0;
  clearWire();
  clearPhone();
  clearTicket();
}

async function follow() {
  clearTimeout(timer);
  try {
    await refresh(rounds % roundsBetweenReadings === 0);
    rounds += 1;
    failures = 0;
    tell(null);
  } catch (error) {
    failures += 1;
    tell(error);
  }
  timer = setTimeout(follow, pause());
}

/** How long until the next look: longer where nobody sees it, or nobody answers. */
function pause() {
  if (failures > 0) return Math.min(2 ** failures, 16) * second;
  return document.hidden ? 10 * second : second;
}

function tell(error) {
  const banner = find("connection");
  const words = error ? `${error.message} It is tried again, and what is shown may be old.` : "";
  if (banner.textContent !== words) banner.textContent = words;
  banner.hidden = words === "";
}

startWire();
startPhone(refresh);
startTicket(refresh);
startTools(refresh);
startHelp(refresh);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) follow();
});
follow();
