"""The addresses of the site: those of the web interface, and nothing of its own."""

from __future__ import annotations

from oriundo.interfaces.web.urls import urlpatterns

__all__ = ["urlpatterns"]
