"""Who is told what by a platform, as it is sent."""

from adapters.port import Platform, To
from dialogs.replies import Reply
from tests.lives.playing import Told


class Ears:
    """Listens to what a platform is given to say, by the names of those it is for."""

    def __init__(self, platform: Platform, quiet: tuple[str, ...] = ()) -> None:
        """`quiet` are keys that only this platform says, between its places."""
        self.names: dict[str, str] = {}
        self._heard: list[tuple[To, Reply]] = []
        self._quiet = quiet
        send = platform.send

        async def overheard(to: To, reply: Reply, key: str) -> str:
            sent = await send(to, reply, key)
            self._heard.append((to, reply))
            return sent

        setattr(platform, "send", overheard)  # noqa: B010

    def told(self) -> Told:
        """What was said since this was last asked."""
        news, self._heard = self._heard, []
        told: Told = {}
        for to, reply in news:
            if reply.key not in self._quiet:
                told.setdefault("#team" if reply.audience == "channel" else self.names[to.person], []).append(reply)
        return told
