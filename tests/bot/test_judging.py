"""`planfirst judge`: lines in, findings out; rows in, a report out."""

import json

import pytest

from bot.judging import RowError, evaluate, explain, judge_lines, wilson


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
    assert answers[0].pop("score") > 0.9
    assert answers[0] == {
        "text": "We should launch a Slack community for innovation",
        "intercept": True,
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
        ("wir sehen uns und essen zu Mittag", None, "de"),
        ("non ci vediamo per il pranzo con gli altri", None, None),
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
    {"text": "We should launch a podcast", "label": "TOOL_FIRST", "lang": "en", "family": "podcast"},
    {"text": "our cousins sell lemons", "label": "TOOL_FIRST", "lang": "en", "family": "podcast"},
    {"text": "We need a wiki", "label": "MENTION", "lang": "en", "family": "wiki"},
    {"text": "Slack est en panne", "label": "MENTION", "lang": "fr", "family": "chat"},
]


def test_the_report_counts_per_language_over_all_and_by_family() -> None:
    report = evaluate([json.dumps(row) for row in ROWS]).split("\n\n")
    assert [part.splitlines()[0] for part in report] == [
        "en: 3 rows, precision 0.500 (0.095-0.905), recall 0.500 (0.095-0.905), F0.5 0.500",
        "fr: 1 rows, precision n/a, recall n/a, F0.5 n/a",
        "all: 4 rows, precision 0.500 (0.095-0.905), recall 0.500 (0.095-0.905), F0.5 0.500",
        "family             found  false alarms",
    ]
    assert [line.split() for line in report[0].splitlines()[2:]] == [
        ["TOOL_FIRST", "1", "1"],
        ["PLANNED", "0", "0"],
        ["MENTION", "1", "0"],
        ["OTHER", "0", "0"],
    ]
    assert [line.split() for line in report[3].splitlines()[1:]] == [
        ["chat", "0", "of", "0", "0"],
        ["podcast", "1", "of", "2", "0"],
        ["wiki", "0", "of", "0", "1"],
    ]


def test_a_stricter_judge_speaks_less_often() -> None:
    rows = [json.dumps({"text": "maybe a blog about bees", "label": "MENTION"})]
    said = {mode: evaluate(rows, mode).splitlines()[4].split() for mode in ("eager", "strict")}
    assert said == {"eager": ["MENTION", "1", "0"], "strict": ["MENTION", "0", "1"]}


def test_the_interval_is_wilsons() -> None:
    assert wilson(1, 10) == pytest.approx((0.0179, 0.4042), abs=1e-4)
    assert wilson(0, 5)[0] == 0


def test_what_weighed_is_said_in_words() -> None:
    told = list(explain(["We should launch a podcast", "lunch?"], None))
    assert told[0].endswith(": proposes to start")
    assert any(line.split()[1:3] == ["left", "should"] and line.endswith("says what must be done") for line in told)
    assert told[-1] == "lunch?\n  left alone, 0.00: names no tool"


def test_what_weighed_is_said_in_french() -> None:
    told = next(explain(["On devrait lancer un podcast"], None, "fr"))
    assert told.endswith(": propose de lancer")


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
