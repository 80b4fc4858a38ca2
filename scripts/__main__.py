"""Starts `python -m scripts <verb>` with any Python.

This file and `environment/python_version.py` must parse on Python 3.6: an old Python has to get as far as
the sentence that says it is too old.
"""

import sys

from scripts.environment.python_version import complaint

if __name__ == "__main__":
    problem = complaint(sys.version_info[:3])
    if problem:
        sys.exit(problem)

    from scripts.environment.bootstrap import main

    sys.exit(main(sys.argv[1:]))
