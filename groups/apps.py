from datetime import timedelta

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "groups"

    def ready(self) -> None:
        from community import ticker
        from community.accounts import role_ends
        from community.accounts.enums import Role
        from community.safety import places
        from groups import desk_places, desk_requests, desk_words, own_data, safety_links
        from groups.actions import drafts, held, memory, running, wall

        places.register("room", of_areas=safety_links.live_rooms_of)
        desk_requests.join()
        desk_words.join()
        desk_places.join()
        own_data.join()
        role_ends.register(Role.MODERATOR, running.end_all_appointments)
        ticker.register("drafts_forgotten", every=timedelta(hours=6), run=drafts.forget_old_drafts)
        ticker.register("agreed_let_in", every=timedelta(seconds=5), run=held.let_in_agreed)
        ticker.register(
            "posts_nobody_has_read", every=timedelta(minutes=1), run=wall.put_unread_on_desk
        )
        ticker.register("words_expired", every=timedelta(minutes=1), run=memory.expire_words)
