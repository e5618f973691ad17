"""Filling in the forms of visitors as a browser would, a while after they were shown."""

from __future__ import annotations

from django.core.signing import TimestampSigner, b62_decode, b62_encode

from oriundo.interfaces.web.public.reach import guard


class Earlier(TimestampSigner):
    """Signs as if it were `ago` seconds ago."""

    ago = 0

    def timestamp(self):
        return b62_encode(b62_decode(super().timestamp()) - self.ago)


def token(purpose, *, ago=60):
    """What a form that was shown `ago` seconds ago carries."""
    signer = Earlier(salt=f"oriundo.form.{purpose}")
    signer.ago = ago
    return signer.sign("shown")


def sent(client, listing, what, *, ago=60, query="", **fields):
    """The answer to the form `what` (correct, remove, write) about a listing."""
    path = {"correct": "correct", "remove": "not-listed", "write": "write"}[what]
    typed = {"token": token(f"{what}.{listing.public_id}", ago=ago), guard.TRAP: ""} | fields
    return client.post(
        f"/en/org/{listing.public_id}/{path}/{query}", typed, REMOTE_ADDR="203.0.113.7"
    )
