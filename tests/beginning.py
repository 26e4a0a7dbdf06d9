"""`pytest -p tests.beginning`: what is imported before the first test is no garbage.

Loaded by name because Django, and all of ours with it, is imported before `tests.conftest`, which
says when it is over.
"""

import gc

gc.disable()
