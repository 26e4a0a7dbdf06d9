"""Every order of acts: after each step frames, history, search, own pages, the archive, the mail and
the desk show what a plain model of the room says. No processes, no clocks, no luck."""

import uuid
from collections import Counter

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from community.accounts.actions import blocking, leaving
from community.accounts.enums import Role
from community.notifications.mail import send_due
from community.refusal import Refused
from community.safety import subjects
from community.safety.enums import Why
from groups import own_data
from groups.actions import belonging, messages, reading
from groups.append import Append, append
from groups.enums import WhyBack
from groups.events import seen_by, spoken_before
from groups.models import Message, Seat, SupportGroup
from groups.queries.own_words import own_said, own_taken
from groups.queries.room import blocked_by
from groups.search import search
from realtime import reads
from realtime.access import is_seated
from tests import people
from tests.faults import model, scale
from tests.faults.one_order import in_one_order
from tests.faults.seen import apply, frames, one_letter, said_in
from tests.people import browser_of

ALL = 10_000
NUMBER = st.integers(0, 2)


DONE = Counter()  # (act, whether it happened): all of them have to be seen


def may(act, **how):
    """Whether the product lets it happen."""
    try:
        act(**how)
    except Refused:
        happened = False
    else:
        happened = True
    DONE[act.__name__, happened] += 1
    return happened


class Rooms(RuleBasedStateMachine):
    """The product and the model, side by side."""

    said = Bundle("said")

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @initialize(target=said, number=NUMBER)
    def a_room(self, number):
        """Somebody was heard, rewrote it, and is not heard by everybody."""
        self.model = model.Room(["ana", "ben", "cleo"])
        self.persons = {who: people.person(who.handle) for who in self.model.people}
        for who, person in self.persons.items():
            address = {"email": f"{who.name}@example.org", "verified": True, "primary": True}
            EmailAddress.objects.create(user=person, **address)
        mail.outbox.clear()
        self.day = timezone.now()
        self.emil = people.person("emil-model", Role.MODERATOR)
        made = people.group(
            "model", title="Model", members=self.persons.values(), moderators=[self.emil]
        )
        self.room = people.room(made, title="Model")
        self.wire = {
            people.seat(one, self.room).wire_id: who.name for who, one in self.persons.items()
        }
        people.on_duty(self.emil, self.room, until=timezone.now() + timezone.timedelta(hours=1))
        self.count = 0
        who, cid, body = self.who(number), str(uuid.uuid4()), self.fresh()
        self.say(who, cid, body)
        self.model.send(who, cid, body)
        self.block(number=number + 1, other=number, on=True)
        self.edit(words=self.model.words[0], number=number, own=True)
        return self.model.words[0]

    # Choosing ----------------------------------------------------------------------------------

    def who(self, number):
        """One of those who have not left for good."""
        here = [who for who in self.model.people if not who.gone]
        return here[number % len(here)]

    def removed(self):
        return [who for who in self.model.people if who.seat == "removed" and not who.gone]

    def several_left(self):
        return sum(not who.gone for who in self.model.people) > 2

    def fresh(self):
        self.count += 1
        return f"sentence {self.count} of this room"

    def acts(self, who):
        return {"by": self.persons[who]}

    def say(self, who, cid, body):
        wish = Append(self.room.pk, self.persons[who].pk, uuid.UUID(cid), body)
        verdict = append([wish])[0]
        DONE["repeat" if verdict.dup else "send", verdict.refusal is None] += 1
        return verdict.refusal.code if verdict.refusal else verdict.seq

    # Words -------------------------------------------------------------------------------------

    @rule(target=said, number=NUMBER)
    def send(self, number):
        who, cid, body = self.who(number), str(uuid.uuid4()), self.fresh()

        assert self.say(who, cid, body) == self.model.send(who, cid, body)

        made = self.model.at(self.model.head)
        return made if made is not None and made.cid == cid else multiple()

    @rule(words=said, number=NUMBER)
    def repeat(self, words, number):
        who = words.author or self.who(number)
        if words.author is not None:
            expected = self.model.send(who, words.cid, words.first)
            assert self.say(who, words.cid, words.first) == expected

    @rule(words=said)
    def send_other_words_under_the_same_name(self, words):
        if words.author is not None:
            body = self.fresh()
            expected = self.model.send(words.author, words.cid, body)
            assert self.say(words.author, words.cid, body) == expected

    @rule(words=said, number=NUMBER, own=st.booleans())
    def edit(self, words, number, own):
        who = words.author if own and words.author else self.who(number)
        body = self.fresh()
        how = {"room": self.room.pk, "seq": words.seq, "body": body, **self.acts(who)}

        assert may(messages.edit_message, **how) == self.model.edit(who, words, body)

    @rule(words=said, number=NUMBER, own=st.booleans())
    def delete(self, words, number, own):
        who = words.author if own and words.author else self.who(number)
        how = {"room": self.room.pk, "seq": words.seq, **self.acts(who)}

        assert may(messages.delete_message, **how) == self.model.delete(who, words)

    @rule(words=said)
    def hide(self, words):
        how = {"room": self.room.pk, "seq": words.seq, "reason": Why.CARE, "by": self.emil}

        assert may(messages.hide_message, **how) == self.model.hide(words)

    @rule(words=said)
    def restore(self, words):
        how = {"room": self.room.pk, "seq": words.seq, "by": self.emil}
        how |= {"reason": next(iter(WhyBack))}

        assert may(messages.restore_message, **how) == self.model.restore(words)

    # People ------------------------------------------------------------------------------------

    @rule(number=NUMBER)
    def remove(self, number):
        who = self.who(number)
        how = {"room": self.room, "person": self.persons[who], "by": self.emil}
        how |= {"reason": Why.UNKIND, "words": "Please take a break."}

        assert may(belonging.remove_from_room, **how) == self.model.remove(who)

    @precondition(lambda self: self.removed())
    @rule(number=NUMBER)
    def let_back(self, number):
        who = self.removed()[number % len(self.removed())]
        how = {"room": self.room, "person": self.persons[who], "by": self.emil}

        assert may(belonging.let_back, **how) == self.model.let_back(who)

    @rule(number=NUMBER, act=st.sampled_from(["leave", "enter"]))
    def leave_or_enter_the_room(self, number, act):
        who = self.who(number)
        product = {"leave": belonging.leave_room, "enter": belonging.enter_room}[act]
        expected = {"leave": self.model.leave, "enter": self.model.enter}[act](who)

        assert may(product, room=self.room, **self.acts(who)) == expected

    @rule(number=NUMBER, act=st.sampled_from(["leave", "join"]))
    def leave_or_join_the_group(self, number, act):
        who, group = self.who(number), SupportGroup.objects.get(pk=self.room.group_id)
        product = {"leave": belonging.leave_group, "join": belonging.join_group}[act]
        expected = {"leave": self.model.leave_group, "join": self.model.join_group}[act](who)

        assert may(product, group=group, **self.acts(who)) == expected

    @rule(number=NUMBER, other=NUMBER, on=st.booleans())
    def block(self, number, other, on):
        who, of = self.who(number), self.who(other)
        if who is of:
            return
        if on:
            blocking.block(person=self.persons[of], **self.acts(who))
            who.blocks.add(of)
        else:
            blocking.unblock(person=self.persons[of].pk, **self.acts(who))
            who.blocks.discard(of)
        who.place, who.screen = 0, {}  # their screens are opened anew

    @precondition(several_left)
    @rule(number=NUMBER, keeps_words=st.booleans())
    def leave_for_good(self, number, keeps_words):
        who = self.who(number)
        leaving.start_leaving(keeps_words=keeps_words, **self.acts(who))
        leaving.finish_leaving(person=self.persons[who])
        DONE["leave_for_good", True] += 1

        self.model.go_for_good(who, keeps_words=keeps_words)

    # Looking -----------------------------------------------------------------------------------

    @rule(number=NUMBER, seq=st.integers(0, 60))
    def read(self, number, seq):
        who = self.who(number)
        reading.mark_read(room=self.room.pk, seq=seq, **self.acts(who))
        self.model.read(who, seq)

        seat = Seat.objects.get(room=self.room, person=self.persons[who])
        assert seat.read_seq == who.read

    @rule(number=NUMBER)
    def resume(self, number):
        """A screen that was away goes on from its place, and shows what a fresh one shows."""
        who = self.who(number)
        page = reads.page(self.room.pk, who.place, ALL)
        for event in frames(page, blocked_by(self.persons[who]), names=self.wire):
            apply(who.screen, event)
            who.place = event["s"]
            DONE["resume", True] += 1

        heard = self.model.heard(who)
        assert {seq: body for seq, (body, _) in who.screen.items() if body} == {
            seq: body for seq, body in self.model.shown().items() if seq in heard
        }

    @rule(number=NUMBER)
    def open_the_page(self, number):
        who = self.who(number)
        answer = browser_of(self.persons[who]).get(f"/rooms/{self.room.pk}/")

        assert (answer.status_code == 200) == who.sits
        page = answer.content.decode()
        visible = {body for _, body, _ in self.model.history(who) if body} if who.sits else set()
        assert {w.body for w in self.model.words if w.body and f">{w.body}<" in page} == visible

    @invariant()
    def everyone_sees_what_they_may(self):
        page = reads.page(self.room.pk, 0, ALL)
        spoken = spoken_before(self.room.pk, ALL, limit=ALL)
        for who in self.model.people:
            if who.gone:
                continue
            person = self.persons[who]
            blocked = blocked_by(person)
            assert is_seated(person.pk, self.room.pk) == who.sits
            assert frames(page, blocked, names=self.wire) == self.model.frames(who)
            self._search(who, person)
            assert [
                (e.seq, e.body, e.state)
                for e in seen_by(spoken, blocked=blocked)
                if e.kind == "msg"
            ] == self.model.history(who)
            self._own(who, person)

    def _search(self, who, person):
        hits = search(person, ["sentence"]).hits
        DONE["search", bool(hits)] += 1

        visible = {seq: body for seq, body, _ in self.model.history(who) if body and who.sits}
        assert {hit.seq: hit.piece for hit in hits} == visible

    def _own(self, who, person):
        seat = Seat.objects.get(room=self.room, person=person)
        hidden = [(h.message.seq, h.message.body) for h in own_taken(seat) if h.is_hidden]
        archive = own_data.export(person)["words"]

        assert [(m.seq, m.body) for m in own_said(seat)][::-1] == self.model.own(who, "shown")
        assert hidden[::-1] == self.model.own(who, "hidden")
        assert [(w["number"], w["state"], w["words"]) for w in archive] == self.model.archive(who)

    @invariant()
    def mail_says_that_something_waits_and_not_what_or_where(self):
        self.day += timezone.timedelta(days=1)
        mail.outbox.clear()
        send_due(self.day)

        told = [who for who in self.model.people if who.has_mail and not who.gone]
        assert sorted(map(said_in, mail.outbox)) == sorted(
            (f"{who.name}@example.org", self.persons[who].pk, *one_letter()) for who in told
        )
        for who in self.model.people:
            DONE["mail", who.has_mail] += 1
            who.has_mail = False

    @invariant()
    def the_desk_reads_what_is_there(self):
        stored = Message.objects.filter(room=self.room).order_by("seq")
        assert [(m.seq, m.body, m.state) for m in stored] == [
            (w.seq, w.body, w.state) for w in self.model.words
        ]
        if stored:
            newest = subjects.get("message").context(str(stored[len(stored) - 1].pk)).lines
            around = [w.body or "(taken out by the author)" for w in self.model.words[-6:]]
            assert [line.words for line in newest] == around


@pytest.mark.django_db
def test_everyone_sees_what_a_plain_model_says():
    DONE.clear()
    run_state_machine_as_test(
        Rooms,
        settings=settings(
            max_examples=scale.of(8, max(16, round(scale.SECONDS))),  # about as long as the nights
            stateful_step_count=scale.of(14, 40),
            deadline=None,
            derandomize=not scale.SECONDS,
            database=None,
            print_blob=True,
            phases=set(Phase) if scale.SECONDS else {Phase.generate},  # shrinking takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"\nacts, and whether they were let happen: {dict(DONE)}")
    happened = {act for act, did in DONE if did}
    assert {"send", "edit_message", "hide_message", "mail"} <= happened
    assert len(happened) >= scale.of(9, 16)


@pytest.mark.django_db
def test_every_act_of_the_model_happens():
    DONE.clear()
    rooms = Rooms()
    for act in in_one_order(rooms, rooms.a_room(number=0)):
        act()
        rooms.everyone_sees_what_they_may()
        rooms.mail_says_that_something_waits_and_not_what_or_where()
        rooms.the_desk_reads_what_is_there()
    rooms.teardown()

    assert ("send", False) in DONE
    assert {act for act, happened in DONE if happened} == {
        "send",
        "repeat",
        "edit_message",
        "delete_message",
        "hide_message",
        "restore_message",
        "remove_from_room",
        "let_back",
        "leave_room",
        "enter_room",
        "leave_group",
        "join_group",
        "leave_for_good",
        "resume",
        "search",
        "mail",
    }
