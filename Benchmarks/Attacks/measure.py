"""Measures how the work for each attack grows with its size: the exponent between the two largest sizes."""

import argparse
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import attacks

# Above this an attack counts as more than linear: what the text's own words add to tables is a little more than that.
WORST = 1.15


def instructions(binary: str, options: list[str], path: str) -> int:
    """What one run takes, start-up included."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", binary]
    result = subprocess.run(command + options + [path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", result.stderr)
    # Of what is attacked some is bad input, which is named.
    if result.returncode not in (0, 1) or not found:
        raise SystemExit(f"{binary}: exit {result.returncode}\n{result.stderr}")
    return int(found[1].replace(",", ""))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dragoman", required=True)
    parser.add_argument("--sizes", default="1,2,4", help="MB, each twice the one before (default: 1,2,4)")
    parser.add_argument("--input", default="text", choices=attacks.FORMATS)
    parser.add_argument("--only", default="", help="names of attacks, parted by commas")
    parser.add_argument("--options", default="", help="options of the command, as --output=html")
    arguments = parser.parse_args()
    sizes = [float(size) for size in arguments.sizes.split(",")]
    names = [name for name in arguments.only.split(",") if name] or list(attacks.FORMATS[arguments.input])
    options = ["--input", arguments.input] + arguments.options.split()
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        # valgrind does not know the newest debugging information.
        binary = str(pathlib.Path(folder) / "dragoman")
        subprocess.run(["strip", "-g", "-o", binary, arguments.dragoman], check=True)
        path = pathlib.Path(folder) / "text"
        path.write_bytes(b"")
        start = instructions(binary, options, str(path))
        print("| attack | " + " | ".join(f"{size:g} MB" for size in sizes) + " | exponent |")
        print("| --- |" + " ---: |" * (len(sizes) + 1))
        for name in names:
            counts = []
            for size in sizes:
                path.write_bytes(attacks.text(arguments.input, name, int(size * 1e6)))
                counts.append(instructions(binary, options, str(path)) - start)
            exponent = math.log(counts[-1] / counts[-2]) / math.log(sizes[-1] / sizes[-2])
            figures = [f"{count / 1e6:,.0f} M" for count in counts] + [f"{exponent:.2f}"]
            print(f"| {name} | " + " | ".join(figures) + " |", flush=True)
            if exponent > WORST:
                bad.append(name)
    if bad:
        print("more than linear: " + ", ".join(bad), file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
