from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.utils import translation
from django.views import defaults

from tests.interfaces.web import cast


def test_a_failure_is_told_without_the_database_or_the_request(rf):
    with translation.override("es"):
        page = defaults.server_error(rf.get("/es/"))
    assert (page.status_code, cast.seen(page, "h1")) == (500, ["Algo falló"])


def test_a_request_not_understood_is_answered_in_style(rf):
    page = defaults.bad_request(rf.get("/en/"), SuspiciousOperation())
    assert (page.status_code, cast.seen(page, "h1")) == (400, ["The request was not understood"])


@pytest.mark.django_db
def test_a_page_that_is_not_open_says_so(rf):
    page = defaults.permission_denied(rf.get("/en/"), PermissionDenied())
    assert (page.status_code, cast.seen(page, "h1")) == (403, ["Not allowed"])


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/nothing/", "/es/nada/", "/nothing"])
def test_an_address_with_nothing_offers_the_search(client, path):
    page = client.get(path, headers={"accept-language": "en"})
    assert page.status_code == 404
    assert cast.seen(page, "label") in (["Search the directory"], ["Buscar en el directorio"])
