"""Sending one letter by SMTP. What is sent is neither kept nor logged."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from email.utils import make_msgid, parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
_LOG = logging.getLogger(__name__)


class NotSent(OriundoError):
    """The mail server did not take the letter."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("The message could not be sent: the mail server does not take it now."),
            remedy=gettext_noop("Nothing was kept. Your text still stands below: try again later."),
        )


@dataclass(frozen=True, slots=True)
class Letter:
    """Plain text. `reply_to`: who gets the answer; `stop`: the address that ends such letters."""

    subject: str
    text: str
    reply_to: str = ""
    stop: str = ""


def offered() -> bool:
    """Whether this installation can send mail at all."""
    return settings.MAIL is not None


def post(letter: Letter, *, to: str) -> None:
    """Hand a letter to the mail server. Raises NotSent.

    A header with a line break is refused by Django before anything is sent; addresses were
    validated before. The identifier names the sender's domain, and no machine of ours.
    """
    domain = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2]
    headers = {"Message-ID": make_msgid(domain=domain)}
    if letter.stop:
        headers["List-Unsubscribe"] = f"<{letter.stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMessage(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.MAIL_FROM,
        to=[to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers=headers,
        connection=get_connection(_BACKEND, **(settings.MAIL or {})),
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        # Its text may hold addresses; its kind does not.
        _LOG.warning("A letter was not sent: %s", type(error).__name__)
        raise NotSent from None
