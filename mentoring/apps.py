from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from community.notifications.kinds import Warm

# Each kind: what may be read over a shoulder, which says neither what it is about nor whose; and what
# one's own pages say.
_SENTENCES = {
    "mentor_approved": (
        _("Something you asked for has been answered."),
        _("You can now be asked as a mentor."),
    ),
    "mentor_answered": (
        _("Something you asked for has been answered."),
        _("The team has answered your offer to be a mentor."),
    ),
    "mentor_asked": (
        _("Somebody would like your answer."),
        _("Somebody asks you to be their mentor."),
    ),
    "answer_waits": (
        _("Somebody still waits for your answer."),
        _("Somebody still waits to hear whether you can be their mentor. “Not now” is all right."),
    ),
    "mentor_asked_for_you": (
        _("There is something to read about what you asked for."),
        _("The team has asked a mentor for you."),
    ),
    "mentor_said_yes": (
        _("You have an answer."),
        _("Your mentor said yes. You have a room of your own."),
    ),
    "choose_again": (
        _("There is a choice waiting for you."),
        _("You can choose a mentor again."),
    ),
    "next_asked": (
        _("There is something to read about what you asked for."),
        _("The next mentor you named has been asked."),
    ),
    "mentor_not_needed": (
        _("Something that waited for you is settled."),
        _("Somebody who asked you needs no mentor any more."),
    ),
    "mentor_away": (
        _("There is something to read about somebody you talk with."),
        _("Somebody you talk with one to one is away."),
    ),
    "agreement_changed": (
        _("There is something to read about somebody you talk with."),
        _("There is something to agree on with somebody you talk with."),
    ),
    "pair_ended": (
        _("There is something to read about somebody you talk with."),
        _("You and somebody you talked with have stopped."),
    ),
    "ended_well": (
        _("There is something to read about somebody you talk with."),
        _("You and somebody you talked with have come to a good end."),
    ),
    "ending_planned": (
        _("There is something to read about somebody you talk with."),
        _("There is a day for the end of your talks with somebody, or it has changed."),
    ),
    "letter_handed_over": (
        _("There is something for you to read, whenever you like."),
        _("There is a letter for you from somebody you talk with."),
    ),
    "meeting_set": (
        _("There is something to read about somebody you talk with."),
        _("There is a time for a talk with somebody."),
    ),
    "matched_again": (
        _("There is something to read about what you asked for."),
        _("We look for another mentor for you."),
    ),
    "second_person": (
        _("Somebody waits for you to look at something."),
        _("A mentor asks for a second person."),
    ),
    "mentor_applied": (
        _("Somebody waits for an answer of yours."),
        _("Somebody offers to be a mentor."),
    ),
    "step_wished": (
        _("Somebody waits for an answer of yours."),
        _("Somebody would like to greet or to host."),
    ),
    "request_needs_you": (
        _("Somebody waits for you to look at something."),
        _("Somebody waits for a mentor, and nobody fits."),
    ),
    "request_late": (
        _("Somebody waits for you to look at something."),
        _("Somebody still waits for a mentor. The time you named has passed."),
    ),
    "room_is_there": (
        _("There is a room for you, whenever you like."),
        _("Your room for two is there, whenever you like. No need to explain."),
    ),
    "pair_quiet": (
        _("Something you look after has been quiet."),
        _("In a room for two there has been no answer for a week."),
    ),
    "quiet_cover": (
        _("There is something to read about somebody you talk with."),
        _(
            "There has been no answer in your room for a while. If you would like somebody else "
            "meanwhile, you can ask."
        ),
    ),
    "pair_heavy": (
        _("There is something to read about somebody you talk with."),
        _("The team was called about words in your room. You do not have to hold this alone."),
    ),
    "on_a_break": (
        _("There is something to read about somebody you talk with."),
        _("Somebody you talk with one to one takes a break. Nothing is needed from you."),
    ),
    "how_is_it": (
        _("There are four lines for you, whenever you like."),
        _("How is it between you and somebody you talk with? Four lines, for you alone."),
    ),
    "training_soon": (
        _("Something of yours is to be renewed within a month."),
        _("Something you learned as a mentor is to be seen again within a month."),
    ),
    "training_over": (
        _("Something of yours has run out."),
        _(
            "Something you learned as a mentor is to be seen again. Nobody new is led to you until then."
        ),
    ),
    "training_to_see": (
        _("Somebody waits for you to look at something."),
        _(
            "What a mentor learned has run out. Nobody new is led to them until somebody has seen it."
        ),
    ),
    "pulse_needs_you": (
        _("Somebody waits for you to look at something."),
        _("Somebody in a pair may need you today."),
    ),
    "member_alone": (
        _("Somebody you look after may need somebody else."),
        _("A mentor has stopped or left, and the member may need somebody else."),
    ),
    "cover_offered": (
        _("Somebody you look after may need somebody else."),
        _("A mentor is away, and somebody may need another."),
    ),
}


_WORK = (
    "mentor_applied",
    "step_wished",
    "request_needs_you",
    "request_late",
    "second_person",
    "pair_quiet",
    "pair_heavy",
    "pulse_needs_you",
    "cover_offered",
    "member_alone",
    "training_to_see",
)
# That a room is there would be untrue said later, and the coordinator hears of a quiet room at every
# hour; somebody else meanwhile is offered, and how it is between two asked, when the hard hour is over.
_WARM = {"room_is_there": Warm.DROPPED, "quiet_cover": Warm.LATER, "how_is_it": Warm.LATER}


class MentoringConfig(AppConfig):
    name = "mentoring"

    def ready(self) -> None:
        from community import me_lines, ticker
        from community.accounts import hidden, role_ends
        from community.accounts import looks as all_looks
        from community.accounts.enums import Role
        from community.notifications import kinds, resting, topics
        from community.notifications.topics import Topic
        from groups import for_two
        from mentoring import desk_words, looks, personal_data
        from mentoring.actions import asking, asking_how, breaks, heavy, renewing, silence, waiting
        from mentoring.actions.resting import tell_the_other
        from mentoring.queries import my_page
        from mentoring.queries.in_room import said_for_two

        personal_data.join()
        desk_words.join()
        all_looks.register(looks.of)
        for_two.register(said_for_two)
        for_two.register_heavy(heavy.tell_mentor)
        hidden.register_part(asking.take_back_apart)
        resting.register(tell_the_other)
        me_lines.register(50, my_page.my_mentor)
        me_lines.register(52, my_page.as_mentor)
        role_ends.register(Role.MENTOR, breaks.stop)
        role_ends.register(Role.COORDINATOR, breaks.hand_on_rooms)
        role_ends.register_stop(breaks.hand_on_rooms)
        ticker.register("expire offers", every=timedelta(minutes=10), run=asking.expire_offers)
        ticker.register("ask the next", every=timedelta(minutes=10), run=asking.ask_next_of_all)
        ticker.register("offer cover", every=timedelta(minutes=10), run=breaks.offer_cover)
        ticker.register(
            "look after quiet rooms",
            every=timedelta(hours=1),
            run=silence.look_after_quiet_rooms,
        )
        ticker.register(
            "look after who waits", every=timedelta(hours=1), run=waiting.look_after_waiting
        )
        ticker.register("remind", every=timedelta(minutes=30), run=waiting.remind_asked)
        ticker.register("ask how it is", every=timedelta(hours=1), run=asking_how.ask_how_it_is)
        ticker.register(
            "look after training", every=timedelta(hours=6), run=renewing.look_after_training
        )
        topics.put(Topic.MENTOR, _SENTENCES)
        topics.put(Topic.WORK, _WORK)
        for kind, (sentence, plain) in _SENTENCES.items():
            warm = _WARM.get(kind, Warm.NO)
            kinds.register(kind, sentence=sentence, mails=True, plain=plain, warm=warm)
