"""The pictures in the README show the program as it is."""

from __future__ import annotations

import html
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "screenshots"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screenshots_make", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


def _words(svg: str) -> list[str]:
    """What a picture says, without how it is drawn."""
    return [html.unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


@pytest.mark.parametrize("picture", MAKER.PICTURES, ids=lambda picture: str(picture.name))
async def test_a_picture_says_what_the_screen_says(
    picture: MAKER.Picture,  # type: ignore[name-defined]
    tmp_path: Path,
) -> None:
    """When this fails, look at the screens and run `python screenshots/make.py`."""
    stored = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert _words(await MAKER.draw(picture, tmp_path)) == _words(stored)
