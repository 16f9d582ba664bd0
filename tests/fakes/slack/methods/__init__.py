"""The Web API, a family per file; importing them writes their methods down."""

from tests.fakes.slack.methods import assistant, auth, chat, conversations, files, streams, users, views
from tests.fakes.slack.methods.asking import METHODS, Ask

__all__ = ["METHODS", "Ask", "assistant", "auth", "chat", "conversations", "files", "streams", "users", "views"]
