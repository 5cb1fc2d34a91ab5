"""Runs every function of a module in the order written and prints, for each, null or what went wrong."""

import importlib
import json
import sys
import traceback

module = importlib.import_module(sys.argv[1])
outcomes = {}
for name, step in vars(module).items():
    if name.startswith("_") or getattr(step, "__module__", None) != module.__name__:
        continue
    try:
        step()
        outcomes[name] = None
    except BaseException:
        outcomes[name] = traceback.format_exc()
print(json.dumps(outcomes))
