"""What production runs, read from the file that runs it."""

import importlib
import re

import pytest

from tests import compose

OURS = {"prepare", "pages", "sockets", "worker"}


@pytest.fixture(scope="module")
def services():
    return compose.read()["services"]


def test_these_services_make_a_kindred(services):
    assert set(services) == OURS | {"postgres", "redis", "proxy"}


def test_every_lasting_service_is_watched_or_restarted(services):
    assert [
        n for n in services if n != "prepare" and services[n]["restart"] != "unless-stopped"
    ] == []
    assert {n for n in services if "healthcheck" not in services[n]} == {"prepare"}


def test_only_the_proxy_is_reached_from_outside(services):
    assert [name for name in services if "ports" in services[name]] == ["proxy"]


def test_no_secret_has_a_default():
    text = (compose.ROOT / "docker-compose.yml").read_text()
    secret = re.findall(r"\$\{(\w*(?:SECRET|KEY|PASSWORD)\w*)([^}]*)\}", text)

    assert {name for name, _ in secret} >= {"SECRET_KEY", "FIELD_KEYS", "POSTGRES_PASSWORD"}
    assert [(n, how) for n, how in secret if not (how.startswith(":?") or how == ":-")] == []


def test_every_setting_of_production_can_be_set():
    folder = compose.ROOT / "community" / "settings"
    read = {
        name
        for file in ("base.py", "production.py")
        for name in re.findall(r'env\.\w+\(\s*"(\w+)"', (folder / file).read_text())
    }

    # PORT is for one's own machine, BENCH is refused, the second factor is always insisted on.
    assert read - {"PORT", "BENCH", "STAFF_MFA_REQUIRED"} <= set(compose.environment())


@pytest.mark.parametrize("name", sorted(compose.EXAMPLE))
def test_compose_insists_on_what_must_be_set(name):
    text = (compose.ROOT / "docker-compose.yml").read_text()

    assert f"${{{name}:?" in text


def test_sockets_run_with_the_limits_of_the_protocol(services):
    assert set(services["sockets"]["command"]) >= {
        "--ws=realtime.framing:ManyScreens",
        "--ws-max-size=65536",
        "--ws-max-queue=8",
        "--ws-ping-interval=20",
        "--ws-ping-timeout=20",
        "--ws-per-message-deflate=false",
        "--timeout-graceful-shutdown=15",
        "--loop=uvloop",
    }


@pytest.mark.parametrize("service", ["pages", "sockets"])
def test_what_a_command_serves_exists(service):
    program, target, *_ = compose.command(service)
    module, name = target.split(":")

    assert importlib.util.find_spec(program.rsplit("/", 1)[1]) is not None
    assert callable(getattr(importlib.import_module(module), name))


def test_the_worker_ticks(services):
    worker = services["worker"]

    assert worker["command"] == ["python", "manage.py", "tick"]
    assert worker["healthcheck"]["test"] == ["CMD", *worker["command"], "--check"]


def test_a_command_runs_here_as_a_plain_process():
    assert compose.command("pages", port=20001)[2] == "--bind=127.0.0.1:20001"
    assert {"--host=127.0.0.1", "--port=20002"} <= set(compose.command("sockets", port=20002))


def test_the_proxy_sends_sockets_to_sockets_and_nothing_in_the_clear():
    text = (compose.ROOT / "deploy" / "nginx.conf").read_text()
    clear, sealed = text.split("listen 443")

    assert "location /ws/ { return 403; }" in clear
    assert "return 301 https://" in clear
    assert "proxy_pass" not in clear
    assert re.search(r"location /ws/ \{\s+proxy_pass http://sockets;", sealed)
    assert re.search(r"location / \{\s+proxy_pass http://pages;", sealed)


def test_the_proxy_names_visitor_and_host_in_every_location():
    text = (compose.ROOT / "deploy" / "nginx.conf").read_text()
    before_locations = text.split("listen 443")[1].split("location /")[0]

    assert "proxy_set_header Host $host;" in before_locations
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in before_locations
    assert "proxy_set_header X-Forwarded-Proto https;" in before_locations
    # One header set inside a location would drop all of these there.
    assert re.findall(r"location /[^}]*proxy_set_header[^}]*\}", text) == []


def test_the_proxy_shows_the_kept_pages_while_the_pages_are_down(services):
    text = (compose.ROOT / "deploy" / "nginx.conf").read_text()
    sealed = text.split("listen 443")[1]

    def instead(address):
        [found] = re.findall(rf"location = {address} \{{[^}}]*error_page ([^;]+);", sealed)
        return found

    assert instead("/help-now/") == "502 503 504 =200 /kept/help-now.html"
    assert instead("/leave/") == "502 503 504 =200 /kept/notes.html"
    assert "error_page 502 503 504 /kept/help-now.html;" in sealed.split("location =")[0]
    assert "kept:/srv/kept:ro" in services["proxy"]["volumes"]
    assert "kept:/data/kept" in services["prepare"]["volumes"]
    assert "manage.py keep_pages" in services["prepare"]["command"][-1]
