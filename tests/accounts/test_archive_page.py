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
        "thanks_i_wrote": [{"on": "2026-07-02", "to": "health_data", "words": "i was here, A_b"}],
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
    thanks = [("On", "2 July 2026"), ("To", "health data"), ("Words", "i was here, A_b")]
    assert shown == [
        {
            "title": "Account",
            "sections": [
                {"title": "", "rows": [plain]},
                {"title": "Thanks I wrote", "rows": [thanks]},
            ],
        }
    ]
