"""What a desk can expect before the doors open."""

from community.safety.expected import a_day
from tests.people import browser_of


def test_a_day_grows_with_what_is_written_and_never_promises_nothing():
    small, large = a_day(1), a_day(1000)

    assert (small.soon, small.today) == ((1, 1), (1, 1))
    assert (large.soon, large.today) == ((4, 14), (5, 37))
    assert large.minutes == (4 * 20 + 5 * 4, 14 * 20 + 37 * 4)


def test_those_who_run_the_place_and_who_lead_read_it(ola, hana, emil, ana):
    for somebody in (ola, hana):
        page = browser_of(somebody).get("/desk/expected/", {"messages": 1000}).content.decode()
        assert "4 to 14 items" in page
    assert browser_of(ola).get("/desk/expected/", {"messages": "x"}).status_code == 200
    for somebody in (emil, ana):
        assert browser_of(somebody).get("/desk/expected/").status_code == 403
