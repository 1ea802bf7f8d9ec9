"""A session over the pipes, in order and out of order: nothing a client sends ends the server or corrupts a text."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from tests.lsp.client import PULL, TEXT, URI, RawClient, span


def test_an_orderly_session(client: RawClient) -> None:
    capabilities = client.start()
    assert capabilities["positionEncoding"] == "utf-16"
    client.open()
    published = client.wait_for("textDocument/publishDiagnostics")["params"]
    found = [(d["code"], d["range"]) for d in published["diagnostics"]]
    print("received:", found)  # noqa: T201 - shown by pytest -s
    assert published["version"] == 1
    assert found == [("DC001", span(2, 59, 61)), ("DC001", span(6, 27, 29)), ("VD003", span(8, 26, 36))]
    assert client.leave() == 0


def test_findings_follow_the_text(client: RawClient) -> None:
    client.start(PULL)
    client.open()
    client.change({"range": span(2, 59, 60), "text": ""}, version=2)
    assert client.codes() == ["DC001", "VD003"]
    client.change({"range": span(8, 26, 36), "text": "15/12/2022"}, version=3)
    assert client.codes() == ["DC001"]


def test_pushed_once_when_the_typing_pauses(client: RawClient) -> None:
    client.start(debounce=200)
    client.open()
    client.wait_for("textDocument/publishDiagnostics")
    for i in range(5):
        client.change({"range": span(0, 0, 0), "text": " "}, version=i + 2)
    assert client.wait_for("textDocument/publishDiagnostics")["params"]["version"] == 6


def test_unchanged_findings_are_not_sent_again(client: RawClient) -> None:
    client.start(PULL)
    client.open()
    first = client.about("textDocument/diagnostic")
    again = client.about("textDocument/diagnostic", previousResultId=first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}


def test_a_closed_text_has_no_findings(client: RawClient) -> None:
    client.start()
    client.open()
    client.wait_for("textDocument/publishDiagnostics")
    client.notify("textDocument/didClose", textDocument={"uri": URI})
    assert client.wait_for("textDocument/publishDiagnostics")["params"]["diagnostics"] == []


def test_an_older_version_is_refused_and_no_edits_are_offered_until_the_text_comes_again(
    client: RawClient,
) -> None:
    client.start(PULL)
    client.open(version=5)
    client.change({"range": span(8, 26, 36), "text": "15/12/2022"}, version=4)
    assert client.codes() == ["DC001", "DC001", "VD003"]
    assert client.about("textDocument/codeAction", range=span(2, 59, 61), context={}) == []
    assert "refused" in client.wait_for("window/logMessage")["params"]["message"]
    client.change({"text": TEXT}, version=6)
    assert client.about("textDocument/codeAction", range=span(2, 59, 61), context={}) != []


@pytest.mark.parametrize(
    "bad", [{"start": 1}, span(-1, 0, 0), span(8, 9, 2), "here", {"start": None, "end": None}]
)
def test_an_invalid_range_is_refused(client: RawClient, bad: object) -> None:
    client.start(PULL)
    client.open()
    client.change({"range": bad, "text": "x"}, version=2)
    assert client.codes() == ["DC001", "DC001", "VD003"]
    assert client.leave() == 0


def test_a_range_beyond_the_text_is_its_end(client: RawClient) -> None:
    client.start(PULL)
    client.open("Báo cáo của Ủy ban nhân dân")
    client.change({"range": span(99, 7, 9), "text": " , các"}, version=2)
    assert client.codes() == ["DC001"]


def test_malformed_messages_get_an_error_and_the_next_one_an_answer(client: RawClient) -> None:
    client.write(b"Content-Length: 5\r\n\r\n{not}")
    assert client.answer(None)["error"]["code"] == -32700
    client.write(b"Content-Length: 2\r\n\r\n[]")
    assert client.answer(None)["error"]["code"] == -32600
    assert client.answer(client.ask("textDocument/hover"))["error"]["code"] == -32002
    client.start(PULL)
    assert client.answer(client.ask("no/such"))["error"]["code"] == -32601
    assert client.answer(client.ask("textDocument/hover"))["error"]["code"] == -32602
    assert client.answer(client.ask("initialize"))["error"]["code"] == -32600
    client.open()
    assert client.codes()


def test_a_broken_header_ends_the_session(client: RawClient) -> None:
    client.write(b"\x00\x01\x02 nonsense\r\nContent-Length: x\r\n\r\n")
    assert client.process.wait(10) == 1


def test_binary_is_named_as_such(client: RawClient) -> None:
    client.start(PULL)
    client.open("Ủy ban nhân dân được đặt ở đường\x00\x01")
    (item,) = client.about("textDocument/diagnostic")["items"]
    assert "nhị phân" in item["message"]


def test_twenty_megabytes_are_refused_and_the_session_goes_on(client: RawClient) -> None:
    client.start(PULL)
    line = "Ủy ban nhân dân huyện đã được báo cáo , đầy đủ.\n"
    client.open(line * (20_000_000 // len(line.encode())))
    (item,) = client.about("textDocument/diagnostic")["items"]
    assert "dài hơn" in item["message"]
    client.change({"text": line}, version=2)
    assert client.codes() == ["DC001"]


def test_other_languages_are_left_alone(client: RawClient) -> None:
    client.start(PULL)
    client.open("# Readme\n\nThis is no report , at all.\n")
    assert client.codes() == []


def test_a_cancelled_request_is_not_worked_on(client: RawClient) -> None:
    client.start(PULL)
    client.open(TEXT * 300)
    client.ask("textDocument/diagnostic", textDocument={"uri": URI})
    late = client.ask("textDocument/documentSymbol", textDocument={"uri": URI})
    client.notify("$/cancelRequest", id=late)
    assert client.answer(late)["error"]["code"] == -32800


def test_an_exit_without_shutdown_is_no_success(client: RawClient) -> None:
    client.start()
    client.notify("exit")
    assert client.process.wait(10) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")
def test_the_server_ends_with_its_client(client: RawClient) -> None:
    client.start()
    assert client.process.stdin
    client.process.stdin.close()
    assert client.process.wait(10) == 1


def test_a_killed_client_takes_nothing_along(tmp_path: Path) -> None:
    """The client's process dies by a signal; the server sees its pipe close and ends."""
    killed = RawClient()
    killed.start()
    os.kill(killed.process.pid, signal.SIGKILL)
    killed.kill()
    other = RawClient()
    other.start(PULL)
    other.open(uri=(tmp_path / "a.md").as_uri())
    assert other.codes((tmp_path / "a.md").as_uri())
    other.kill()


def test_configuration_is_read_again_when_it_changes(client: RawClient, tmp_path: Path) -> None:
    report, config = tmp_path / "bao-cao.md", tmp_path / "reportlint.toml"
    report.write_text(TEXT, "utf-8")
    client.start({**PULL, "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    registered = client.wait_for("client/registerCapability")["params"]["registrations"]
    assert registered[0]["method"] == "workspace/didChangeWatchedFiles"
    client.open(uri=report.as_uri())
    assert client.codes(report.as_uri()) == ["DC001", "DC001", "VD003"]
    config.write_text('ignore = ["DC001"]\n', "utf-8")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": config.as_uri(), "type": 1}])
    assert client.codes(report.as_uri()) == ["VD003"]
    config.write_text("ignore = 3\n", "utf-8")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": config.as_uri(), "type": 2}])
    (item,) = client.about("textDocument/diagnostic", report.as_uri())["items"]
    assert "reportlint.toml" in item["message"]


def test_options_of_the_editor_are_asked_for_and_a_wrong_one_is_named(client: RawClient) -> None:
    client.start({**PULL, "workspace": {"configuration": True, "diagnostics": {"refreshSupport": True}}})
    asked = client.wait_for("workspace/configuration")
    client.send(id=asked["id"], result=[{"ignore": ["VD"], "debounce": "soon", "lang": "en"}])
    assert "debounce" in client.wait_for("window/logMessage")["params"]["message"]
    client.wait_for("workspace/diagnostic/refresh")
    client.open()
    items = client.about("textDocument/diagnostic")["items"]
    assert [item["code"] for item in items] == ["DC001", "DC001"]
    assert "space" in items[0]["message"].lower()


def test_a_long_text_is_answered_in_two_stages(client: RawClient) -> None:
    client.start(PULL)
    client.open(TEXT + "Ủy ban nhân dân huyện đã chỉ đạo các xã thực hiện đầy đủ nhiệm vụ.\n\n" * 400)
    before = client.codes()
    client.change({"range": span(8, 26, 36), "text": "15/12/2022"}, version=2)
    assert client.codes() == [code for code in before if code != "VD003"]
    client.change({"range": span(8, 26, 36), "text": "15/11/2022"}, version=3)
    assert "VD003" not in client.codes()  # the paragraphs only, so far
    began = time.monotonic()
    client.wait_for("workspace/diagnostic/refresh")
    print(f"second stage after {time.monotonic() - began:.2f} s")  # noqa: T201 - shown by pytest -s
    assert client.codes() == before
