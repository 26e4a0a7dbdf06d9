"""What is made while the program starts stays to its end. Looking it over for garbage, again and
again while there is more and more of it, is a quarter of a start; and later it is a pause of a
tenth of a second for everybody, each time all of it is looked over once more."""

import gc


def begin() -> None:
    """Nothing is looked over until `done`."""
    gc.disable()


def done() -> None:
    """From here on only what comes later is looked over."""
    gc.freeze()
    gc.enable()
