"""The demo community: invented people, groups and words, for one's own machine.

Every word here was written for this demo. `load` brings it in, `manage.py demo` is its door.
"""
