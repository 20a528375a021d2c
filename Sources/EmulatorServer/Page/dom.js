// Building and finding elements. Text becomes text and nothing else: no markup is ever parsed.

/** An element; `attributes` that are null or false are left out, children that are null too. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export function find(id) {
  return document.getElementById(id);
}

/** Offers `choices`, `[value, label]` each, and keeps what is chosen if it is still among them. */
export function offer(select, choices) {
  const offered = JSON.stringify(choices);
  // Where nothing changed nothing is touched, lest an opened list closes.
  if (select.dataset.offered === offered) return;
  const chosen = select.value;
  select.dataset.offered = offered;
  select.replaceChildren(
    ...choices.map(([value, label]) => element("option", { value }, label)),
  );
  if (choices.some(([value]) => String(value) === chosen)) select.value = chosen;
}

/** Shows or hides what a button opens; Escape inside closes it and goes back to the button. */
export function discloses(button, panel, onChange = () => {}) {
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    panel.hidden = !open;
    onChange(open);
  };
  button.addEventListener("click", () => set(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    set(false);
    button.focus();
  });
  return set;
}

/**
 * Keeps the end of what scrolls in sight until somebody scrolls up. Returns what is to be called
 * when something came; `true` goes to the end in any case.
 */
export function followsEnd(frame) {
  let follows = true;
  const go = (anyway = false) => {
    if (follows || anyway) frame.scrollTop = frame.scrollHeight;
  };
  frame.addEventListener("scroll", () => {
    follows = frame.scrollHeight - frame.scrollTop - frame.clientHeight < 48;
  });
  new ResizeObserver(() => go()).observe(frame);
  return go;
}

/** Runs `action` when the form is sent, once at a time, and says in `outcome` what came of it. */
export function sends(form, outcome, action) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(outcome, action);
  });
}

/** Runs `action`, which returns a sentence or throws, and shows the sentence. */
export async function attempt(outcome, action) {
  if (outcome.dataset.busy) return;
  outcome.dataset.busy = "true";
  try {
    say(outcome, (await action()) ?? "");
  } catch (error) {
    say(outcome, error.message, true);
  } finally {
    delete outcome.dataset.busy;
  }
}

export function say(outcome, sentence, isProblem = false) {
  outcome.textContent = sentence;
  outcome.classList.toggle("problem", isProblem);
}

/** Sends the form on Enter; Shift and Enter begins a new line. Not while a word is composed. */
export function sendsOnEnter(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
}
