"""Who lives in the demo. All of them are invented; they share one password."""

from dataclasses import dataclass

from community.accounts.enums import Lived, Role, TagSeen, Topic

PASSWORD = "kindred-demo"


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person: a name, what they may do, a line about them, what they have lived with."""

    handle: str
    roles: tuple[Role, ...] = ()
    about: str = ""
    pronouns: str = ""
    tags: tuple[tuple[Topic, Lived, TagSeen], ...] = ()


CAST = (
    Somebody(
        "Ana",
        about="Jigsaws, mostly sky.",
        pronouns="she/her",
        tags=(
            (Topic.SLEEP, Lived.NOW, TagSeen.ROOMS),
            (Topic.WORRY, Lived.PAST, TagSeen.TWO),
        ),
    ),
    Somebody(
        "Ben",
        about="With Biscuit, who is a dog.",
        pronouns="he/him",
        tags=((Topic.LOSS, Lived.PAST, TagSeen.ROOMS), (Topic.ALONE, Lived.NOW, TagSeen.ROOMS)),
    ),
    Somebody("Cleo", about="Ranks everything. Working on it."),
    Somebody("Dora", (Role.MENTOR,), "Good bread, bad weather."),
    Somebody("Emil", (Role.MODERATOR,), "From the team. Here most evenings."),
    Somebody("Noor", (Role.MODERATOR,), "From the team. Tea, no sugar.", "she/her"),
    Somebody("Karim", (Role.GREETER,), "Reads more than he writes.", "he/him"),
    Somebody("Fay", (Role.EDITOR,), "Writes for the library."),
    Somebody("Gil", (Role.EDITOR, Role.REVIEWER), "Reads what Fay writes."),
    Somebody("Hana", (Role.COORDINATOR, Role.SAFEGUARDING_LEAD), "Runs the groups."),
    Somebody(
        "Lotte",
        (Role.WELLBEING_REVIEWER, Role.SAFEGUARDING_LEAD),
        "From the team. Looks when something is heavy.",
    ),
    Somebody("Ines", (Role.PROVIDER,), "Psychologist."),
    Somebody("Ola", (Role.OPERATOR,), "Keeps the lights on."),
    # More voices for the rooms. They can be signed in as well.
    Somebody("Juno", about="Pancakes."),
    Somebody("Mats", about="Thirty-one years of letters.", pronouns="he/him"),
    Somebody("Pia", about="Works nights, now and then."),
    Somebody("Sol", about="Crosswords and herons."),
    Somebody("Theo", about="Father, hander-out of spanners.", pronouns="he/him"),
    Somebody("Wren", about=""),
    Somebody("Marta", about="Psychologist at the day clinic. Hosts here, and has no other power."),
)

# Who leads when somebody may be at risk, and who stands in: as the operator would write it down.
LEADS = {
    "lead": "Hana",
    "lead_reach": "through the desk",
    "deputy": "Lotte",
    "deputy_reach": "through the desk",
}

# Printed by `manage.py dev`: a sentence for each log-in worth trying.
LOGINS = f"""
Log in as any of these; the password is {PASSWORD}

  Ana, Ben    members of the same groups        Cleo   a member who is not in them
  Emil, Noor  moderators: go on duty at /desk/  Hana   coordinator: /groups/run/, /mentoring/run/
  Dora        a mentor, with a request waiting  Karim  has offered to be one: Hana decides
  Fay, Gil    editors of the library: /cms/     Ola    operator: /opening/, settings in /cms/
  Ines        psychologist, Ana's: /care/       Lotte  wellbeing reviewer: /reviewing/
  Hana leads in safeguarding and Lotte stands in: /desk/, /desk/deaths/, /desk/situations/
"""
