"""The built simulator within the site: which of its files a page loads, and their copying."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitebuild import assets
from sitebuild.locales import ROOT

if TYPE_CHECKING:
    from sitebuild.pages import SimulatorUse

TARGET = ROOT / "build" / "simulator"


@dataclass(frozen=True)
class Simulator:
    """One build of the simulator, in a directory named by its contents."""

    name: str

    def links(self, use: "SimulatorUse") -> dict[str, str]:
        """What a page loads, as paths from the site's root; a single decision needs no script."""
        page = f"simulator/{self.name}/page"
        links = {"stylesheet": f"{page}/simulator.css"}
        return links | ({"script": f"{page}/simulator.js"} if use == "whole" else {})

    def write(self, site: Path) -> str:
        """Copy the build into the site; gives its directory's name."""
        shutil.copytree(TARGET / self.name, site / "simulator" / self.name, dirs_exist_ok=True)
        return self.name


def build(*, compress: bool) -> Simulator:
    """Build the simulator unless nothing has changed."""
    return Simulator(assets.build(TARGET, compress=compress).directory_name)
