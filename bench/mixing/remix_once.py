"""One re-mix in a process of its own: an instance comes in, a plan goes out, both pickled by bench.mixing.tables."""

import pickle
import sys

from goldenthread.mixing.tables.mixing import mix

if __name__ == "__main__":
    instance = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process wrote it
    sys.stdout.buffer.write(pickle.dumps(mix(instance, seconds=float(sys.argv[1]))))
