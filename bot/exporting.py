"""`/plan export`: links to the plan as a page, as Markdown and as JSON; its words at once where there are no links."""

from bot.living import Living
from bot.plan_views import meant


def export(living: Living, which: str) -> None:
    """Of one's own plan alone."""
    for record in meant(living, which):
        living.turn.say("cmd.export_none", number=str(record.ref.number))
