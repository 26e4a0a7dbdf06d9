"""What a room promises, as a few lists: who said what, what became of it, who may see it.

It knows nothing of tables; `test_model` does every act here and in the product, and compares.
"""

from dataclasses import dataclass, field

SPOKEN = frozenset({"msg", "edit", "restore"})


@dataclass(eq=False)
class Someone:
    """A member of the group. `screen` is an open page: its place and what it shows."""

    name: str
    seat: str = "active"
    in_group: bool = True
    gone: bool = False
    blocks: set = field(default_factory=set)
    read: int = 0
    place: int = 0
    screen: dict = field(default_factory=dict)
    told: set = field(default_factory=set)  # what waits on their page, unread
    has_mail: bool = False  # something new does, since the last mail

    @property
    def handle(self):
        return f"{self.name}-model"

    @property
    def sits(self):
        return self.seat == "active" and not self.gone

    def tell(self, *what):
        """The same, told again before it was read, is no news."""
        self.has_mail |= what not in self.told
        self.told.add(what)


@dataclass(eq=False)
class Words:
    """One message. Its author is None once they left for good."""

    seq: int
    author: Someone | None
    cid: str
    first: str
    body: str
    state: str = "shown"
    edited: bool = False

    @property
    def shown(self):
        return self.body if self.state == "shown" else ""


class Room:
    """Each act answers whether the product may do it; where it may, it has been done here."""

    def __init__(self, names):
        self.people = [Someone(name) for name in names]
        self.words = []
        self.events = []  # (kind, number of the words it is about or None, whom it is about)
        self.measures = 0

    @property
    def head(self):
        return len(self.events)

    def at(self, seq):
        return next((words for words in self.words if words.seq == seq), None)

    def _add(self, kind, about=None, who=None):
        self.events.append((kind, about, who))
        return self.head

    def _decided_about(self, who):
        """Each decision has a page of its own, so each is news."""
        self.measures += 1
        if who is not None:
            who.tell("measure", self.measures)

    # Acts --------------------------------------------------------------------------------------

    def send(self, who, cid, body):
        """The number the words get, or got the first time; or why not."""
        if not who.sits:
            return "not_member"
        for earlier in self.words:
            if earlier.author is who and earlier.cid == cid:
                return earlier.seq if earlier.first == body else "cid_conflict"
        seq = self._add("msg")
        self.words.append(Words(seq, who, cid, body, body))
        return seq

    def edit(self, who, words, body):
        if not who.sits or words.author is not who or words.state != "shown":
            return False
        if words.body != body:
            words.body, words.edited = body, True
            self._add("edit", words.seq)
        return True

    def delete(self, who, words):
        if words.author is not who or who.gone:
            return False
        if words.state != "deleted":
            words.state, words.body = "deleted", ""
            self._add("delete", words.seq)
        return True

    def hide(self, words):
        if words.state == "deleted":
            return False
        if words.state == "shown":
            words.state = "hidden"
            self._add("hide", words.seq)
            self._decided_about(words.author)
        return True

    def restore(self, words):
        if words.state == "deleted":
            return False
        if words.state == "hidden":
            words.state = "shown"
            self._add("restore", words.seq)
            if words.author is not None:
                words.author.tell("restored", words.seq)
        return True

    def leave(self, who):
        return self._end(who, "left")

    def remove(self, who):
        if not self._end(who, "removed"):
            return False
        self._decided_about(who)
        return True

    def _end(self, who, how):
        if not who.sits:
            return False
        who.seat = how
        self._add("gone", who=who)
        return True

    def enter(self, who):
        if not who.in_group or who.seat == "removed":
            return False
        who.seat = "active"
        return True

    def let_back(self, who):
        if who.seat != "removed":
            return False
        who.seat = "active" if who.in_group else "left"
        who.tell("let back")
        return True

    def leave_group(self, who):
        if not who.in_group:
            return False
        who.in_group = False
        self._end(who, "left")
        return True

    def join_group(self, who):
        if who.in_group:
            return False
        who.in_group = True
        return True

    def go_for_good(self, who, *, keeps_words):
        """The name goes; the words too, unless they were to stay and nobody here blocked them."""
        keeps_words &= not any(who in other.blocks for other in self.people)
        for words in self.words:
            if words.author is who:
                words.author = None
                if not keeps_words:
                    words.state, words.body = "deleted", ""
        who.gone = True
        for other in self.people:
            other.blocks.discard(who)
        self._add("erased", who=(who, keeps_words))

    def read(self, who, seq):
        if who.sits:
            who.read = max(who.read, min(seq, self.head))

    # What is seen ------------------------------------------------------------------------------

    def frames(self, who):
        """Every event as it comes to a screen of this person's, but for its hour; somebody is named
        as in this model, and who left for good not at all."""
        return [self._frame(who, seq, *event) for seq, event in enumerate(self.events, start=1)]

    def _frame(self, who, seq, kind, about, whom):
        frame = {"s": seq, "k": kind, **({"ref": about} if about else {}), "d": {}}
        if kind == "gone":
            return frame | {"a": {"id": "" if whom.gone else whom.name}}
        if kind == "erased":
            gone, kept = whom
            return frame | {
                "a": {"id": ""},
                "d": {"a": gone.name} | ({"kept": True} if kept else {}),
            }
        if kind not in SPOKEN:
            return frame
        words = self.at(about or seq)
        if words.author in who.blocks:
            return {"s": seq, "k": "void", "d": {}}
        frame["a"] = {"id": ""}
        if words.author is not None:
            frame["a"] = {"id": words.author.name, "name": words.author.handle, "role": "member"}
        if kind == "msg":
            frame["cid"] = words.cid
        frame["d"] = {"state": words.state}
        if words.shown:
            frame["d"] = {"body": words.body} | ({"edited": True} if words.edited else {})
        return frame

    def heard(self, who):
        """The numbers of the words that this person hears."""
        return {w.seq for w in self.words if w.author not in who.blocks}

    def history(self, who):
        """The page: every message that is not somebody's they blocked."""
        return [(w.seq, w.shown, w.state) for w in self.words if w.author not in who.blocks]

    def shown(self):
        """number -> words, as a screen has them that blocked nobody."""
        return {words.seq: words.shown for words in self.words if words.shown}

    def own(self, who, state):
        return [(w.seq, w.body) for w in self.words if w.author is who and w.state == state]

    def archive(self, who):
        return [(w.seq, w.state, w.body) for w in self.words if w.author is who]
