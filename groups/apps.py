from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "groups"

    def ready(self) -> None:
        from community.accounts import hidden, role_ends
        from community.accounts.enums import Role
        from community.notifications import kinds, resting
        from community.safety import incident, places, warmth
        from community.wellbeing import too_near
        from groups import (
            desk_folds,
            desk_meetings,
            desk_moderating,
            desk_places,
            desk_requests,
            desk_words,
            notice_places,
            own_data,
            own_data_meetings,
            safety_links,
        )
        from groups.actions import (
            back_room,
            memorials,
            on_a_break,
            parting,
            running,
        )
        from groups.queries.memorials import places_of

        places.register("room", of_areas=safety_links.live_rooms_of)
        warmth.register_near(safety_links.shared_a_room)
        too_near.register(safety_links.around)
        desk_requests.join()
        desk_words.join()
        desk_folds.join()
        desk_places.join()
        desk_moderating.join()
        own_data_meetings.join()  # erased after what hangs on rooms: rooms are locked first
        own_data.join()
        desk_meetings.join()
        notice_places.join()
        hidden.register_part(parting.part_from)
        incident.register(begin=memorials.begin, end=memorials.end, places=places_of)
        resting.register(on_a_break.tell_hosts)
        kinds.register(
            "guest_on_a_break",
            sentence=_("Somebody who said yes to you takes a break. Nothing is needed from you."),
            mails=False,
        )
        role_ends.register(Role.MODERATOR, running.end_all_appointments)
        role_ends.register(Role.COORDINATOR, back_room.leave_back_rooms)
        _join_clocks()


def _join_clocks() -> None:
    """What rooms do by themselves when its time has come."""
    from community import ticker
    from groups.actions import asks, comfort, drafts, held, memory, rounds_clock, wall

    ticker.register("drafts_forgotten", every=timedelta(hours=6), run=drafts.forget_old_drafts)
    ticker.register(
        "first_words_forgotten", every=timedelta(hours=1), run=drafts.forget_first_words
    )
    ticker.register("muted_words_ended", every=timedelta(hours=6), run=comfort.forget_ended)
    ticker.register("agreed_let_in", every=timedelta(seconds=5), run=held.let_in_agreed)
    ticker.register("rounds", every=timedelta(seconds=2), run=rounds_clock.tick_rounds)
    ticker.register("greetings", every=timedelta(seconds=5), run=rounds_clock.tick_greetings)
    ticker.register(
        "posts_nobody_has_read", every=timedelta(minutes=1), run=wall.put_unread_on_desk
    )
    ticker.register("asks_without_answer", every=timedelta(seconds=30), run=asks.tick)
    ticker.register("words_expired", every=timedelta(minutes=1), run=memory.expire_words)
