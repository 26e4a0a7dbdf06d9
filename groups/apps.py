from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "groups"

    def ready(self) -> None:
        from community.safety import places
        from groups import desk_requests, safety_links

        places.register("room", of_areas=safety_links.live_rooms_of)
        desk_requests.join()
