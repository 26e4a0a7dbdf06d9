"""What a screen shows once it has applied every event it heard, in order."""

TAKES = frozenset({"hide", "delete"})
BRINGS = frozenset({"edit", "restore"})


def fold(entries):
    """number -> words, or None where nothing is to be read there any more."""
    shown = {}
    for entry in entries:
        if entry.event == "msg":
            shown[entry.seq] = entry.body or None
        elif entry.event in BRINGS:
            shown[entry.ref] = entry.body or None
        elif entry.event in TAKES:
            shown[entry.ref] = None
    return shown


def fetched(store):
    """The same, as the database holds it now."""
    return {
        message.seq: message.body if message.state == "shown" else None
        for message in store.messages
        if message.seq is not None
    }
