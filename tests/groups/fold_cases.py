"""What is folded for whom: one table for the page's rule and the script's."""

# what is written (own, note, note_kind, body, and whether three members asked to look at it), what its reader chose, what they muted: how it stands
FOLDS = [
    ({}, {}, [], "show"),
    ({"note": "my brother"}, {}, [], "collapse"),
    ({"note_kind": "loss"}, {}, [], "collapse"),
    ({"note_kind": "loss"}, {"loss": "show"}, [], "show"),
    ({"note_kind": "loss"}, {"loss": "never"}, [], "never"),
    ({"note_kind": "harm"}, {"loss": "never"}, [], "collapse"),
    ({"note": "my brother"}, {"other": "never"}, [], "never"),
    ({"note_kind": "other"}, {"other": "show"}, [], "show"),
    ({"own": True, "note_kind": "loss", "body": "rain"}, {"loss": "never"}, ["rain"], "show"),
    ({"body": "It rained all day."}, {}, ["rain"], "muted"),
    ({"body": "The train was late."}, {}, ["rain"], "show"),
    ({"note": "rain", "note_kind": "loss"}, {"loss": "show"}, ["rain"], "muted"),
    ({"note": "rain", "note_kind": "loss"}, {"loss": "never"}, ["rain"], "never"),
    ({"body": "A hospital. Stay there?"}, {}, ["hospital stay"], "muted"),
    ({"body": "Stay in hospital."}, {}, ["hospital stay"], "show"),
    ({"body": "I was dying to tell you."}, {}, ["die"], "muted"),
    ({"body": "On a diet."}, {}, ["die"], "show"),
    ({"body": "Anything"}, {}, ["…"], "show"),
    ({"asked": True}, {}, [], "asked"),
    ({"asked": True, "note_kind": "loss"}, {"loss": "show"}, [], "asked"),
    ({"asked": True, "note_kind": "loss"}, {"loss": "never"}, [], "never"),
    ({"asked": True, "body": "It rained all day."}, {}, ["rain"], "muted"),
    ({"asked": True, "own": True}, {}, [], "show"),
    ({"body": "Er trank WEISSEN Wein, über alles."}, {}, ["Über"], "muted"),
]

FAMILIES = [
    ("drink", "drinks drinking Drinks"),
    ("bet", "bets betting"),
    ("gamble", "gambles gambled gambling"),
    ("die", "dies died dying"),
    ("party", "parties partied partying"),
    ("kiss", "kisses kissed kissing"),
    ("feed", "feeds feeding"),
    ("spring", "springs"),
]

STRANGERS = [("die", "diet"), ("rain", "train"), ("bus", "bu"), ("thin", "thing"), ("use", "us")]
