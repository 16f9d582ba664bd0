"""users.* and usergroups.*: people."""

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.shapes import SlackError, User


def _user_json(ask: Ask, u: User) -> Json:
    emoji, text, until = u.status
    profile: Json = {"real_name": u.real_name, "display_name": u.name, "team": u.team}
    profile |= {"status_emoji": emoji, "status_text": text, "status_expiration": until}
    if u.first_name:
        profile["first_name"] = u.first_name
    if "users:read.email" in ask.bot.scopes and not u.is_bot:
        profile["email"] = f"{u.name}@example.com"
    return {
        "id": u.id, "team_id": u.team, "name": u.name, "real_name": u.real_name, "deleted": u.deleted, "tz": u.tz,
        "tz_label": u.tz, "tz_offset": u.tz_offset, "profile": profile, "is_admin": u.is_admin, "is_owner": False,
        "is_primary_owner": False, "is_restricted": u.is_restricted, "is_ultra_restricted": u.is_ultra_restricted,
        "is_bot": u.is_bot, "is_app_user": False, "is_stranger": u.is_stranger, "locale": u.locale,
        "updated": 1_700_000_000,
    }  # fmt: skip


@method("users.info", "users:read", tier=4)
def users_info(ask: Ask) -> Json:
    found = _user_json(ask, ask.person(str(ask.args["user"])))
    if not ask.flag("include_locale"):
        del found["locale"]
    return {"user": found}


@method("users.list", "users:read", tier=2)
def users_list(ask: Ask) -> Json:
    ask.need_team()
    part, meta = ask.page(list(ask.workspace.users.values()), 200, 1000)
    return {"members": [_user_json(ask, u) for u in part], **meta}


@method("users.lookupByEmail", "users:read.email", tier=3)
def users_lookup_by_email(ask: Ask) -> Json:
    for user in ask.workspace.users.values():
        if f"{user.name}@example.com" == ask.args["email"] and not user.is_bot:
            return {"user": _user_json(ask, user)}
    raise SlackError("users_not_found")


@method("usergroups.users.list", "usergroups:read", tier=2)
def usergroups_users_list(ask: Ask) -> Json:
    group = ask.workspace.usergroups.get(str(ask.args["usergroup"]))
    if group is None:
        raise SlackError("no_such_subteam")
    return {"users": group[1]}


@method("usergroups.list", "usergroups:read", tier=2)
def usergroups_list(ask: Ask) -> Json:
    groups = ask.workspace.usergroups.items()
    return {
        "usergroups": [{"id": k, "handle": name, "name": name, "user_count": len(ids)} for k, (name, ids) in groups]
    }
