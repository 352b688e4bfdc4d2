"""Stories are written, shown and told without a screen."""

from __future__ import annotations

from afterview_tui.domain.story import Landed
from tests.cli.conftest import CommandLine


def test_a_story_is_written_part_by_part_and_told(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    assert "New: The lost key." in line.well("story", "The lost key", "--situation", "Rain").out
    line.well("story", "lost key", "--result", "Home by six", "--themes", "calm, patience")
    line.well("story", "lost", "--told", "oak", "--landed", "well")
    with line.store() as store:
        (kept,) = store.stories.all()
    assert (kept.story.name, kept.story.situation) == ("The lost key", "Rain")
    assert (kept.story.result, kept.story.themes) == ("Home by six", "calm, patience")
    assert kept.tellings[0].telling.landed is Landed.WELL
    assert line.well("story").out == "The lost key, told at Oak Vision\n"
    assert "Home by six" in line.well("story", "key").out
    assert line.well("story", "--json").data["stories"][0]["story"]["situation"] == "Rain"
    line.well("undo")
    assert line.well("story").out == "The lost key, not told yet\n"


def test_what_fits_none_or_several_is_said_and_nothing_is_written(line: CommandLine) -> None:
    line.well("story", "The lost key", "--task", "x")
    line.well("story", "The lost shoe", "--task", "x")
    assert "fits 2 stories: The lost key; The lost shoe" in line.refused("story", "lost")
    assert "No story fits “grue”" in line.refused("story", "grue")
    assert "No story fits “grue”" in line.refused("story", "grue", "--told", "oak")
    assert "No interview fits “oak”" in line.refused(
        "story", "grue", "--task", "x", "--told", "oak"
    )
    assert line.well("story").out.count("\n") == 2
