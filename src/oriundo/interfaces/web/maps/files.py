"""Static files, and the archives of tiles in the pieces that browsers ask for (HTTP Range)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

from oriundo.interfaces.web.maps import tiles


class Files(WhiteNoiseMiddleware):  # type: ignore[misc] # written without types
    """WhiteNoise, which serves the archives from where they lie: they are not copied."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)
        self._archives = {
            each.address: self.get_static_file(str(each.path), each.address)
            for each in tiles.served()
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        archive = self._archives.get(request.path_info)
        answer: HttpResponse = (
            self.serve(archive, request) if archive else super().__call__(request)
        )
        return answer

    def immutable_file_test(self, path: str, url: str) -> bool:
        """Whether the address changes with the content, so that a browser may keep it."""
        return url.startswith(tiles.PREFIX) or bool(super().immutable_file_test(path, url))
