"""One's own page for who works here: every page a role opens is one step away."""

import re

import pytest

from community.me_work import ways
from tests.people import browser_of


def page(somebody, address="/me/"):
    answer = browser_of(somebody).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def lines(somebody):
    """Where the lines on top lead."""
    top = page(somebody).split("data-lines", 1)[-1].split("</ul>", 1)[0]
    return re.findall(r'class="link-list-link" href="([^"]+)"', top)


def work(somebody):
    return [way.href for way in ways(somebody)]


@pytest.mark.parametrize(
    ("who", "leads"),
    [
        ("fay", ["/cms/"]),
        ("gil", ["/cms/"]),
        ("ola", ["/groups/run/", "/opening/"]),
        ("hana", ["/desk/", "/groups/run/"]),
    ],
)
def test_the_work_of_a_role_stands_on_top(request, evenings, who, leads):
    assert lines(request.getfixturevalue(who))[: len(leads)] == leads


@pytest.mark.parametrize(
    ("who", "leads"),
    [
        ("ana", []),
        ("dora", []),
        ("emil", ["/desk/"]),
        ("fay", ["/cms/", "/library/waiting/"]),
        ("ines", ["/accounts/invite/"]),
        ("hana", ["/desk/", "/groups/run/", "/mentoring/run/", "/accounts/admissions/", "/care/checks/", "/accounts/invite/", "/library/what-stands-in-the-way/"]),
        ("ola", ["/groups/run/", "/library/what-stands-in-the-way/", "/opening/", "/cms/settings/house/house/", "/reviewing/scales/", "/accounts/roles/people/"]),
    ],
)  # fmt: skip
def test_every_page_a_role_opens_is_one_step_away(request, evenings, who, leads):
    somebody = request.getfixturevalue(who)

    assert work(somebody) == leads
    assert ("Your work here" in page(somebody)) is bool(set(leads) - set(lines(somebody)))


@pytest.mark.parametrize("who", ["fay", "gil", "hana", "ola"])
def test_each_of_them_is_there(request, evenings, who):
    somebody = request.getfixturevalue(who)
    browser = browser_of(somebody)

    for address in (*lines(somebody), *work(somebody)):
        answer = browser.get(address, follow=True)
        assert answer.status_code == 200, address


def test_without_the_second_step_no_work_is_offered(hana, evenings, settings):
    settings.STAFF_MFA_REQUIRED = True

    assert work(hana) == []
