"""Links between features that are strangers to each other. Nothing else may join them."""


def join() -> None:
    """Called once, when every app is ready."""
