"""A mail server in the test process: it keeps what it is given, or refuses it."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Letter:
    """One letter as it arrived: the envelope, the raw bytes, and what they say."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)

    @property
    def text(self) -> str:
        return str(self.message.get_content())


@dataclass
class PostOffice:
    letters: list[Letter] = field(default_factory=list)
    refuses: bool = False

    def open(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()

    def close(self) -> None:
        self._controller.stop()

    @property
    def server(self) -> dict[str, Any]:
        """What the setting MAIL holds for this server."""
        return {"host": "127.0.0.1", "port": self._port, "timeout": 5}

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refuses:
            return "451 try again later"
        self.letters.append(Letter(envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"
