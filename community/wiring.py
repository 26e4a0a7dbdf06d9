"""Links between features that are strangers to each other. Nothing else may join them."""

from datetime import timedelta


def join() -> None:
    """Called once, when every app is ready."""
    from community import ticker, welcome  # models exist only now
    from community.demo import shift
    from community.safety import subjects

    ticker.register("demo shift", every=timedelta(seconds=30), run=shift.keep)

    subjects.register(
        "welcome",
        snapshot=welcome.desk_snapshot,
        context=welcome.desk_context,
        area=welcome.desk_area,
        about=welcome.desk_about,
        words=welcome.desk_snapshot,
    )
