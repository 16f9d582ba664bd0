"""The least that a bot written by hand would do, each time: check the signature, parse, say yes.

`python -m benchmarks.teams_bare PORT METADATA_URL`. The key is fetched before the first message.
"""

import json
import sys
from urllib.request import urlopen

import jwt
from aiohttp import web

from benchmarks.teams_requests import APP_ID


def published_key(metadata_url: str) -> jwt.PyJWK:
    """The first key that is published."""
    with urlopen(metadata_url) as metadata, urlopen(json.load(metadata)["jwks_uri"]) as keys:
        return jwt.PyJWK(json.load(keys)["keys"][0], algorithm="RS256")


def main(port: int, metadata_url: str) -> None:
    """Serve until killed."""
    key = published_key(metadata_url)

    async def messages(request: web.Request) -> web.Response:
        token = request.headers["Authorization"].removeprefix("Bearer ")
        claims = jwt.decode(token, key, algorithms=["RS256"], audience=APP_ID, issuer="https://api.botframework.com")
        activity = json.loads(await request.read())
        return web.Response(status=200 if activity["serviceUrl"] == claims["serviceurl"] else 403)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
