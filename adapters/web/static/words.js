// Every word of the page itself, in both languages. What the coach says comes from the coach.

export const WORDS = {
  en: {
    skip: "Skip to the talk",
    tagline: "The plan first, then the tool.",
    you_are: "You are",
    second: "Open a second person",
    language: "Language",
    panes: "Panes",
    pane_channel: "Channel",
    pane_talk: "Coach",
    pane_plan: "Plan",
    fresh: "new",
    channel_about: "Make-believe. Other tabs are colleagues.",
    channel_write: "Write to the channel",
    try: "Not sure what to write? Pick one, then send it:",
    manners: "The coach rarely steps in: once in 14 days for each person, five times a day in a channel, from 8:00 to 19:00. You can always start a plan yourself.",
    examples: [
      "We should launch a Slack community for innovation",
      "We need an onboarding app because newcomers are lost",
      "Lunch on Thursday is at noon",
    ],
    send: "Send",
    only_you: "Only visible to you",
    talk_title: "Planfirst, your coach",
    talk_about: "Private: nobody else sees this talk.",
    talk_write: "Write to the coach",
    welcome:
      "When a message in the channel names a tool before a plan, the coach offers its help. You can also begin right here.",
    start: "Start a plan",
    shortcuts: "Shortcuts",
    repeat: "repeat",
    wishes: ["back", "skip", "why", "example", "pause", "summary"],
    commands: ["/plan", "/plan list", "/plan review", "/plan send …", "/plan help"],
    plan_heading: "Your plan",
    plan_empty: "Nothing noted yet. It takes shape here while you talk, and it is saved at every answer.",
    stages: "Stages",
    stage: ["Problem", "Objective", "Plan", "Tools", "First action"],
    stage_done: "done",
    stage_now: "now",
    steps: "Steps",
    open_points: "Open points",
    open_none: "None",
    reviewer: (name) => `reviewer: ${name}`,
    chart: (measure) => `Chart: ${measure}. Its figures stand below.`,
    planned: "planned",
    measured: "measured",
    verdict: {
      no_tool: "No new tool needed",
      unblock: "A tool removes a blocker",
      radical: "A tool does it radically better",
      pending: "Can't tell yet",
    },
    state: {
      draft: "Taking shape",
      in_coaching: "Saved, with open points",
      ready: "Saved and ready",
      in_review: "In review",
      changes_requested: "Changes requested",
      approved: "Approved",
      running: "Running",
      done: "Done",
      dropped: "Dropped",
    },
    you_said: "You",
    coach_said: "Coach",
    offline: "The connection is lost. Trying again… What you write is kept and sent as soon as it is back.",
    too_long: "That is longer than one message can be (64 kB). Your text is still in the box.",
    failed: "Something went wrong on the server, and nothing of the talk was changed. Try again, please.",
    error: "The server did not understand the page. Reload it, please: nothing is lost.",
    seeds: [
      ["Nora", "8:52", "Morning all. The new coffee machine is in, second floor."],
      ["Idris", "8:54", "Best news of the week. Who joins the walk on line 2 at 10:30?"],
      ["Nora", "8:57", "I do, with the March checklist."],
    ],
  },
  fr: {
    skip: "Aller à la conversation",
    tagline: "Le plan d'abord, l'outil ensuite.",
    you_are: "Vous êtes",
    second: "Ouvrir une deuxième personne",
    language: "Langue",
    panes: "Volets",
    pane_channel: "Canal",
    pane_talk: "Coach",
    pane_plan: "Plan",
    fresh: "nouveau",
    channel_about: "Imaginaire. Les autres onglets sont des collègues.",
    channel_write: "Écrire dans le canal",
    try: "Une idée de message ? Choisissez, puis envoyez :",
    manners:
      "Le coach intervient rarement : une fois tous les 14 jours par personne, cinq fois par jour dans un canal, de 8 h à 19 h. On peut toujours commencer un plan soi-même.",
    examples: [
      "Il faudrait créer une communauté Teams pour les techniciens, on ne partage rien entre les sites",
      "On devrait lancer une appli d'accueil, les nouveaux sont perdus",
      "Jeudi, on déjeune à midi",
    ],
    send: "Envoyer",
    only_you: "Visible de vous uniquement",
    talk_title: "Planfirst, votre coach",
    talk_about: "Privé : personne d'autre ne voit cette conversation.",
    talk_write: "Écrire au coach",
    welcome:
      "Quand un message du canal cite un outil avant un plan, le coach propose son aide. On peut aussi commencer ici.",
    start: "Commencer un plan",
    shortcuts: "Raccourcis",
    repeat: "répéter",
    wishes: ["retour", "passer", "pourquoi", "exemple", "pause", "résumé"],
    commands: ["/plan", "/plan liste", "/plan revue", "/plan envoyer …", "/plan aide"],
    plan_heading: "Votre plan",
    plan_empty: "Rien de noté pour l'instant. Le plan prend forme ici au fil de la conversation, enregistré à chaque réponse.",
    stages: "Étapes de la conversation",
    stage: ["Problème", "Objectif", "Plan", "Outils", "Premier pas"],
    stage_done: "fait",
    stage_now: "en cours",
    steps: "Étapes",
    open_points: "En suspens",
    open_none: "Rien",
    reviewer: (name) => `relecture\u00a0: ${name}`,
    chart: (measure) => `Graphique\u00a0: ${measure}. Ses chiffres sont écrits dessous.`,
    planned: "prévu",
    measured: "mesuré",
    verdict: {
      no_tool: "Pas besoin d'un nouvel outil",
      unblock: "Un outil lève un blocage",
      radical: "Un outil fait radicalement mieux",
      pending: "Trop tôt pour le dire",
    },
    state: {
      draft: "Prend forme",
      in_coaching: "Enregistré, avec des points en suspens",
      ready: "Enregistré et prêt",
      in_review: "En relecture",
      changes_requested: "Changement demandé",
      approved: "Accord donné",
      running: "En cours",
      done: "Terminé",
      dropped: "Abandonné",
    },
    you_said: "Vous",
    coach_said: "Coach",
    offline: "La connexion est coupée. Nouvel essai… Ce que vous écrivez est gardé et partira dès son retour.",
    too_long: "C'est plus long qu'un message ne peut l'être (64 ko). Votre texte est toujours dans la zone de saisie.",
    failed: "Le serveur a rencontré un problème, et rien n'a changé dans la conversation. Vous pouvez réessayer.",
    error: "Le serveur n'a pas compris la page. Rechargez-la : rien n'est perdu.",
    seeds: [
      ["Nora", "8:52", "Bonjour à tous. La nouvelle machine à café est arrivée, au deuxième."],
      ["Idris", "8:54", "Meilleure nouvelle de la semaine. Qui vient faire le tour de la ligne 2 à 10 h 30 ?"],
      ["Nora", "8:57", "Moi, avec la liste de contrôle de mars."],
    ],
  },
};

/** French keeps its punctuation on the line: a no-break space before ? ! : ; and inside « ». */
export function spaced(text, lang) {
  return lang === "fr" ? text.replace(/ ([?!:;»])/g, "\u00a0$1").replace(/« /g, "«\u00a0") : text;
}

/** Write the page's own words in a language, and tell browsers and screen readers which it is. */
export function translate(lang) {
  const words = WORDS[lang];
  document.documentElement.lang = lang;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = spaced(words[node.dataset.word], lang);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", words[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = words[node.dataset.placeholder];
  for (const node of document.querySelectorAll("button[data-lang]")) {
    node.setAttribute("aria-pressed", String(node.dataset.lang === lang));
  }
}
