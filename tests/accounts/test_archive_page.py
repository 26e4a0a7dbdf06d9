"""The archive's page is written for a person, not for a program."""

from zoneinfo import ZoneInfo

from django.utils import timezone

from community.accounts.archive_page import parts

KEPT = {
    "made_at": "2026-07-01T10:00:00Z",
    "account": {
        "joined_at": "2026-07-01T07:25:33.201087+00:00",
        "ip": "127.0.0.1",
        "about": "",
        "by_mail": False,
        "rather_not": None,
        "consents": [{"on": "2026-07-02", "kind": "health_data", "version": "A_b"}],
        "signed_in": [],
        "card": {"notes": {}, "words": ["slowly", "please_ask first"]},
    },
    "care": {"notes": {}, "words": []},
}


def test_moments_choices_and_what_is_empty_are_said_in_words():
    with timezone.override(ZoneInfo("Europe/London")):
        shown = list(parts(KEPT))

    plain = [
        ("Joined at", "1 July 2026, 08:25"),
        ("IP", "127.0.0.1"),
        ("By mail", "no"),
        ("Card", "Words: slowly\nplease_ask first"),
    ]
    consent = [("On", "2 July 2026"), ("Kind", "health data"), ("Version", "A_b")]
    assert shown == [
        {
            "title": "Account",
            "sections": [
                {"title": "", "rows": [plain]},
                {"title": "Consents", "rows": [consent]},
            ],
        }
    ]


def test_what_somebody_wrote_stands_as_they_wrote_it():
    written = [
        "2026-02-30", "2026-13-45", "0000-00-00", "2026-07-02", "2026-11-27T25:61Z",
        "9999-12-31T23:59Z", "2026-07-02T10:00:00Z", "old_bear", "not_today_again",
    ]  # fmt: skip
    under = ["words", "name", "about", "line", "until", "at", "day"]
    never_days = [one for one in written if one not in ("2026-07-02", "2026-07-02T10:00:00Z")]

    with timezone.override(ZoneInfo("Pacific/Kiritimati")):
        own = list(parts({"account": {"words": written, "name": {"a": written}}}))
        rows = list(parts({"plan": {"days": [dict.fromkeys(under, one) for one in never_days]}}))
        agreed = list(parts({"pairs": {"pairs": [{"agreed": {"until": "2026-07-02"}}]}}))

    assert own[0]["sections"] == [
        {"title": "", "rows": [[("Name", "A: " + "\n".join(written))]]},
        {"title": "Words", "rows": [[("", one)] for one in written]},
    ]
    assert rows[0]["sections"][0]["rows"] == [
        [(name.capitalize(), one) for name in under] for one in never_days
    ]
    assert agreed[0]["sections"][0]["rows"] == [[("Agreed", "Until: 2026-07-02")]]
