// What this tab remembers: who it is, what was said, what is not sent yet.
//
// The page is the platform here, as Slack keeps its own history: the server never stores a channel message. Tabs do
// not share sessionStorage, so two tabs are two people. Somebody called by name (?as=Karim) who closed their tab comes
// back as themselves in this browser: a plan may have been sent to them meanwhile.

const PREFIX = "planfirst.";
const KEPT_ENTRIES = 400;
const FRIENDLY_NAMES = ["Alex", "Sam", "Robin", "Charlie", "Camille", "Noa"];
const RELOAD_GRACE_MS = 600;

export function recall(name, otherwise) {
  const stored = sessionStorage.getItem(PREFIX + name);
  return stored === null ? otherwise : JSON.parse(stored);
}

export function keep(name, value) {
  const kept = Array.isArray(value) ? value.slice(-KEPT_ENTRIES) : value;
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    // A full storage costs the redraw after a reload, never the talk itself.
  }
}

/** The person of this tab: {id, name, as, lang, zone}. A fresh or duplicated tab becomes somebody who has no other. */
export async function whoAmI() {
  const asked = new URLSearchParams(location.search).get("as");
  const known = recall("person", null);
  if (known && (asked === null || asked === known.as) && (await claim(known.id))) return known;
  forgetEverything();
  const person = newcomer(asked, (await left(asked)) ?? (await unused()));
  keep("person", person);
  if (asked) localStorage.setItem(PREFIX + asked, person.id);
  return person;
}

/** The id of the person of that name whose tab was closed; null while it is open, or where tabs cannot tell. */
async function left(name) {
  const id = name && navigator.locks ? localStorage.getItem(PREFIX + name) : null;
  return id && (await claim(id)) ? id : null;
}

async function unused() {
  const id = freshId();
  await claim(id);
  return id;
}

function newcomer(asked, id) {
  return {
    id,
    name: asked?.trim() || FRIENDLY_NAMES[Math.floor(Math.random() * FRIENDLY_NAMES.length)],
    as: asked,
    lang: navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC",
  };
}

export function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function forgetEverything() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => sessionStorage.removeItem(key));
}

/** Hold the person's lock while the tab lives. False when another tab holds it: this one is a duplicate. */
function claim(id) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const giveUp = AbortSignal.timeout(RELOAD_GRACE_MS);
    const holdForever = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(PREFIX + id, { signal: giveUp }, holdForever).catch(() => resolve(false));
  });
}
