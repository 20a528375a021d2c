"""Composes a file into nodes with PyYAML on libyaml, several times; prints the seconds of each."""
import sys
import time

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    print(time.perf_counter() - start)
    assert root is not None
