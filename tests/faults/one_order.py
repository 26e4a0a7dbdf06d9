"""One evening of `test_model`, written down."""


def in_one_order(rooms, first):
    """Every act there is, in an order in which each of them happens."""
    ana, other = {"number": 0}, {"number": 1}
    yield lambda: rooms.repeat(words=first, **ana)
    yield lambda: rooms.send_other_words_under_the_same_name(words=first)
    yield lambda: rooms.send(**other)
    yield lambda: rooms.hide(words=first)
    yield lambda: rooms.resume(**ana)
    yield lambda: rooms.restore(words=first)
    yield lambda: rooms.open_the_page(**other)
    yield lambda: rooms.read(**other, seq=2)
    yield lambda: rooms.delete(words=first, **ana, own=True)
    yield lambda: rooms.leave_or_enter_the_room(**ana, act="leave")
    yield lambda: rooms.leave_or_enter_the_room(**ana, act="enter")
    yield lambda: rooms.remove(**other)
    yield lambda: rooms.send(**other)
    yield lambda: rooms.let_back(**ana)
    yield lambda: rooms.leave_or_join_the_group(**other, act="leave")
    yield lambda: rooms.leave_or_join_the_group(**other, act="join")
    yield lambda: rooms.send(**ana)
    yield lambda: rooms.leave_for_good(**ana, keeps_words=False)
    yield lambda: rooms.resume(**ana)
