"""auth.*, team.* and apps.*: who am I, where."""

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.shapes import SlackError


@method("auth.test")
def auth_test(ask: Ask) -> Json:
    me: Json = {"user": "bot", "user_id": ask.bot.bot_user, "bot_id": ask.bot.bot_id}
    if ask.bot.org_wide:  # the organisation stands where a workspace would
        org = ask.bot.enterprise
        where = {"url": f"https://{org}.enterprise.slack.com/", "team": org, "team_id": org, "enterprise_id": org}
        return me | where | {"is_enterprise_install": True}
    workspace = ask.workspace
    where = {"url": f"https://{workspace.domain}.slack.com/", "team": workspace.name, "team_id": workspace.id}
    if workspace.enterprise:
        where["enterprise_id"] = workspace.enterprise
    return me | where | {"is_enterprise_install": False}


@method("auth.revoke")
def auth_revoke(ask: Ask) -> Json:
    ask.bot.revoked = True
    return {"revoked": True}


@method("auth.teams.list", tier=2)
def auth_teams_list(ask: Ask) -> Json:
    every = ask.slack.workspaces.values()
    mine = [w for w in every if w.id == ask.bot.team or (ask.bot.org_wide and w.enterprise == ask.bot.enterprise)]
    part, meta = ask.page([{"id": w.id, "name": w.name} for w in mine], 100, 1000)
    return {"teams": part, **meta}


@method("apps.event.authorizations.list")
def apps_event_authorizations_list(ask: Ask) -> Json:
    one = {"enterprise_id": ask.bot.enterprise, "team_id": ask.bot.team or None, "user_id": ask.bot.bot_user}
    return {"authorizations": [one | {"is_bot": True, "is_enterprise_install": ask.bot.org_wide}]}


@method("team.info", "team:read", tier=3)
def team_info(ask: Ask) -> Json:
    workspace = ask.workspace
    team = {"id": workspace.id, "name": workspace.name, "domain": workspace.domain, "email_domain": "example.com"}
    return {"team": team | {"enterprise_id": workspace.enterprise}}


@method("bots.info", "users:read", tier=3)
def bots_info(ask: Ask) -> Json:
    wanted = ask.args.get("bot", ask.bot.bot_id)
    for user in ask.workspace.users.values():
        if user.bot_id and user.bot_id == wanted:
            bot = {"id": user.bot_id, "name": user.name, "deleted": False, "user_id": user.id}
            return {"bot": bot | {"app_id": ask.slack.app_id}}
    raise SlackError("bot_not_found")


@method("blocks.validate")
def blocks_validate(ask: Ask) -> Json:
    return {}  # what is wrong was refused before
