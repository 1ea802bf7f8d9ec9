"""What is refused: no token, another host or origin, a path for a name, what is too big or has the wrong form."""

from __future__ import annotations

import json
import socket

import pytest
from tests.web.conftest import Client

from reportlint.web import requests
from reportlint.web.requests import RefusedError

TEXT = "# BÁO CÁO\n\nCác xã , phường.\n".encode()


def body(name: object = "a.md", data: bytes = TEXT, **more: object) -> bytes:
    return json.dumps({"name": name, **more}).encode() + b"\n" + data


@pytest.mark.parametrize("path", ["/", "/{}x/", "/x{}/", "/%2e/", "/../{}/", "{}", "*", "/{short}/"])
def test_without_the_token_nothing_is_shown(client: Client, path: str) -> None:
    token = client.server.token
    for method in ("GET", "POST"):
        reply = client.send(method, path.format(token, short=token[:-1]))
        assert reply.status == 403
        assert token not in reply.body.decode()


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{}", "127.0.0.1", "127.0.0.1:1", "[::1]:{}", "", "127.0.0.1:{}@x"]
)
def test_another_name_for_this_machine_is_refused(client: Client, host: str) -> None:
    address = f"/{client.server.token}/"
    given = host.format(client.server.server_port)
    assert client.send("GET", address, Host=given).status == 421
    assert client.send("POST", address + "check", body(), Host=given).status == 421


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "https://{}", "http://{}.evil.example", "http://localhost:1"],
)
def test_another_origin_is_refused(client: Client, origin: str) -> None:
    given = origin.format(client.host)
    assert client.send("POST", f"/{client.server.token}/check", body(), Origin=given).status == 403


def test_what_the_browser_calls_cross_site_is_refused(client: Client) -> None:
    for site in ("cross-site", "same-site", "none"):
        reply = client.send("POST", f"/{client.server.token}/check", body(), Sec_Fetch_Site=site)
        assert reply.status == 403
    assert client.send("POST", f"/{client.server.token}/quit", Origin="http://evil.example").status == 403


@pytest.mark.parametrize(
    "name", ["../a.md", "a/b.md", "/etc/passwd.md", "a\\b.docx", "C:a.docx", "..", "", " ", "a\x00.md", "a\n.md", "x" * 300 + ".md", 7, None]
)  # fmt: skip
def test_a_name_with_a_path_is_refused(client: Client, name: object) -> None:
    reply = client.send("POST", f"/{client.server.token}/check", body(name))
    assert reply.status == 400
    assert reply.said["error"]


@pytest.mark.parametrize("name", ["a.exe", "a", "a.docx.zip", "a\u202e.md"])
def test_other_kinds_are_refused(client: Client, name: str) -> None:
    assert client.send("POST", f"/{client.server.token}/check", body(name)).status == 415


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"{}\n", b"[]\n", b"7\n", b'{"name": "a.md"}', b"\xff\n", body(number=0), body(number="1"), body(number=True),
     body(ignored=3), body(ignored=["1"]), body(accepted=[-1]), body(accepted=[1.5]), b"[" * 100_000 + b"\n"],
)  # fmt: skip
def test_the_wrong_form_is_refused(client: Client, data: bytes) -> None:
    assert client.send("POST", f"/{client.server.token}/check", data).status == 400


def test_only_what_the_page_asks_is_done(client: Client) -> None:
    token = client.server.token
    assert client.send("POST", f"/{token}/delete", body()).status == 404
    assert client.send("POST", f"/{token}/", body()).status == 404
    assert client.send("GET", f"/{token}/check").status == 404
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"):
        reply = client.send(method, f"/{token}/")
        assert reply.status == 501
        assert not reply.body


def test_what_is_too_big_is_refused_before_it_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "MAX_BYTES", 1000)
    monkeypatch.setattr(requests, "MAX_HEAD", 100)
    assert client.ask("check", "a.md", b"x" * 5000).status == 413  # by its length
    assert client.ask("check", "a.md", b"x" * 1040).status == 413  # by its own size
    address = f"/{client.server.token}/check"
    assert client.send("POST", address, Content_Length="").status == 411
    assert client.send("POST", address, Content_Length="-1").status == 411
    assert client.send("POST", address, Transfer_Encoding="chunked").status == 411


def test_a_body_that_never_comes_holds_up_nobody(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.server.server_port)) as half:
        half.sendall(
            f"POST /{client.server.token}/check HTTP/1.1\r\nHost: {client.host}\r\nOrigin: http://{client.host}\r\n"
            "Content-Length: 100\r\n\r\n{".encode()
        )
        assert client.ask("check", "a.md", TEXT).status == 200


def test_what_is_no_http_is_answered_shortly(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.server.server_port)) as other:
        other.sendall(b"\x16\x03\x01 no http here\r\n\r\n")
        answer = other.recv(1000)
    assert b"no http here" not in answer
    assert client.send("GET", f"/{client.server.token}/").status == 200


def test_names_are_plain() -> None:
    assert requests.checked_name("Báo cáo quý III (bản 2).docx")
    with pytest.raises(RefusedError):
        requests.checked_name("d:\\x.docx")


def test_a_length_of_more_digits_than_python_reads_is_too_big() -> None:
    with pytest.raises(RefusedError) as refused:
        requests.check_length("9" * 5000, "")
    assert refused.value.status == 413
