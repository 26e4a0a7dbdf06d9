"""The door in a real browser: on a small phone, by keyboard, in under two minutes."""

import pytest

from community.accounts.models import Person
from tests import people
from tests.browser.axe import findings, findings_in_every_light
from tests.browser.pages import go

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = people.PASSWORD


KEYS_A_MINUTE = 120  # of somebody who is slow at it: the machine's own pace says nothing of people


class Hands:
    """At a keyboard, where each key is counted."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, words):
        self.keys += len(words)
        self.page.keyboard.type(words)

    def reach(self, selector):
        """Tabs on until the thing has the focus, as somebody without a mouse does."""
        for _ in range(60):
            self.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{selector} cannot be reached by keyboard")


def test_four_screens_by_keyboard_in_two_minutes(window, live_server):
    page = window().new_page()
    hands = Hands(page)
    wrong = {}

    page.goto(live_server.url + "/accounts/come-in/")
    wrong["come in"] = findings(page)
    hands.reach("input[name=adult]")
    hands.press("Space")
    hands.reach("input[name=health]")
    hands.press("Space")
    hands.reach("main button.button")
    hands.press("Enter")

    page.wait_for_url("**/accounts/name/")
    wrong["name"] = findings(page)
    hands.reach("input[name=pick]")
    hands.press("Space")
    picked = page.input_value("input[name=handle]")
    hands.reach("input[name=password]")
    hands.type(PASSWORD)
    hands.press("Enter")

    page.wait_for_url("**/welcome/")
    wrong["welcome"] = findings(page)
    hands.reach("textarea")
    hands.type("I cannot sleep and I would like to hear others.")
    hands.reach("main button.button")
    hands.press("Enter")

    page.wait_for_url("**/welcome/found/")
    wrong["found"] = findings(page)

    assert wrong == {name: [] for name in wrong}
    assert Person.objects.get().handle == picked
    assert page.get_by_text("I cannot sleep and I would like to hear others.").is_visible()
    assert hands.keys < 2 * KEYS_A_MINUTE


def test_without_scripts_the_door_opens_too(window, live_server):
    page = window(java_script_enabled=False).new_page()

    page.goto(live_server.url + "/accounts/come-in/")
    page.check("input[name=adult][value=yes]")
    page.check("input[name=health]")
    page.click("main button.button")
    page.check("input[name=pick] >> nth=1")
    page.fill("input[name=password]", PASSWORD)
    go(page.locator("main form button.button").first)

    assert page.url == live_server.url + "/welcome/"
    assert Person.objects.count() == 1


def test_a_password_can_be_seen_and_pasted(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/accounts/login/")
    box = page.locator("input[name=password]")

    page.evaluate(
        "words => { const b = document.querySelector('input[name=password]'); b.focus();"
        " document.execCommand('insertText', false, words) }",
        PASSWORD,
    )
    page.get_by_role("button", name="Show").click()

    assert box.get_attribute("type") == "text"
    assert box.input_value() == PASSWORD
    page.get_by_role("button", name="Hide").click()
    assert box.get_attribute("type") == "password"


def test_an_error_takes_the_focus_and_names_the_page(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/accounts/come-in/")

    go(page.locator("main form button.button").first)

    page.wait_for_function("() => document.activeElement.className === 'error-summary'")
    assert page.title().startswith("Error: ")
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.name") == "adult"


STRANGERS = (
    "come-in login password/reset password/reset/done recover house-rules who-can-read "
    "password/reset/key/1-no confirm-email/nothing"
).split()
OWN = (
    "consent code email profile profile/name profile/place profile/tags blocked 2fa 2fa/webauthn "
    "password/change logout sessions leave invite admissions reauthenticate"
).split()


def checked(context, live_server, names):
    """What is wrong with each page: for the checker, and on a screen of 320 px."""
    page = context.new_page()
    wrong = {}
    for name in names:
        page.goto(f"{live_server.url}/accounts/{name}/")
        page.emulate_media(color_scheme="light")
        wrong[name] = findings_in_every_light(page)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wrong[name].append("runs off a small screen")
    return {name: found for name, found in wrong.items() if found}


def test_every_page_for_strangers_can_be_read_by_all(window, live_server):
    context = window(viewport={"width": 320, "height": 640})

    assert checked(context, live_server, STRANGERS) == {}


def test_every_page_of_one_s_own_can_be_read_by_all(signed_in, live_server, hana):
    context = signed_in(hana, viewport={"width": 320, "height": 640})

    assert checked(context, live_server, OWN) == {}


def test_a_passkey_is_made_and_opens_the_door(window, live_server, ana):
    page = window().new_page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    said = []
    page.on("console", lambda message: said.append(message.text))

    page.goto(live_server.url + "/accounts/login/?next=/accounts/2fa/webauthn/add/")
    page.fill("input[name=login]", "ana-lark")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/reauthenticate/**")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/accounts/2fa/webauthn/add/")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/2fa/**recovery-codes/**")
    page.context.clear_cookies()
    page.goto(live_server.url + "/accounts/login/?next=/accounts/profile/")
    page.click("#passkey_login")
    page.wait_for_url(live_server.url + "/accounts/profile/")

    assert page.get_by_role("heading", level=1).inner_text() == "What others see"
    assert [line for line in said if "Content Security Policy" in line] == []
