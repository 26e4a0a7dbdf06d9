"""The operator's colour as tokens that can still be read. Pure.

One colour stands for what can be pressed. It is never used as it comes: what cannot be read on our
grounds is refused, and the lighter and darker tones around it are worked out from it.
"""

from dataclasses import dataclass

# The grounds and inks of community/static/css/tokens.css that the accent meets (a test compares).
LIGHT = {"paper": "#f9f5ed", "surface": "#fffdf8", "sunk": "#f0e9dc", "honey-tint": "#faeecb"}
LIGHT_INK = {"ink": "#202b35", "ink-soft": "#3f4a55"}
DARK = {"paper": "#171d26", "surface": "#1f2732", "sunk": "#131820", "honey-tint": "#332d1c"}
DARK_INK = {"ink": "#e6e0d4", "ink-soft": "#bdc1c6"}
ON_LIGHT, ON_DARK = "#fffdf8", "#f0f4ee"
LEAST = 6.0  # what coloured words keep against every ground they stand on
INK_LEAST = 7.0  # what all other words keep

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Tokens:
    """What replaces the tokens of the same name."""

    action: str
    action_deep: str
    action_ground: str
    action_ground_deep: str
    on_action: str
    action_tint: str

    def css(self) -> str:
        """The declarations, one after the other."""
        return "".join(
            f"--{name.replace('_', '-')}:{getattr(self, name)};" for name in self.__slots__
        )


def light(colour: str) -> Tokens:
    """The tones on light pages. Raises ValueError with what is wrong with the colour."""
    tint = _tint(colour, ground=LIGHT["paper"], inks=LIGHT_INK)
    _insist(colour, [*LIGHT.values(), tint], "It is too pale to be read on light pages.")
    deep = mixed(colour, "#000000", 0.25)
    return Tokens(colour, deep, colour, deep, ON_LIGHT, tint)


def dark(colour: str) -> Tokens:
    """The tones on dark pages. Raises ValueError with what is wrong with the colour."""
    tint = _tint(colour, ground=DARK["paper"], inks=DARK_INK)
    _insist(colour, [*DARK.values(), tint], "It is too dark to be read on dark pages.")
    ground = _darkened(colour)
    deep = mixed(colour, "#ffffff", 0.3)
    return Tokens(colour, deep, mixed(ground, "#000000", 0.12), ground, ON_DARK, tint)


def stylesheet(*, on_light: str, on_dark: str) -> str:
    """A sheet that lays these colours over the usual ones. Strong contrast keeps its own."""
    parts = []
    if on_light:
        parts.append(
            f':root:not([data-theme]),:root[data-theme="light"]{{{light(on_light).css()}}}'
        )
    if on_dark:
        tones = dark(on_dark).css()
        parts.append(f'@media screen{{:root[data-theme="dark"]{{{tones}}}}}')
        device = f"{{:root:not([data-theme]){{{tones}}}}}"
        parts.append(f"@media screen and (prefers-color-scheme:dark){device}")
    elif on_light:
        # A device that is dark keeps the usual dark tones: the light ones are for light pages.
        body = parts.pop()
        alone = body.removeprefix(":root:not([data-theme]),")
        device = body.replace(',:root[data-theme="light"]', "")
        parts += [alone, f"@media not (prefers-color-scheme:dark){{{device}}}"]
    return "".join(f"{part}\n" for part in parts)


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from the other, from 1 to 21 (WCAG 2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with a share of `other` in it."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _insist(colour: str, grounds: list[str], words: str) -> None:
    if min(contrast(colour, ground) for ground in grounds) < LEAST:
        raise ValueError(words)


def _tint(colour: str, *, ground: str, inks: dict[str, str]) -> str:
    """A breath of the colour on the ground, as much as leaves every word readable."""
    for hundredths in range(14, 0, -1):
        tint = mixed(ground, colour, hundredths / 100)
        if min(contrast(tint, ink) for ink in inks.values()) >= INK_LEAST and (
            contrast(tint, colour) >= LEAST or hundredths == 1
        ):
            return tint
    return ground


def _darkened(colour: str) -> str:
    for hundredths in range(0, 100, 4):
        ground = mixed(colour, "#000000", hundredths / 100)
        if contrast(ground, ON_DARK) >= LEAST:
            return ground
    return "#000000"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
