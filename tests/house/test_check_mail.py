"""`check_mail`: one neutral mail through the real way out, and one line about it."""

import socketserver
import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from community.house.models import House

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


class Postman(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as one mail needs; what came is kept on the server."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            if line.upper() == "DATA":
                self.say("354 go on")
                while (part := self.rfile.readline()) != b".\r\n":
                    self.server.came.append(part.decode())
                self.say("250 taken")
            elif line.upper() == "QUIT":
                self.say("221 bye")
                return
            else:
                refused = line.upper().startswith("RCPT") and self.server.refuses
                self.say("550 nobody here" if refused else "250 fine")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mail_server(settings):
    with socketserver.TCPServer(("127.0.0.1", 0), Postman) as server:
        server.came, server.refuses = [], False
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server
        server.shutdown()
        thread.join()


def _check(address):
    said = StringIO()
    call_command("check_mail", address, stdout=said)
    return said.getvalue().strip()


def test_a_neutral_mail_goes_out_and_is_noted(mail_server):
    said = _check("ola@example.org")

    mail = "".join(mail_server.came)
    assert said.endswith("took the mail for ola@example.org. Look whether it arrives.")
    assert "\n" not in said
    assert "Subject: Test" in mail
    assert "kindred" not in mail.lower()
    assert House.load().mail_worked_at is not None


def test_a_server_that_refuses_is_told_with_its_reason(mail_server):
    mail_server.refuses = True

    with pytest.raises(CommandError) as error:
        _check("ola@example.org")

    assert error.value.returncode == 2
    assert "nobody here" in str(error.value)
    assert House.load().mail_worked_at is None


def test_a_server_that_is_not_there_is_one_line(mail_server):
    mail_server.shutdown()
    mail_server.server_close()

    with pytest.raises(CommandError, match="did not go out: ConnectionRefusedError") as error:
        _check("ola@example.org")

    assert error.value.returncode == 2


def test_an_address_that_is_none_is_refused(mail_server):
    with pytest.raises(CommandError, match="does not read like") as error:
        _check("ola at example")

    assert error.value.returncode == 2
    assert mail_server.came == []


def test_what_no_mail_server_took_proves_nothing(settings):
    said = _check("ola@example.org")

    assert "kept in memory, not sent" in said
    assert House.load().mail_worked_at is None
