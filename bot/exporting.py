"""`/plan export`: links to the plan as a page, as Markdown and as JSON; its words where there are no links."""

from bot.living import Living
from bot.plan_views import meant
from dialogs.content.catalog import text_of
from dialogs.life.exporting import as_markdown
from dialogs.replies import Ask, Say


def export(living: Living, which: str) -> None:
    """Of a plan that they may see."""
    me, turn = living.me, living.turn
    for record in meant(living, which):
        links = living.links.choices(me, record, living.happened.at) if living.links else ()
        if links:
            text = text_of("cmd.export", me.lang, me.familiar).format(number=record.ref.number)
            turn.replies.append(Ask("cmd.export", text, "", links, "command"))
        else:
            text = as_markdown(record, living.past(record), me.lang, turn.moment.today)
            turn.replies.append(Say("cmd.export_text", text, "command"))
