"""The table a new house starts with: few lines a country, none of them checked by us.

Numbers seen in public directories (sandunwira/CrisisHotlines, MIT, 2024-11; open-helplines, CC0).
Every one is shown as "not yet checked by us" until a person of this house has called it.
"""

from community.help import lines_europe, lines_world
from community.help.line import Land, Line

__all__ = ["LANDS", "Land", "Line"]

LANDS: dict[str, Land] = dict(sorted({**lines_europe.LANDS, **lines_world.LANDS}.items()))
