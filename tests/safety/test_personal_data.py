"""What the desk holds about a person: theirs in the archive, and what leaving takes."""

from community.accounts import personal_data as registry
from community.safety.actions import deciding, desk, measures
from community.safety.models import Appeal, Item, Letter, Measure, Report
from community.safety.personal_data import erase, export
from tests.safety.conftest import decision


def test_the_reporters_archive_holds_what_they_told_and_that_it_was_answered(taken, emil, ana):
    deciding.decide(
        item=taken.pk, by=emil, decision=decision("warn", to_reporters="Thank you, Ana.")
    )

    (report,) = export(ana)["reports"]
    assert (report["reason"], report["words"]) == ("hurts", "it frightened me")
    assert report["answered_at"] == Report.objects.get().answered_at
    assert "Thank you, Ana." in Report.objects.get().answer
    for theirs in ("Thank you, Ana.", "pond"):
        assert theirs not in str(export(ana))


def test_the_authors_archive_holds_decisions_and_no_trace_of_who_told(taken, emil, ben):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))
    measures.appeal(measure=Measure.objects.get().pk, words="It was a joke.", by=ben)
    Letter.objects.create(person=ben, by=emil, words="How are you?")

    share = export(ben)
    decided = Measure.objects.get()
    assert share["decisions"] == [
        {
            "at": decided.at,
            "kind": decided.kind,
            "until": decided.until,
            "appeal": "It was a joke.",
            "answered_at": None,
        }
    ]
    assert [letter["i_answered"] for letter in share["letters"]] == [""]
    assert "mind how it reads" in decided.words
    for theirs in ("mind how it reads", "How are you?"):
        assert theirs not in str(share)
    assert "ana-lark" not in str(share)
    assert "frightened" not in str(share)


def test_a_reporter_who_leaves_is_named_nowhere_and_the_item_stays(told, ana):
    erase(ana, False)

    report = Report.objects.get()
    assert (report.reporter, report.words) == (None, "it frightened me")
    assert Item.objects.get().state == "open"


def test_words_of_a_closed_report_go_with_the_reporter(taken, emil, ana):
    deciding.decide(item=taken.pk, by=emil, decision=decision("nothing"))

    erase(ana, False)

    assert (Report.objects.get().words, Report.objects.get().answer) == ("", "")


def test_an_author_who_leaves_takes_decisions_and_letters_along(taken, emil, ben):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))
    Letter.objects.create(person=ben, by=emil, words="How are you?")
    measures.appeal(measure=Measure.objects.get().pk, words="It was a joke.", by=ben)

    erase(ben, False)

    left = [model.objects.count() for model in (Measure, Letter, Appeal)]
    assert left == [0, 0, 0]
    assert set(Item.objects.values_list("about", flat=True)) == {None}


def test_what_a_leaving_moderator_had_waits_for_another(taken, emil, noor):
    erase(emil, False)

    assert (Item.objects.get().state, Item.objects.get().taken_by) == ("open", None)
    assert desk.take(item=taken.pk, by=noor).taken_by == noor


def test_every_table_of_the_desk_is_answered_for():
    from django.apps import apps

    (share,) = [share for share in registry.shares() if share.feature == "safety"]
    tables = {model._meta.label for model in apps.get_app_config("safety").get_models(True)}
    assert share.models == tables
