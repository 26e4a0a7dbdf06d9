"""`make meeting`: one meeting from the lobby to the last goodbye, in four browsers, on both kinds of
servers. Each step waits until every screen shows what it should; the pictures are kept.

Emil hosts. Ana and Mats come most evenings. Cleo is new and comes in through the lobby.
"""

import io
import sys
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PIL import Image

from tests.looks.demo import chromium, shown
from tests.looks.stage import ONE, TWO, evening
from tests.processes import ROOT

OUT = ROOT / "docs" / "pictures" / "meeting"
GROUP, ROOM, TOPIC = "long-evenings", "The long evening", "The hour before bed"
CALM = 15_000  # milliseconds until a screen shows something, on a busy machine
COLOURS, GAP, MOST_BYTES = 48, 12, 2_500_000
CAST = ("Emil", "Ana", "Mats", "Cleo")


class Meeting:
    """Four open pages, and the pictures of them."""

    def __init__(self, stack, houses):
        self.stack, self.houses, self.steps = stack, houses, 0
        self.begins = None
        self.contexts, self.pages, self.room, self.script = {}, {}, "", ""

    def come(self, name):
        """Somebody signs in, at the next process in turn."""
        house = self.house(name)
        self.contexts[name] = house.on_duty(name) if name == "Emil" else house.signed_in(name)
        self.pages[name] = self.contexts[name].new_page()
        self.pages[name].emulate_media(reduced_motion="reduce")

    def house(self, name):
        return self.houses[CAST.index(name) % len(self.houses)]

    def go(self, name, path):
        self.pages[name].goto(self.house(name).url + path)

    def go_in(self, name):
        """The room, with its line live."""
        self.go(name, self.room)
        self.live(name)

    def live(self, name):
        page = self.pages[name]
        page.wait_for_function("() => document.documentElement.classList.contains('scripted')")
        page.wait_for_load_state("networkidle")

    def sees(self, words, *names, where="#messages .message-words"):
        for name in names or CAST:
            self.pages[name].locator(where, has_text=words).first.wait_for(timeout=CALM)

    def says(self, name, words):
        page = self.pages[name]
        page.locator("#box").fill(words)
        page.locator("#send").click()
        self.sees(words)

    def press(self, name, words, *, where="main"):
        self.pages[name].locator(where).get_by_role("button", name=words, exact=True).first.click()

    def reads(self, words):
        """The host sends a line of the card."""
        line = self.pages["Emil"].locator(".script li", has_text=words)
        line.get_by_role("button").click()
        self.pages["Emil"].wait_for_load_state()

    def follow(self, name, words, *, of):
        """A line of the menu of a message."""
        message = self.pages[name].locator("#messages .message", has_text=of)
        message.locator(".message-menu summary").click()
        message.get_by_role("link", name=words, exact=True).click()

    def take(self, title):
        self.steps += 1
        self.keep(OUT / f"{self.steps}-{title}-{self.stack}.png")

    def keep(self, path):
        """One picture of all four screens, side by side."""
        shots = [Image.open(io.BytesIO(page.screenshot())) for page in self.pages.values()]
        wide = sum(shot.width for shot in shots) + GAP * (len(shots) - 1)
        whole = Image.new("RGB", (wide, shots[0].height), "#888888")
        for number, shot in enumerate(shots):
            whole.paste(shot.convert("RGB"), (number * (shot.width + GAP), 0))
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(shown(path), flush=True)


def lobby(meeting):
    """A host reads what to say, one says how she comes, one sits down, one is new at the door."""
    for name in CAST:
        meeting.come(name)
    plan(meeting)
    meeting.room = meeting.house("Ana").room(meeting.contexts["Ana"], ROOM)
    meeting.room = "/" + meeting.room.split("/", 3)[3]
    meeting.go("Ana", f"{meeting.room}arriving/")
    meeting.pages["Ana"].get_by_label("3, in between").check()
    meeting.go_in("Mats")
    meeting.go("Cleo", f"/groups/{GROUP}/come-in/")
    meeting.take("lobby")
    meeting.press("Ana", "Go in")
    meeting.live("Ana")
    meeting.press("Cleo", "I agree, let me in")
    meeting.pages["Cleo"].wait_for_load_state()


def plan(meeting):
    """Emil plans the meeting for the next full minute, hosts it, and has its words before him."""
    page, house = meeting.pages["Emil"], meeting.house("Emil")
    begins = datetime.now(ZoneInfo(house.zone)) + timedelta(
        seconds=80
    )  # twenty to plan it, at least
    meeting.begins = begins.replace(second=0, microsecond=0)
    meeting.go("Emil", f"/groups/{GROUP}/meetings/plan/")
    page.locator("#id_day").fill(f"{begins:%Y-%m-%d}")
    page.locator("#id_clock").fill(f"{begins:%H:%M}")
    page.locator("#id_topic").fill(TOPIC)
    page.locator("#id_notes").fill("sleep, worry")
    page.get_by_label("Emil, moderator").check()
    page.locator("#id_opening").select_option("round")
    page.locator("#id_closing").select_option("one_thing")
    page.get_by_role("button", name="Plan it").click()
    page.get_by_text("It is planned.").wait_for()
    page.get_by_role("link", name=f"{begins:%H:%M}").first.click()
    yes = page.get_by_role("button", name="Yes, I will host")
    page.get_by_role("heading", name="Hosting").wait_for()
    if yes.is_visible():
        yes.click()
    page.get_by_role("link", name="Words to open and to close").click()
    page.get_by_role("heading", name="Words to open and to close").wait_for()
    meeting.script = "/" + page.url.split("/", 3)[3]


def opening(meeting):
    """At its hour the host opens with the words of the card; the one who is new says hello and is
    greeted."""
    time.sleep(max(0, (meeting.begins - datetime.now(meeting.begins.tzinfo)).total_seconds()))
    for name in ("Ana", "Mats", "Cleo"):
        meeting.go_in(name)
    meeting.reads("Welcome. Tonight we go round once")
    meeting.go_in("Emil")
    meeting.sees("Welcome. Tonight we go round once")
    meeting.says("Cleo", "Hello. I have not been here before. I am on the sofa with the cat.")
    meeting.says("Emil", "Good that you found us, Cleo. The cat is welcome too.")
    meeting.take("opening")


def round_with_a_pass(meeting):
    """Cleo spoke first and is asked first; Ana passes, Mats takes his turn."""
    meeting.go("Emil", f"{meeting.room}together/lead/")
    meeting.pages["Emil"].get_by_label("About 2 minutes").check()
    meeting.press("Emil", "Open a round")
    meeting.live("Emil")
    for name in ("Ana", "Mats", "Cleo"):
        together = meeting.pages[name].locator("#together")
        together.get_by_text("A round is about to begin").wait_for(timeout=CALM)
        asks = together.get_by_role("button", name="I would like a turn", exact=True)
        if asks.is_visible():
            asks.click()
            asks.wait_for(state="detached")
    meeting.press("Emil", "Begin", where="#together")
    turn_of(meeting, "Cleo")
    meeting.take("round")
    meeting.says("Cleo", "I count the lit windows across the street. Tonight there are nine.")
    meeting.press("Emil", "Next", where="#together")
    turn_of(meeting, "Ana")
    meeting.press("Ana", "Pass", where="#together")
    turn_of(meeting, "Mats")
    meeting.take("pass")
    meeting.says("Mats", "I made the bed this morning. That was all, and it was enough.")
    meeting.press("Emil", "Open the talk", where="#together")
    meeting.sees("Everyone has had a turn.", where="#together #round-now")
    meeting.press("Emil", "End the round", where="#together")
    for name in CAST:
        meeting.pages[name].locator(".round").wait_for(state="detached", timeout=CALM)


def turn_of(meeting, speaker):
    for name in CAST:
        words = "You have the turn" if name == speaker else f"{speaker} has the turn."
        meeting.sees(words, name, where="#together #round-now")


def hide(meeting):
    """Words that go too far leave every screen within a second, and their author reads why."""
    hard = "People who complain about sleep should try a real job."
    meeting.says("Mats", hard)
    meeting.follow("Emil", "Hide, and say why", of=hard)
    page = meeting.pages["Emil"]
    page.get_by_label("it could hurt somebody here").check()
    page.locator("[name=words]").fill("I know it has been a long day. This one lands hard here.")
    page.get_by_role("button", name="Hide them").click()
    since = time.monotonic()
    for name in ("Ana", "Cleo", "Mats"):
        page = meeting.pages[name]
        page.locator("#messages").get_by_text(hard).wait_for(state="detached", timeout=CALM)
    print(f"  gone from every screen {time.monotonic() - since:.2f} s after the press", flush=True)
    meeting.sees("The team has hidden your words.", "Mats")
    meeting.live("Emil")
    meeting.take("hide")


def breather(meeting):
    """Ten quiet minutes for Mats, which nobody else sees."""
    page = meeting.pages["Emil"]
    number = page.locator("#messages .message", has_text="The team has hidden these words.")
    seq = number.last.get_attribute("id").removeprefix("m-")
    meeting.go("Emil", f"{meeting.room}m/{seq}/breather/")
    page.locator("[name=words]").fill("Put the kettle on, Mats. I am here when you are back.")
    page.get_by_role("button", name="Give them ten minutes").click()
    meeting.sees("Put the kettle on, Mats.", "Mats", where="#instead")
    meeting.live("Emil")
    meeting.take("breather")


def closing(meeting):
    """The host closes in the words of the card; each goes as it suits them."""
    meeting.go("Emil", meeting.script)
    meeting.reads("If you like, name one thing you take with you.")
    meeting.go_in("Emil")
    meeting.sees("name one thing you take with you", "Ana", "Cleo")
    meeting.says("Cleo", "Nine windows.")
    page = meeting.pages["Ana"]
    page.get_by_role("link", name="I am going").first.click()
    page.get_by_label("4, all right").check()
    meeting.take("closing")
    page.get_by_role("button", name="Say it, and go").click()
    page.get_by_text("Take care on your way.").wait_for()


STEPS = (lobby, opening, round_with_a_pass, hide, breather, closing)


def play(stack, browser):
    """The whole meeting on one kind of servers."""
    with evening(stack, browser) as houses:
        meeting = Meeting(stack, houses)
        print(f"{stack}: {len(houses)} process{'es' if len(houses) > 1 else ''}", flush=True)
        try:
            for step in STEPS:
                step(meeting)
        except BaseException:
            meeting.keep(ROOT / "var" / "meeting-broken.png")
            raise
        for context in meeting.contexts.values():
            context.close()


def main():
    stacks = sys.argv[1:] or [ONE, TWO]
    with chromium(()) as browser:
        for stack in stacks:
            play(stack, browser)
    total = sum(path.stat().st_size for path in OUT.glob("*.png"))
    print(f"{len(list(OUT.glob('*.png')))} pictures, {total / 1e6:.1f} MB")
    return 1 if total > MOST_BYTES else 0


if __name__ == "__main__":
    sys.exit(main())
