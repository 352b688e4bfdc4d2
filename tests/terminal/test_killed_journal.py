"""However the program ends, what was typed in the journal is on file."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from afterview_tui.domain.records import Facts, Felt, Outcome
from afterview_tui.domain.reflecting import PROMPTS, written
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.terminal.conftest import now
from tests.terminal.driver import Terminal
from tests.terminal.test_killed import PROMISED, is_whole

QUESTION = "Why hygiene?"


def test_a_second_after_the_last_key_every_prompt_is_on_file_and_a_kill_takes_none(
    home: Path, db: Path
) -> None:
    ask_everything(db)
    texts = {prompt: f"words for {prompt}" for prompt in PROMPTS}
    with Terminal(db, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("f5", "g", "enter")
        for number, (prompt, text) in enumerate(texts.items(), start=1):
            terminal.wait_for(f"{number} of {len(texts)}")
            terminal.send(text)
            terminal.wait_for(text)
            terminal.until(partial(is_written, db, prompt, text), PROMISED)
            if number < len(texts):
                terminal.press("tab")
        terminal.kill()
    assert is_whole(db)
    on_file = read(db).reflection
    assert all(written(on_file, prompt).endswith(text) for prompt, text in texts.items())


def test_an_answer_in_the_middle_of_a_word_is_on_file_when_the_window_closes(
    home: Path, db: Path
) -> None:
    ask_everything(db)
    with Terminal(db, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("f5", "G", "k", "enter")
        terminal.wait_for("1 of 1")
        terminal.send("Because I like calm peop")
        terminal.wait_for("calm peop")
        terminal.hang_up()
        terminal.wait_exit()
    assert is_whole(db)
    assert [one.answer for one in read(db).questions] == ["Because I like calm peop"]


def ask_everything(db: Path) -> None:
    """Yesterday, poorly, a no: with the facts on file, every prompt is asked; and a question."""
    facts = read(db)
    yesterday = now().date() - timedelta(days=1)
    held = replace(facts.interview, held_on=yesterday, felt=Felt.NERVES)
    with closing(Store(db, now)) as store:
        store.interviews.edit(Entry(held, [one.person for one in facts.met]))
        store.interviews.end(held, Outcome.NO, yesterday)
        store.journal.write(facts, "happened", "First the tour. ", "")
        store.journal.ask(QUESTION, facts.interview.id)


def is_written(db: Path, prompt: str, text: str) -> bool:
    """Whether what is on file under a prompt ends in this text."""
    return written(read(db).reflection, prompt).endswith(text)


def read(db: Path) -> Facts:
    """All that is on file about the one interview."""
    with closing(Store(db, now)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        return facts
