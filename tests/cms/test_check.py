"""A page on its way to the public: who is told, who is named, and a signature by a link."""

import re
from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.mail import send_notification
from wagtail.models import Comment, CommentReply

from cms import rules, vouched
from cms.actions import checking
from cms.enums import CheckKind
from cms.models import (
    ArticlePage,
    LetterPage,
    PageCheck,
    ReviewInvite,
    Situation,
    StoryPage,
    TopicPage,
)
from cms.queries import holding, review
from community.accounts.enums import Role
from community.notifications import queries as notices
from community.refusal import Refused
from tests.cms.library import checked, draft, read, topic
from tests.cms.test_second_person import _approve, _submit
from tests.people import browser_of, person

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def page(fay):
    return draft(topic(), by=fay)


def _told(somebody):
    return [(one.sentence, one.is_new) for one in notices.notices_of(somebody.pk)]


def _gates(page):
    page.refresh_from_db()
    return [(gate.given, gate.by, gate.can, gate.ask) for gate in review.gates(page)]


def test_who_can_check_is_told_in_turn_and_the_author_at_the_end(page, fay, gil, dora):
    gil.email = "gil@example.org"
    gil.save()

    state = _submit(page, by=fay)
    first = _told(gil), _told(dora), _told(fay)
    _approve(gil, page, state)
    second = _told(dora), _told(fay)
    browser_of(dora).post(
        reverse("library:check", args=[page.pk]), {"give": "yes", "read": read(page)}
    )

    waits = ("A page of the library waits for your check.", True)
    assert first == ([waits], [], [])
    assert second == ([waits], [])
    assert _told(fay) == [("A page you wrote is public now.", True)]
    assert mail.outbox == []  # the editor's own letters would have named the page


def test_a_note_beside_a_page_tells_whoever_it_concerns_and_is_no_letter(page, fay, gil):
    for somebody in (fay, gil):
        somebody.email = f"{somebody.handle}@example.org"
        somebody.save()

    note = Comment.objects.create(page=page, user=gil, text="Softer?", contentpath="title")
    CommentReply.objects.create(comment=note, user=fay, text="Yes.")
    context = {"page": page, "editor": gil, "new_comments": [note]}
    send_notification([fay, gil], "updated_comments", context)

    told = ("Somebody wrote a note beside a page of the library.", True)
    assert (_told(fay), _told(gil)) == ([told], [told])
    assert mail.outbox == []


def test_a_page_sent_back_tells_its_author(page, fay, gil):
    _submit(page, by=fay)

    browser_of(gil).post(
        reverse("library:check", args=[page.pk]), {"send-back": "yes", "words": "Softer, please."}
    )

    assert _told(fay) == [("A page you wrote came back with a note.", True)]
    assert page.current_workflow_state.status == "needs_changes"


def test_a_page_always_names_who_can_approve_it(page, fay, gil, hana, dora):
    before = _gates(page)
    state = _submit(page, by=fay)
    _approve(gil, page, state)
    after = _gates(page)
    dora.grants.update(ended_at=timezone.now())

    editor = browser_of(fay).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert before == [
        (False, "", ["gil-stone"], []),
        (False, "", ["dora-wren"], []),
    ]
    assert after[0] == (True, "gil-stone", [], [])
    words = " ".join(re.sub("<[^>]+>", "", editor.content.decode()).split())
    assert "Clinical check: given by gil-stone." in words
    assert "nobody can give it yet. Ask hana-cove." in words


def test_the_mended_comma_names_somebody_else(page, fay, gil):
    page.save_revision(user=gil)

    assert _gates(page)[0] == (False, "", ["fay-brook"], [])


def test_somebody_from_outside_reads_one_page_and_signs_it_once(page, fay, gil, hana, client):
    state = _submit(page, by=fay)
    asked = browser_of(hana).post(
        reverse("library:invite", args=[page.pk]), {"name": "R., who knows", "kind": "lived"}
    )
    link = re.search(r"/learn/sign/[^<]+", asked.content.decode()).group()
    early = client.post(link)
    _approve(gil, page, state)

    shown = client.get(link)
    signed = client.post(link, {"read": read(page)})
    again = client.get(link)

    assert early.status_code == 403
    assert "Mended words." in shown.content.decode()
    assert (signed.status_code, again.status_code) == (200, 404)
    assert ArticlePage.objects.get(pk=page.pk).live
    check = PageCheck.objects.get(kind="lived")
    assert (check.by, check.outside) == (None, "R., who knows")
    assert ReviewInvite.objects.get().key not in link


def test_nobody_stands_behind_words_they_have_not_before_them(page, fay, gil, hana, client):
    _submit(page, by=fay)
    key = _key(page, "clinical", hana)
    forms = (
        (browser_of(gil), reverse("library:check", args=[page.pk])),
        (client, reverse("cms:sign", args=[key])),
    )
    before = [
        re.search('name="read" value="([^"]+)"', one.get(at).content.decode()).group(1)
        for one, at in forms
    ]
    page.refresh_from_db()
    page.summary = "Slipped in meanwhile."
    page.save_revision(user=fay, overwrite_revision=page.get_latest_revision())

    for (browser, at), seen in zip(forms, before, strict=True):
        said = browser.post(at, {"give": "yes", "read": seen}, follow=True).content.decode()
        assert str(rules.CHANGED.words) in said
        assert "Slipped in meanwhile." in said
        assert 'name="read"' in said
    assert not PageCheck.objects.exists()


def test_no_link_makes_the_last_editor_somebody_else(page, fay, gil, hana):
    state = _submit(page, by=fay)
    mine = reverse("library:invite", args=[page.pk]), {"name": "Dr Lee", "kind": "lived"}
    answer = browser_of(fay).post(*mine)
    keys = [
        _key(page, kind, by) for kind, by in (("clinical", hana), ("lived", hana), ("lived", gil))
    ]
    both, _clinical = keys[1:], checking.sign_by_link(key=keys[0], read=read(page))

    def said(**how):
        with pytest.raises(Refused) as refused:
            checking.sign_by_link(read=read(page), **how)
        return refused.value.refusal.code

    assert (answer.status_code, str(rules.SENDER.words) in answer.content.decode()) == (403, True)
    assert [said(key=key, by=fay) for key in both] == ["last_editor"] * 2
    assert said(key=both[0]) == "both_checks"  # one name behind both
    page.get_latest_revision_as_object().save_revision(user=gil)
    assert said(key=both[1]) == "link_of_editor"
    assert state.workflow_state.content_object.live is False


def _key(page, kind, by, name="Dr Lee"):
    return checking.invite_reviewer(page=page, kind=CheckKind(kind), name=name, by=by)


def test_nobody_stands_behind_a_page_twice_by_a_link_of_their_own(page, fay, gil, hana):
    both = person("max-reed", Role.REVIEWER, Role.MENTOR)
    _submit(page, by=fay)
    same, mine = _key(page, "lived", hana, "dr. LEE"), _key(page, "lived", both, "Somebody else")

    def said(**how):
        with pytest.raises(Refused) as refused:
            checking.sign_by_link(read=read(page), **how)
        return refused.value.refusal

    with transaction.atomic():
        checking.sign_by_link(read=read(page), key=_key(page, "clinical", both))
        page.refresh_from_db()
        given = vouched.standing(page.get_latest_revision())
        behind = vouched.behind_other(given, CheckKind.LIVED)
        may = rules.may_check(both, kind=CheckKind.LIVED, last_editor=fay, other=behind)
        assert may == rules.BOTH_CHECKS
        assert said(key=same) == rules.BOTH_CHECKS  # the same name, written otherwise
        assert said(key=same, by=both) == rules.BOTH_CHECKS
        transaction.set_rollback(True)
    checking.check_waiting(page=page.pk, kind=CheckKind.CLINICAL, by=both, read=read(page))
    assert said(key=mine) == rules.LINK_OF_CHECKER
    assert said(key=mine, by=both) == rules.OWN_LINK
    assert said(key=same, by=both) == rules.BOTH_CHECKS
    assert said(key=same, by=hana) == rules.OWN_LINK


def test_readers_see_the_name_a_reviewer_gave_until_it_is_taken_off(
    page, fay, gil, dora, ana, client
):
    state = _submit(page, by=fay)
    _approve(gil, page, state)
    at, off = (reverse(f"library:{one}", args=[page.pk]) for one in ("check", "name-off"))
    browser_of(dora).post(
        at, {"give": "yes", "read": read(page), "shown_as": "D., who knows  such nights"}
    )
    address = ArticlePage.objects.get(pk=page.pk).get_url()

    shown = client.get(address).content.decode()
    for other in (ana, gil):
        browser_of(other).post(off)
    still = client.get(address).content.decode()
    listed = browser_of(dora).get(reverse("library:checks")).content.decode()
    browser_of(dora).post(off)

    line = "a clinical reviewer. Check by lived experience: D., who knows such nights."
    assert (line in shown, line in still, off in listed) == (True, True, True)
    assert "D., who knows" not in client.get(address).content.decode()
    assert PageCheck.objects.filter(page=page).count() == 2
    ArticlePage.objects.get(pk=page.pk).get_latest_revision().publish(user=gil)
    assert "D., who knows" not in client.get(address).content.decode()


@pytest.mark.parametrize("who", ["fay", "ana"])
def test_the_name_of_somebody_from_outside_is_taken_off_by_the_team(who, page, fay, ana):
    checked(page, by=fay)
    PageCheck.objects.filter(by=None).update(shown_as="R. Lee")
    ArticlePage.objects.filter(pk=page.pk).update(lived_name="R. Lee", live=True)
    somebody = {"fay": fay, "ana": ana}[who]

    address = reverse("library:name-off", args=[page.pk])
    browser_of(somebody).post(address, {"whose": "outside"})

    assert ArticlePage.objects.get(pk=page.pk).lived_name == ("" if who == "fay" else "R. Lee")


def test_a_link_that_ended_or_was_made_up_is_nowhere(page, gil, client):
    asked = browser_of(gil).post(
        reverse("library:invite", args=[page.pk]), {"name": "R.", "kind": "clinical"}
    )
    link = re.search(r"/learn/sign/[^<]+", asked.content.decode()).group()
    ReviewInvite.objects.update(ends_at=timezone.now())

    assert [client.get(one).status_code for one in (link, "/learn/sign/guessed/")] == [404, 404]


def test_members_have_no_way_to_pages_that_wait(page, fay, ana, dora):
    _submit(page, by=fay)
    address = reverse("library:check", args=[page.pk])

    statuses = [
        browser_of(one).get(at).status_code
        for one in (ana, dora)
        for at in (address, reverse("library:checks"))
    ]

    assert statuses == [403, 403, 200, 200]


def test_pages_that_wait_are_listed_for_who_can_check_them(page, fay, gil, dora):
    _submit(page, by=fay)

    waits = [[one.page.title for one in review.waiting_for(who)] for who in (fay, gil, dora)]

    assert waits == [[], [page.title], []]


@pytest.mark.parametrize("count", [1, 3])
def test_what_waits_is_asked_for_at_once(count, page, fay, gil, django_assert_num_queries):
    """However many pages wait for the one check, or for the other."""
    for number in range(count):
        for kind in CheckKind:
            one = draft(page.get_parent(), by=fay, title=f"{kind} {number}")
            one.get_workflow().start(one, fay)
            if kind == CheckKind.LIVED:
                words = {"read": read(one), "by": gil}
                checking.check_waiting(page=one.pk, kind=CheckKind.CLINICAL, **words)
    gil = type(gil).objects.get(pk=gil.pk)

    with django_assert_num_queries(7):
        assert len(review.waiting_for(gil)) == count
    with django_assert_num_queries(8):
        assert holding.held_back() == []


@pytest.mark.parametrize(
    "who", [{"by": 1, "outside": "R."}, {"by": None, "outside": ""}], ids=["both", "nobody"]
)
def test_a_check_is_given_by_one_person(who, page):
    with pytest.raises(IntegrityError), transaction.atomic():
        PageCheck.objects.create(page=page, revision=1, kind="lived", digest="x", **who)


def test_a_version_has_one_check_of_a_kind(page, gil):
    checked(page, by=gil)
    given = PageCheck.objects.get(kind="clinical")
    given.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        given.save()


def test_a_shelf_is_looked_at_too(page, fay, gil, dora):
    front = page.get_parent().get_parent()
    shelf = TopicPage(title="Rights", intro="What you may ask for.", live=False, owner=fay)
    front.add_child(instance=shelf)
    shelf.save_revision(user=fay)
    shelf.get_workflow().start(shelf, fay)

    for somebody in (gil, dora):
        browser = browser_of(somebody)
        address = reverse("library:check", args=[shelf.pk])
        assert "What you may ask for." in browser.get(address).content.decode()
        browser.post(address, {"give": "yes", "read": read(shelf)})

    shelf.refresh_from_db()
    assert shelf.live


def test_everything_a_page_says_stands_before_who_checks_it(page, fay, gil):
    letter = draft(
        page.get_parent(), by=fay, title="A letter", kind=LetterPage, letter="Dear [name]"
    )
    facts = {"title": "A study", "address": "https://a.example/?b=1", "seen": date(2026, 3, 1)}
    letter.sources = [("source", facts)]
    letter.audience, letter.why_these_words = "near", "The law says so."
    letter.search_description = "A letter to a boss."
    letter.situations = [Situation.objects.create(words="Work is too much")]
    letter.save_revision(user=fay)
    story = draft(page.get_parent(), by=fay, title="A lamp", kind=StoryPage, voice="a father")

    words = browser_of(gil).get(reverse("library:check", args=[letter.pk])).content.decode()

    told = browser_of(gil).get(reverse("library:check", args=[story.pk])).content.decode()
    assert "A story by a father, shared freely." in told
    for said in ("For somebody near a person", "The law says so.", "A letter to a boss."):
        assert said in words
    assert "For days when: Work is too much" in words
    assert "Dear [name]" in words
    assert 'href="https://a.example/?b=1"' in words
    assert "seen 1 March 2026" in words
