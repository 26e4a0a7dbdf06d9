// The room on one's screen: joins the line, the list, the box and the voice.
const { Announcer, Composer, Connection, Draft, Together, Transcript, Unread } = window.kindred;
const place = document.querySelector("#room[data-live]");
const older = document.querySelector("#room[data-older]");

function open() {
  const { room: id, me, role, zone, key, head } = place.dataset;
  const room = { id, me, role, zone };
  const isWall = place.dataset.kind === "slow";
  const { Wall, WallUnread } = window.kindred;
  const transcript = new (isWall ? Wall : Transcript)(document.querySelector("#messages"), room);
  const announcer = new Announcer({ counts: isWall });
  const connection = new Connection({ line: document.querySelector("#line"), room: place });
  const together = new Together({ room, announcer, connection, view: () => unread });
  let line = null;
  let leaving = false;
  let mine = 0; // how far this screen has read
  const unread = new (isWall ? WallUnread : Unread)({
    jump: document.querySelector("#jump"),
    log: document.querySelector("#log"),
    read: (seq) => { mine = seq; line?.read(id, seq); },
  });
  const form = document.querySelector("#composer");
  const composer = form && new Composer({
    form, room, transcript, announcer, connection,
    draft: new Draft(form, form.dataset.draftUrl),
    line: () => line,
    after: () => unread.toEnd(),
  });

  const writing = document.querySelector("#typing");
  const typing = writing && new window.kindred.Typing({ place: writing, form, tell: () => line?.typing(id) });

  if (composer) transcript.answers?.(composer);
  if (composer) Draft.arrive(form.dataset.draftUrl, (draft) => {
    if (draft.below) transcript.boxes?.below(draft.below)?.take(draft);
    else composer.take(draft);
  });

  function hear(events, backfill) {
    const atEnd = unread.atEnd;
    const added = [];
    for (const event of events) {
      if (event.a?.id === me) composer?.arrived(event.cid);
      typing?.over(event.a?.id);
      const message = transcript.apply(event);
      if (message && !message.own) added.push(message);
      if (event.k === "lock" || event.k === "unlock") window.kindred.refresh();
    }
    if (added.length) window.kindred.markNewcomers();
    together.hear(events);
    announcer.look();
    if (!backfill && !together.isShut) for (const message of added) announcer.hear(message);
    unread.after(added, events.at(-1).s, atEnd);
  }

  document.addEventListener("kindred:leave", () => {
    leaving = true;
    if (composer) composer.giveBack();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (composer?.unsent.length || composer?.draft.refused)) event.preventDefault();
  });

  line = window.kindred.connect({
    url: "/ws/",
    key,
    rooms: [{ r: id, after: Number(head) }],
    on: {
      state(name, code, why) {
        if (name === "ended" && (code === 4401 || code === 4403)) leaving = true;
        if (name === "ended" && code !== 1000) composer?.giveBack();
        composer?.be(name);
        connection.be(name, code, why, composer?.box.value.trim());
      },
      events: (r, events, backfill) => hear(events, backfill),
      ack: (r, ack) => composer?.ack(ack),
      nack: (r, nack) => composer?.nack(nack),
      reset: () => { transcript.empty(); announcer.look(); window.kindred.refresh(); },
      eph: (r, frame) => {
        if (frame.k === "duty" || frame.k === "shape") window.kindred.refresh();
        if (frame.k === "typing") typing?.hear(frame);
      },
      me: (notice) => { if (!window.kindred.readElsewhere(notice, id, mine)) window.kindred.refresh(); },
    },
  });
  unread.begin(Number(head));
}

// A stretch of older words: what leaves the room leaves here too, and nothing is added. What is new
// stands on the newest page.
function follow() {
  const { room: id, me, zone, key, head } = older.dataset;
  const transcript = new Transcript(document.querySelector("#messages"), { id, me, zone });
  const connection = new Connection({ line: document.querySelector("#line"), room: older });
  window.kindred.connect({
    url: "/ws/",
    key,
    rooms: [{ r: id, after: Number(head) }],
    on: {
      state(name, code, why) {
        if (name === "ended") connection.be(name, code, why, document.querySelector("#box")?.value.trim());
      },
      events: (r, events) => { for (const event of events) if (event.k !== "msg") transcript.apply(event); },
      reset: () => anew(transcript),
    },
  });
}

// The same stretch as the server has it now.
async function anew({ list }) {
  list.replaceChildren();
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  list.replaceChildren(...page.querySelector("#messages")?.childNodes ?? []);
  for (const li of list.querySelectorAll(".message")) window.kindred.menu(li);
}

if (older) follow();
if (place) {
  document.documentElement.classList.add("scripted");
  open();
}
