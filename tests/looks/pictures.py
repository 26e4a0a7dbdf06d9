"""`make pictures`: the pages as they are now, small and large, light and dark, in docs/pictures/."""

import io
import sys

from PIL import Image

from tests.looks.demo import EVENING, NIGHT, demo, shown
from tests.looks.editor import first_hour
from tests.looks.provider import first_ten_minutes, sheet_of
from tests.processes import ROOT

OUT = ROOT / "docs" / "pictures"
SMALL, LARGE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
MOST_BYTES = 4_000_000
COLOURS = 128
HERE = ["Ana", "Ben", "Juno", "Mats"]  # who has the room open when its picture is taken


def at_night():
    """What somebody sees while nobody from the team is there."""
    with demo(hour=NIGHT) as house:
        stranger = house.window()
        take("styleguide", stranger, f"{house.url}/styleguide/")
        take("home", stranger, f"{house.url}/")
        take("help-now", stranger, f"{house.url}/help-now/")
        take("come-in", stranger, f"{house.url}/accounts/come-in/")
        ana = house.signed_in("Ana")
        take("room-at-night", ana, house.room(ana) + "#newest", whole=False)


def in_the_evening():
    """What members and a moderator see while he is on duty."""
    with demo(hour=EVENING) as house:
        emil = house.on_duty()
        room = house.room(emil)
        emil.new_page().goto(room)
        people = {name: house.signed_in(name) for name in HERE}
        for context in people.values():
            page = context.new_page()
            page.goto(room)
            page.wait_for_function("() => document.documentElement.classList.contains('scripted')")
        take("groups", people["Ana"], f"{house.url}/groups/")
        take("room", people["Ana"], room, whole=False)
        take("me", people["Ana"], f"{house.url}/me/")
        take("desk", emil, f"{house.url}/desk/")
        take("decide-together", people["Ana"], sheet_of(house, people["Ana"]))
        first_ten_minutes(house, keep)
        first_hour(house, keep)


def take(name, context, address, *, whole=True):
    """The page four times, in a fresh tab: small and large, light and dark. `whole`: to its end."""
    page = context.new_page()
    for size in (SMALL, LARGE):
        for colours in ("light", "dark"):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=colours, reduced_motion="reduce")
            page.goto(address)
            page.wait_for_load_state("networkidle")
            keep(page.screenshot(full_page=whole), f"{name}-{size['width']}-{colours}.png")
    page.close()


def keep(picture, name):
    """Writes a picture with as few colours as it needs."""
    small = Image.open(io.BytesIO(picture)).convert("RGB")
    OUT.mkdir(parents=True, exist_ok=True)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(OUT / name, optimize=True)
    print(shown(OUT / name), flush=True)


def main():
    at_night()
    in_the_evening()
    total = sum(path.stat().st_size for path in OUT.glob("*.png"))
    print(f"{len(list(OUT.glob('*.png')))} pictures, {total / 1e6:.1f} MB")
    return 1 if total > MOST_BYTES else 0


if __name__ == "__main__":
    sys.exit(main())
