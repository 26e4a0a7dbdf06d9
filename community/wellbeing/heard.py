"""How the desk names what people write here for others to read."""

THANKS, FEEDBACK = "thanks", "feedback"
ACT_IDEA, PLAN_IDEA = "act_idea", "plan_idea"
