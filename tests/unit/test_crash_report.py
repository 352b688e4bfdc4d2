"""The report of a mistake says where it happened, and nothing of what was typed."""

from __future__ import annotations

from afterview_tui.handoff.crash_report import report_of

SECRET = "Dear Dr. Chen, between us"


def fail(text: str) -> None:
    words = {"letter": text}
    raise KeyError(words["letter"])


def wrapped(text: str) -> None:
    try:
        fail(text)
    except KeyError as error:
        raise ValueError(f"Invalid isoformat string: {text!r}") from error


def caught(text: str) -> BaseException:
    try:
        wrapped(text)
    except ValueError as error:
        error.add_note(text)
        return error
    raise AssertionError("it did not fail")


def test_the_report_names_the_kind_and_each_line_on_the_way() -> None:
    report = report_of(caught("a"))
    assert "builtins.ValueError" in report
    assert "because of builtins.KeyError" in report
    assert f"{__name__}, line" in report
    assert "in wrapped" in report
    assert "in fail" in report
    assert "Python 3" in report
    assert "textual 8" in report


def test_no_word_of_the_users_is_in_the_report() -> None:
    report = report_of(caught(SECRET))
    for word in ("Dear", "Chen", "between us", "isoformat"):
        assert word not in report


def test_an_error_in_a_circle_and_none_at_all_are_told() -> None:
    one, other = ValueError(SECRET), KeyError(SECRET)
    one.__context__, other.__context__ = other, one
    assert report_of(one).count("KeyError") == 1
    assert report_of(None).startswith("A mistake")


def test_a_mistake_that_calls_itself_fills_no_disk() -> None:
    def again() -> None:
        again()

    try:
        again()
    except RecursionError as error:
        report = report_of(error)
    assert len(report) < 40_000
