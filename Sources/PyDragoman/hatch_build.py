"""Puts the engine's shared library into the wheel, which so is one of this machine's platform."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "libCDragoman.so"


class LibraryHook(BuildHookInterface[Any]):
    """``DRAGOMAN_LIBRARY`` names the library; without, it is the repository's of a release build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        built = Path(self.root, "../../.build/release", NAME)
        library = Path(os.environ.get("DRAGOMAN_LIBRARY") or built).resolve()
        if not library.is_file():
            raise FileNotFoundError(f"{library} is not there: run Sources/PyDragoman/build")
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][str(library)] = f"dragoman/{NAME}"
