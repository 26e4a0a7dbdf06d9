"""The door in a real browser: on a small phone, by keyboard, in under two minutes."""

import time

import pytest

from community.accounts.models import Person
from tests import people
from tests.browser.axe import findings, findings_in_every_light

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = people.PASSWORD


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def reach(page, selector):
    """Tabs on until the thing has the focus, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by keyboard")


def test_four_screens_by_keyboard_in_two_minutes(window, live_server):
    page = window().new_page()
    began = time.monotonic()
    wrong = {}

    page.goto(live_server.url + "/accounts/come-in/")
    wrong["come in"] = findings(page)
    reach(page, "input[name=adult]")
    press(page, "Space")
    reach(page, "input[name=health]")
    press(page, "Space")
    reach(page, "main button.button")
    press(page, "Enter")

    page.wait_for_url("**/accounts/name/")
    wrong["name"] = findings(page)
    reach(page, "input[name=pick]")
    press(page, "Space")
    picked = page.input_value("input[name=handle]")
    reach(page, "input[name=password]")
    page.keyboard.type(PASSWORD)
    press(page, "Enter")

    page.wait_for_url("**/welcome/")
    wrong["welcome"] = findings(page)
    reach(page, "textarea")
    page.keyboard.type("I cannot sleep and I would like to hear others.")
    reach(page, "main button.button")
    press(page, "Enter")

    page.wait_for_url("**/welcome/found/")
    wrong["found"] = findings(page)

    assert wrong == {name: [] for name in wrong}
    assert Person.objects.get().handle == picked
    assert page.get_by_text("I cannot sleep and I would like to hear others.").is_visible()
    assert time.monotonic() - began < 120


def test_without_scripts_the_door_opens_too(window, live_server):
    page = window(java_script_enabled=False).new_page()

    page.goto(live_server.url + "/accounts/come-in/")
    page.check("input[name=adult][value=yes]")
    page.check("input[name=health]")
    page.click("main button.button")
    page.check("input[name=pick] >> nth=1")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button.button")

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

    page.click("main form button.button")

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
    page.wait_for_url("**/webauthn/add/")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/2fa/**recovery-codes/**")
    page.context.clear_cookies()
    page.goto(live_server.url + "/accounts/login/?next=/accounts/profile/")
    page.click("#passkey_login")
    page.wait_for_url(live_server.url + "/accounts/profile/")

    assert page.get_by_role("heading", level=1).inner_text() == "What others see"
    assert [line for line in said if "Content Security Policy" in line] == []
