"""`planfirst judge`: lines in, findings out; rows in, a report out."""

import json

import pytest

from bot.judging import RowError, evaluate, judge_lines


def test_raw_and_json_lines_come_out_in_order() -> None:
    lines = [
        "We should launch a Slack community for innovation\n",
        '{"text": "lunch?", "user": "U1"}\n',
        "\n",
    ]
    answers = [json.loads(answer) for answer in judge_lines(lines, None)]
    assert [answer["text"] for answer in answers] == [
        "We should launch a Slack community for innovation",
        "lunch?",
        "",
    ]
    assert answers[0] == {
        "text": "We should launch a Slack community for innovation",
        "intercept": True,
        "score": 0.85,
        "lang": "en",
        "tool": "a Slack community",
        "goal": "innovation",
        "reasons": ["start"],
    }
    assert [answer["intercept"] for answer in answers[1:]] == [False, False]


def test_the_problem_is_given_as_the_goal_to_quote() -> None:
    (answer,) = judge_lines(["On devrait prendre une appli d'onboarding, les nouveaux sont perdus"], None)
    assert json.loads(answer)["goal"] == "les nouveaux sont perdus"


@pytest.mark.parametrize(
    ("line", "told", "lang"),
    [
        ("see you at noon", None, "en"),
        ("on se voit à midi", None, "fr"),
        ("wir sehen uns und essen zu Mittag", None, None),
        ("ok", "fr", "fr"),
    ],
)
def test_the_language_is_told(line: str, told: str | None, lang: str | None) -> None:
    (answer,) = judge_lines([line], told)  # type: ignore[arg-type]
    assert json.loads(answer)["lang"] == lang


@pytest.mark.parametrize("line", ['{"text": ', '{"words": "x"}', '{"text": 3}'])
def test_a_malformed_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(RowError, match=r"^line 2: "):
        list(judge_lines(["fine", line], None))


ROWS = [
    {"text": "We should launch a podcast", "label": "TOOL_FIRST", "lang": "en"},
    {"text": "our cousins sell lemons", "label": "TOOL_FIRST", "lang": "en"},
    {"text": "We need a wiki", "label": "MENTION", "lang": "en"},
    {"text": "Slack est en panne", "label": "MENTION", "lang": "fr"},
]


def test_the_report_counts_per_language_and_over_all() -> None:
    report = evaluate([json.dumps(row) for row in ROWS]).split("\n\n")
    assert [part.splitlines()[0] for part in report] == [
        "en: 3 rows, precision 0.500, recall 0.500",
        "fr: 1 rows, precision n/a, recall n/a",
        "all: 4 rows, precision 0.500, recall 0.500",
    ]
    assert [line.split() for line in report[0].splitlines()[2:]] == [
        ["TOOL_FIRST", "1", "1"],
        ["PLANNED", "0", "0"],
        ["MENTION", "1", "0"],
        ["OTHER", "0", "0"],
    ]


def test_no_rows_no_report() -> None:
    assert evaluate(["\n"]) == "no rows"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("We should launch a podcast", "line 1: "),
        ('{"text": "x"}', "line 1: Object missing required field `label`"),
        ('{"text": "x", "label": "YES"}', "line 1: label 'YES' is none of TOOL_FIRST"),
    ],
)
def test_a_bad_row_is_named_by_its_number(line: str, message: str) -> None:
    with pytest.raises(RowError) as caught:
        evaluate([line])
    assert str(caught.value).startswith(message)
