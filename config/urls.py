"""The addresses of the site: those of the web interface and of machines, and nothing of its own."""

from __future__ import annotations

from oriundo.interfaces.api.urls import urlpatterns as for_machines
from oriundo.interfaces.web.urls import urlpatterns as for_people

urlpatterns = [*for_machines, *for_people]
