"""Who fits whom, and why. Pure: plain values in, plain values out, no database.

Nothing here is a rank of people: it orders the few mentors one member may choose from, and says
in words why each fits and what does not. The evidence for matching rules is weak, so the weights
are settings, never dogma.
"""
