from django.apps import AppConfig


class WellbeingConfig(AppConfig):
    name = "community.wellbeing"

    def ready(self) -> None:
        from community import me_lines
        from community.wellbeing import personal_data
        from community.wellbeing.queries import safety_plan

        personal_data.join()
        me_lines.register(55, safety_plan.plan_line)
