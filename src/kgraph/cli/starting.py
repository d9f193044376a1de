"""How a process that runs one command starts: without looking for garbage among what it has just loaded.

To load a command's modules makes a hundred thousand objects and no garbage, yet Python goes through them again and again while
it loads them, and once more when it ends: a sixth of the time of a short question.
"""

from __future__ import annotations

import atexit
import gc


def begin() -> None:
    """No look for garbage until :func:`settle`, and none at the end of the process: it all goes back to the system at once."""
    gc.disable()
    atexit.register(gc.freeze)


def settle() -> None:
    """From here on as usual, but for what has been loaded."""
    gc.freeze()
    gc.enable()
