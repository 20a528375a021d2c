// Follows the emulator and keeps the parts of the page up to date.
import { find } from "./dom.js";
import { startEdits, updateEdits } from "./edits.js";
import { addToPhone, clearPhone, startPhone, updatePhone } from "./phone.js";
import { door } from "./server.js";
import { startHelp, updateHelp } from "./start.js";
import { clearTicket, startTicket, updateTicket } from "./ticket.js";
import { setClock, startTools, updateTools } from "./tools.js";
import { addToWire, clearWire, startWire } from "./wire.js";
import { learnNames } from "./words.js";

const second = 1000;
// Some changes, such as a new profile, leave no entry on the wire: every so often all is read.
const roundsBetweenReadings = 4;

// The newest entry that is shown.
let newest = null;
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
  const { entries, isAnew } = await news(signal);
  if (!isThorough && !isAnew && entries.length === 0) return;
  const [braze, zendesk, clock] = await Promise.all(
    ["braze", "zendesk", "clock"].map((part) => door("GET", part, undefined, signal)),
  );
  const state = { braze, zendesk };
  if (isAnew) clear();
  newest = entries.at(-1) ?? newest;
  learnNames(zendesk);
  addToWire(entries);
  addToPhone(entries);
  updateHelp(state);
  updatePhone(state);
  updateTicket(state);
  updateEdits(state);
  setClock(clock);
  await updateTools(signal);
}

/** What happened since; all there is where the emulator has begun anew, and numbers with it. */
async function news(signal) {
  const after = async (number) =>
    (await door("GET", `wire?after=${number}`, undefined, signal)).entries;
  if (!newest) return { entries: await after(0), isAnew: false };
  // The entry that is known already is asked for again: after a new beginning it is another one.
  const [same, ...entries] = await after(newest.number - 1);
  if (JSON.stringify(same) === JSON.stringify(newest)) return { entries, isAnew: false };
  return { entries: await after(0), isAnew: true };
}

function clear() {
  newest = null;
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
}

startWire();
startPhone(refresh);
startTicket(refresh);
startTools(refresh);
startEdits(refresh);
startHelp(refresh);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) follow();
});
follow();
