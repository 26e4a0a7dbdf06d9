"""Links between features that are strangers to each other. Nothing else may join them."""


def join() -> None:
    """Called once, when every app is ready."""
    from community import welcome  # models exist only now
    from community.safety import subjects

    subjects.register(
        "welcome",
        snapshot=welcome.desk_snapshot,
        context=welcome.desk_context,
        area=welcome.desk_area,
        about=welcome.desk_about,
        words=welcome.desk_snapshot,
    )
