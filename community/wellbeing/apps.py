from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Each kind: what may be read over a shoulder, and what one's own pages say.
_SENTENCES = {
    "review_waits": (
        _("Somebody waits for you to look at something."),
        _("An answer waits for a wellbeing reviewer."),
    ),
    "review_later": (
        _("Somebody waits for you to look at something."),
        _("An answer waits for a wellbeing reviewer, for when you are there."),
    ),
    "review_late": (
        _("Something has waited longer than promised."),
        _("An answer has waited for a wellbeing reviewer longer than promised."),
    ),
    "review_again": (
        _("Something you have waits to be looked at again."),
        _("An answer that you look after waits to be looked at again."),
    ),
    "review_raised": (
        _("Something waits, and nobody has it yet."),
        _("Something waits for a wellbeing reviewer, and nobody has it yet."),
    ),
    "review_raised_later": (
        _("Something waits, and nobody has it yet."),
        _(
            "Something waits for a wellbeing reviewer, and nobody has it yet. Look when you are there."
        ),
    ),
    "review_left": (
        _("Somebody who waited has left."),
        _("Somebody whose answer waited for a wellbeing reviewer has left. It is gone with them."),
    ),
    "review_words": (
        _("Somebody from the team wrote to you."),
        _("A wellbeing reviewer wrote to you."),
    ),
    "act_idea": (
        _("Somebody left an idea for you."),
        _("Somebody at your side has an idea for a small act."),
    ),
    "plan_idea": (
        _("Somebody left an idea for you."),
        _("Somebody suggests words for your plan."),
    ),
    "shared": (
        _("There is something new to read."),
        _("Somebody shares a part of their plan or days with you."),
    ),
    "visit_soon": (_("You have something at %(time)s."), _("You have an appointment at %(time)s.")),
    "please_notice": (
        _("Somebody would like you to see something."),
        _("Somebody at whose side you are took a step, and would like you to notice it."),
    ),
    "noticed": (
        _("Somebody left a few words for you."),
        _("Somebody noticed a step of yours."),
    ),
    "thanks": (_("Somebody left a few words for you."), _("Somebody thanks you for something.")),
}


class WellbeingConfig(AppConfig):
    name = "community.wellbeing"

    def ready(self) -> None:
        from community import me_lines, ticker
        from community.accounts import looks as all_looks
        from community.accounts import role_ends
        from community.accounts.enums import Role
        from community.notifications import kinds, resting, topics
        from community.notifications.kinds import Warm
        from community.notifications.topics import Topic
        from community.safety import warmth
        from community.wellbeing import desk_words, looks, personal_data
        from community.wellbeing.actions import concern_clock, concerns, figures, visits
        from community.wellbeing.queries import concerns as waiting
        from community.wellbeing.queries import my_line

        personal_data.join()
        desk_words.join()
        all_looks.register(looks.of)
        warmth.register_hard(waiting.waits_for_a_reviewer)
        me_lines.register(55, my_line.plan_line)
        me_lines.register(56, my_line.went_line)
        me_lines.register(57, my_line.act_line)
        me_lines.register(59, my_line.goal_line)
        ticker.register("concerns", every=timedelta(minutes=1), run=concern_clock.look_after)
        ticker.register("visits", every=timedelta(minutes=10), run=visits.remind)
        ticker.register("figures", every=timedelta(hours=6), run=figures.publish_due)
        role_ends.register(Role.WELLBEING_REVIEWER, concerns.let_go)
        role_ends.register_stop(concerns.let_go)
        resting.register_stop(concerns.let_go)
        topics.put(Topic.SPACE, _SENTENCES)
        topics.put(Topic.TEAM, ["review_words"])
        called = ["review_waits", "review_late", "review_raised"]
        later = ["review_again", "review_later", "review_raised_later", "review_left"]
        topics.put(Topic.WORK, [*later, *called])
        for kind, (sentence, plain) in _SENTENCES.items():
            warm = Warm.LATER if kind in ("thanks", "noticed") else Warm.NO
            is_urgent = kind in called
            kinds.register(
                kind, sentence=sentence, mails=True, plain=plain, warm=warm, urgent=is_urgent
            )
