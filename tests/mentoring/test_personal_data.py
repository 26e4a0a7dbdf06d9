"""What mentoring keeps of a person: taken along, or gone; whoever stays is told the truth."""

from community.accounts import personal_data
from community.notifications.models import Notification
from groups.enums import RoomState
from mentoring.actions import asking, ending
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.personal_data import erase, export
from mentoring.queries.own import own
from tests.mentoring.conftest import HOPES, asked
from tests.words import history, say


def kinds(somebody):
    return list(
        Notification.objects.filter(person=somebody).order_by("pk").values_list("kind", flat=True)
    )


def test_the_archive_holds_ones_own_side_only(ana, ben, pair, mentor, dora):
    offer = asked(ben, mentor)
    asking.pass_on(offer=offer, by=dora, reason="A hard week.")

    mine, hers = export(ana), export(dora)

    assert [row["hopes"] for row in mine["requests"]] == [HOPES]
    assert mine["as_mentor"] is None
    assert len(mine["pairs"]) == len(hers["pairs"]) == 1
    assert hers["as_mentor"]["passed_because"] == ["A hard week."]
    assert hers["as_mentor"]["brings"] == mentor.brings
    assert HOPES not in str(hers)
    assert "A hard week." not in str(export(ben))


def test_a_member_who_goes_takes_request_and_pair_along(ana, pair, mentor, dora):
    say(ana, pair.room, "Good night.")

    personal_data.erase(ana, keeps_words=False)

    assert not Request.objects.exists()
    assert not Pair.objects.exists()
    assert Mentor.objects.get() == mentor
    assert history(pair.room) == [""]
    assert own(dora).free == 2


def test_a_mentor_who_goes_leaves_a_true_sentence_behind(ana, pair, dora, hana):
    say(dora, pair.room, "Good night.")
    say(ana, pair.room, "Good night, Dora.")

    personal_data.erase(dora, keeps_words=False)

    pair.room.refresh_from_db()
    assert pair.room.state == RoomState.CLOSED
    assert history(pair.room) == ["", "Good night, Dora."]
    assert kinds(ana)[-1] == "mentor_away"
    assert own(ana).lost
    assert kinds(hana)[-1] == "member_alone"
    assert own(ana).request is None


def test_a_mentor_who_goes_long_after_the_end_is_no_loss(ana, pair, dora):
    ending.end_pair(pair=pair, by=ana)

    personal_data.erase(dora, keeps_words=False)

    assert (Pair.objects.count(), own(ana).lost, own(ana).request) == (0, False, None)


def test_who_waited_for_a_mentor_that_goes_chooses_again(ana, mentor, dora):
    request = asked(ana, mentor).request

    erase(dora, False)

    request.refresh_from_db()
    assert request.state == "open"
    assert "choose_again" in kinds(ana)
    assert not Offer.objects.exists()


def test_a_mentor_is_told_that_who_asked_has_gone(ana, mentor, dora):
    asked(ana, mentor)

    erase(ana, False)

    assert kinds(dora) == ["mentor_not_needed"]
    assert not Offer.objects.exists()
