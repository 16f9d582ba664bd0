"""How much Slack takes, in characters unless said otherwise. Source: docs.slack.dev, the reference of each object."""

from typing import Final

HEADER: Final = 150
BUTTON: Final = 75
OPTION: Final = 75  # text of a choice in a menu, a list, boxes
MODAL_TITLE: Final = 24  # also the words of its two buttons
LABEL: Final = 2_000  # of an input; its hint too
INPUT: Final = 3_000  # longest text of an input
FIELD: Final = 2_000  # one of the short texts side by side in a section
RADIOS: Final = 10  # choices as radio buttons or boxes; more need a menu
OPTIONS: Final = 100  # choices in a menu
OVERFLOW: Final = 5  # entries of the “…” menu
CHART_TITLE: Final = 50
CHART_NAME: Final = 20  # of a line, and of a place on the axis
CHART_POINTS: Final = 20

MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100  # sheets and home

SECTION: Final = 2_900  # Slack takes 3,000 and does not say whether it counts before or after escaping
FALLBACK: Final = 4_000  # advised for `text`; above 40,000 it is cut by Slack
PROSE: Final = 11_000  # all texts of a message: near 13,200 it is refused (slackapi/bolt-js#2509), buttons need 2,000

BUTTONS_IN_A_ROW: Final = 5  # ours: more are hard to take in
