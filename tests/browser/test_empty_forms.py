"""Forms sent empty: what is missing is said in words, and the checker finds nothing in the answer."""

import pytest

from tests.browser.axe import findings
from tests.browser.rooms import signed_in_at

pytestmark = pytest.mark.django_db(transaction=True)
STRANGERS = ["/accounts/login/", "/accounts/come-in/", "/accounts/recover/"]
MEMBERS = [
    "/accounts/password/change/",
    "/me/box/",
    "/mentoring/ask/",
    "/mentoring/apply/",
    "/library/ask/",
]
LEADS = ["/groups/run/new/", "/desk/deaths/"]
SENT = """form => { form.noValidate = true; form.requestSubmit(
  [...form.elements].find((one) => one.type === "submit" && !one.name)) }"""


def test_an_empty_form_answers_in_words_that_everybody_can_reach(window, server, ana, hana, room):
    wrong, said = {}, {}
    for somebody, addresses in ((None, STRANGERS), (ana, MEMBERS), (hana, LEADS)):
        context = window(bypass_csp=True)
        page = (signed_in_at(server, context, somebody) if somebody else context).new_page()
        for address in addresses:
            page.goto(server.url + address)
            form = page.locator("main form[method=post]:has(input:not([type=hidden]), textarea)")
            with page.expect_navigation():
                form.first.evaluate(SENT)
            wrong[address] = findings(page)
            said[address] = page.locator("[aria-invalid=true], .error-summary").count() > 0

    assert wrong == {address: [] for address in wrong}
    assert [address for address, is_said in said.items() if not is_said] == []
