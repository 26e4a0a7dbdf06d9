"""A server on the internet refuses to start half-configured, and keeps its promises to browsers."""

import importlib
import sys

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from tests import compose

ALWAYS = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Frame-Options": "DENY",
}


@login_not_required
def breaks(request):
    raise ZeroDivisionError


@login_not_required
def greets(request):
    request.session["met"] = True
    return HttpResponse("hello")


urlpatterns = [
    path("breaks", breaks),
    path("greets", greets),
    path("", include("community.urls")),
]


@pytest.fixture
def load(monkeypatch, tmp_path):
    """`load(**environment)`: the production settings as they are under this environment alone."""

    def settings(**environment):
        for name in [*compose.EXAMPLE, *compose.environment(), "BENCH"]:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"DATA_DIR": str(tmp_path), **environment}.items():
            monkeypatch.setenv(name, value)
        for name in ("base", "production"):
            monkeypatch.delitem(sys.modules, f"community.settings.{name}", raising=False)
        return importlib.import_module("community.settings.production")

    kept = {n: m for n, m in sys.modules.items() if n.startswith("community.settings")}
    yield settings
    monkeypatch.undo()
    sys.modules.update(kept)


@pytest.fixture
def site(load, settings):
    """A browser at a site that runs with production's settings for browsers."""
    served = load(**compose.environment())
    for name in dir(served):
        if name.startswith(
            ("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "X_FRAME", "CONTENT_SEC")
        ):
            setattr(settings, name, getattr(served, name))
    settings.ROOT_URLCONF = __name__
    settings.ALLOWED_HOSTS = ["kindred.example"]
    settings.DEBUG = False
    return Client(
        raise_request_exception=False,
        enforce_csrf_checks=True,
        headers={"host": "kindred.example", "x-forwarded-proto": "https"},
    )


@pytest.mark.parametrize(
    "name",
    ["SECRET_KEY", "FIELD_KEYS", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "REDIS_URL"],
)
def test_production_says_which_setting_is_missing(load, name):
    environment = {k: v for k, v in compose.environment().items() if k != name}

    with pytest.raises(ImproperlyConfigured, match=f"Set {name}"):
        load(**environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "a" * 49),
        ("FIELD_KEYS", "a" * 31 + ", an older key that is long enough for all"),
        ("ALLOWED_HOSTS", "*"),
        ("SITE_URL", "http://kindred.example"),
        ("DATABASE_URL", "mysql://kindred@localhost/kindred"),
        ("BENCH", "1"),
        ("EMAIL_PORT", "smtp"),
        ("EMAIL_USE_TLS", "perhaps"),
    ],
)
def test_production_says_which_setting_is_wrong(load, name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        load(**{**compose.environment(), name: value})


def test_the_example_environment_is_enough(load):
    served = load(**compose.environment())

    assert served.DEBUG is False
    assert served.DEMO_ALLOWED is False
    assert served.STAFF_MFA_REQUIRED is True
    assert served.ALLOWED_ORIGINS == ["https://kindred.example"]
    assert served.CACHES["default"]["BACKEND"] == "community.cache.SharedOrAlone"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/healthz", 200), ("/nothing-here", 404), ("/breaks", 500), ("/greets", 200)],
)
def test_every_answer_carries_the_headers(site, db, address, status):
    answer = site.get(address)

    assert answer.status_code == status
    assert {name: answer.get(name) for name in ALWAYS} == ALWAYS
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_a_forged_post_and_a_foreign_host_carry_the_headers_too(site, db):
    forged = site.post("/accounts/login/", {"login": "ana-lark", "password": "guess"})
    foreign = site.get("/", headers={"host": "elsewhere.example"})

    assert (forged.status_code, foreign.status_code) == (403, 400)
    for answer in (forged, foreign):
        assert {name: answer.get(name) for name in ALWAYS} == ALWAYS


def test_an_error_page_says_nothing_of_the_machine(site, db):
    words = site.get("/breaks").content.decode()

    assert "ZeroDivisionError" not in words
    assert "Traceback" not in words
    assert "Django" not in words


def test_cookies_belong_to_this_host_alone(site, db):
    site.get("/greets")
    site.get("/accounts/login/")

    cookies = {name: morsel for name, morsel in site.cookies.items() if morsel.value}
    assert set(cookies) == {"__Host-session", "__Host-csrf"}
    for cookie in cookies.values():
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
        assert cookie["samesite"] == "Lax"
    assert cookies["__Host-session"]["httponly"]


def test_what_a_session_saw_is_kept_by_no_cache(site, db):
    site.get("/greets")

    for address in ("/greets", "/nothing-here", "/breaks"):
        assert site.get(address)["Cache-Control"] == "no-store, private"


def test_pages_in_the_clear_are_sent_to_the_sealed_address(site, db):
    answer = site.get("/nothing-here", headers={"x-forwarded-proto": "http"})

    assert answer.status_code == 301
    assert answer["Location"] == "https://kindred.example/nothing-here"


def test_no_cache_stands_between_two_people(settings):
    assert [name for name in settings.MIDDLEWARE if "CacheMiddleware" in name] == []
