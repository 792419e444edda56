"""`serve`: on this computer only, made again after each change, and ended with Ctrl-C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.site.building import Remembering
from kansrijk_cli.cli.site.previewing import Preview, listening
from kansrijk_cli.cli.site.serving import HERE, Server, Shown
from kansrijk_cli.output.documents.publication import Files, Publication
from tests.cli.running import kansrijk
from tests.workspaces import BASE, ROOT, lay

PATIENCE = 60.0
# Far less than what somebody waits for who ends a program, on a busy computer too.
SOON = 2.0
REGION = "data/regions/voorbeeld/region.yaml"

# As the program, with the base as the catalogue and only documents that are text: those are quick.
PROGRAM = """
import sys
from pathlib import Path
from kansrijk_cli.cli.site import building
from kansrijk_cli.workspace import defaults
base = Path(sys.argv.pop(1))
defaults.default_data = lambda: base
building.formats = lambda _: ("html",)
from kansrijk_cli.cli.app import main
main()
"""


FOREIGN = (
    "kwaad.example",
    "kwaad.example:{port}",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1.kwaad.example:{port}",
    "[::1]:{port}",
    "",
)
OUTSIDE = (
    "/bestaat-niet.html",
    "/../data/kansrijk.yaml",
    "/%2e%2e/data/kansrijk.yaml",
    "/.kansrijk-site.json/x",
)


@dataclass
class Answer:
    code: int
    text: str
    headers: dict[str, str]


def ask(port: int, path: str, host: str | None = None, method: str = "GET") -> Answer:
    """What the server answers, for a host as a browser would name it."""
    connection = http.client.HTTPConnection(HERE, port, timeout=PATIENCE)
    try:
        connection.putrequest(method, path, skip_host=True)
        if host != "":
            connection.putheader("Host", host or f"{HERE}:{port}")
        connection.endheaders()
        got = connection.getresponse()
        headers = {name.lower(): value for name, value in got.getheaders()}
        return Answer(got.status, got.read().decode(), headers)
    finally:
        connection.close()


@pytest.fixture
def preview(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Preview, Server]]:
    """The server in this process, with the site made once."""
    monkeypatch.setattr("kansrijk_cli.cli.site.building.formats", lambda _: ("html",))
    shown = Shown(tmp_path / "site")
    server = _anywhere(shown)
    made = Preview(work / "data", None, shown)
    made.make()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield made, server
    shown.stop()
    server.shutdown()
    server.server_close()
    thread.join(PATIENCE)


def _anywhere(shown: Shown) -> Server:
    """At a port that is free."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    return listening(port, shown)


Served = tuple[Preview, Server]


class TestWho:
    def test_this_computer_under_its_own_names(self, preview: Served) -> None:
        port = preview[1].server_port
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
            assert ask(port, "/", host).code == 200

    def test_no_other_name(self, preview: Served) -> None:
        port = preview[1].server_port
        for host in FOREIGN:
            for path in ("/", "/herlaad", "/stijl.css", "/bestaat-niet"):
                answer = ask(port, path, host.format(port=port))
                assert (answer.code, answer.text) == (403, ""), (host, path)

    def test_it_listens_on_the_loopback_address_only(self, preview: Served) -> None:
        assert preview[1].server_address[0] == "127.0.0.1"
        assert preview[1].address == f"http://127.0.0.1:{preview[1].server_port}/"

    def test_head_is_asked_of_the_same_names(self, preview: Served) -> None:
        port = preview[1].server_port
        assert ask(port, "/stijl.css", "kwaad.example", "HEAD").code == 403
        assert ask(port, "/stijl.css", None, "HEAD").code == 200


class TestWhat:
    def test_pages_and_files(self, preview: Served) -> None:
        port = preview[1].server_port
        page = ask(port, "/gemeente/ede.html")
        assert "<h1>Ede</h1>" in page.text
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert page.headers["cache-control"] == "no-store"
        assert ask(port, "/regio/voorbeeld/").text == ask(port, "/regio/voorbeeld/index.html").text
        assert ask(port, "/stijl.css").headers["content-type"].startswith("text/css")

    def test_the_page_looks_again_and_may_ask_only_that(self, preview: Served) -> None:
        page = ask(preview[1].server_port, "/").text
        assert '<script src="./herlaad.js" defer></script>' in page
        assert "connect-src &#39;self&#39;" in page
        assert '<meta name="kansrijk-number" content="1">' in page

    def test_nothing_else(self, preview: Served) -> None:
        for path in OUTSIDE:
            answer = ask(preview[1].server_port, path)
            assert answer.code == 404
            assert "Deze bladzijde is er niet" in answer.text
            assert "version" not in answer.text

    def test_no_list_of_a_folder(self, preview: Served) -> None:
        assert ask(preview[1].server_port, "/bron/regions/").code == 404


class TestMadeAgain:
    def test_whoever_waits_hears_of_it(self, preview: Served) -> None:
        made, server = preview
        connection = http.client.HTTPConnection(HERE, server.server_port, timeout=PATIENCE)
        connection.request("GET", "/herlaad")
        events = connection.getresponse()
        assert events.getheader("Content-Type") == "text/event-stream"
        assert events.readline() == b"data: 1\n"
        assert events.readline() == b"\n"
        made.make()
        assert events.readline() == b"data: 2\n"
        connection.close()

    def test_a_change_of_the_data_is_in_the_page(self, preview: Served, work: Path) -> None:
        made, server = preview
        text = (work / REGION).read_text("utf-8")
        (work / REGION).write_text(text.replace("name: Voorbeeld", "name: Iets nieuws"), "utf-8")
        (work / "data/regions/voorbeeld/2025/results.yaml").unlink()
        made.make()
        assert "<h1>Iets nieuws</h1>" in ask(server.server_port, "/regio/voorbeeld/").text

    def test_a_mistake_in_the_data_is_in_the_page_and_goes_away(
        self, preview: Served, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made, server = preview
        text = (work / REGION).read_text("utf-8")
        (work / REGION).write_text(text.replace("name:", "nmae:", 1), "utf-8")
        made.make()
        answer = ask(server.server_port, "/gemeente/ede.html")
        assert answer.code == 500
        for told in (answer.text.replace("&#39;", "'"), capsys.readouterr().err):
            assert "`voorbeeld`" in told
            assert "KR020" in told
            assert "regions/voorbeeld/region.yaml:1:1" in told
        assert '<meta name="kansrijk-number" content="2">' in answer.text
        assert "EventSource" in answer.text
        (work / REGION).write_text(text, "utf-8")
        made.make()
        assert ask(server.server_port, "/gemeente/ede.html").code == 200

    def test_of_one_region_the_others_stay_with_a_remark(self, preview: Served, work: Path) -> None:
        made, server = preview
        lay(work / "data", {"regions/anders/region.yaml": "nmae: x\n"})
        made.make()
        answer = ask(server.server_port, "/gemeente/ede.html")
        assert answer.code == 200
        assert "Niet alles staat in deze site" in answer.text
        assert "KR020" in answer.text
        assert ask(server.server_port, "/regio/anders/").code == 404

    def test_a_mistake_in_a_template(self, preview: Served, work: Path) -> None:
        made, server = preview
        (work / "templates/sections").mkdir(parents=True)
        (work / "templates/sections/risks.md.j2").write_text("een\n{{ nergens }}\n", "utf-8")
        made.make()
        answer = ask(server.server_port, "/")
        assert answer.code == 500
        assert "regel 2" in answer.text


def test_a_document_is_only_written_again_when_it_is_another(work: Path) -> None:
    written: list[str] = []

    def noted(found: Publication) -> Mapping[str, Files]:
        written.append(found.stem)
        return {"html": {f"{found.stem}.html": b"x"}}

    write = Remembering(noted)
    shown = Shown(work / "site")
    preview = Preview(work / "data", None, shown, write)
    preview.make()
    preview.make()
    assert written == ["voorbeeld-2025-werkagenda"]
    plan = work / "data/regions/voorbeeld/2025/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Werkagenda 2025", "Agenda"), "utf-8")
    preview.make()
    assert len(written) == 2


class TestPort:
    def test_a_port_that_is_taken(self, work: Path) -> None:
        assert work.is_dir()
        with socket.socket() as taken:
            taken.bind((HERE, 0))
            taken.listen()
            port = taken.getsockname()[1]
            result = kansrijk("serve", "--port", str(port))
        assert (result.code, result.out) == (2, "")
        assert f"Poort {port} is al in gebruik." in result.err

    def test_without_a_choice_the_next_one(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        with socket.socket() as taken:
            taken.bind((HERE, 0))
            taken.listen()
            first = taken.getsockname()[1]
            monkeypatch.setattr("kansrijk_cli.cli.site.previewing.FIRST", first)
            monkeypatch.setattr("kansrijk_cli.cli.site.previewing.LAST", first)
            with pytest.raises(UseError) as none:
                listening(None, Shown(tmp_path))
            assert none.value.word == "no-port"
            monkeypatch.setattr("kansrijk_cli.cli.site.previewing.LAST", first + 50)
            server = listening(None, Shown(tmp_path))
        assert first < server.server_port <= first + 50
        server.server_close()

    @pytest.mark.parametrize("port", ["0", "70000", "acht"])
    def test_what_is_no_port(self, work: Path, port: str) -> None:
        assert work.is_dir()
        assert kansrijk("serve", "--port", port).code == 2


def started_in(tmp_path: Path) -> tuple[subprocess.Popen[str], int, Path, Path]:
    """The program in a process of its own, its port, its data and where it keeps the site."""
    folder = lay(tmp_path / "werk/data", {})
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    words = ("--data", str(folder), "serve", "--port", str(port))
    started = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(BASE), *words],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # Ctrl-C reaches the program, also when whoever runs this test does not want to hear of it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    return started, port, folder, temporary


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="another system ends programs in another way")
def test_it_ends_at_once_when_it_is_ended_from_outside(tmp_path: Path) -> None:
    """Also while a page waits for news. Nothing of it stays behind."""
    started, port, _, temporary = started_in(tmp_path)
    try:
        assert started.stderr
        assert "http://127.0.0.1" in started.stderr.readline()
        connection = http.client.HTTPConnection(HERE, port, timeout=PATIENCE)
        connection.request("GET", "/herlaad")
        assert connection.getresponse().readline() == b"data: 1\n"
        assert list(temporary.iterdir()) != []
        asked = time.monotonic()
        started.terminate()
        code = started.wait(PATIENCE)
        assert time.monotonic() - asked < SOON
        connection.close()
    finally:
        started.kill()
        started.communicate()
    assert code == -signal.SIGTERM
    assert list(temporary.iterdir()) == []


@pytest.mark.long
def test_the_whole_of_it_in_a_process_of_its_own(tmp_path: Path) -> None:
    """From start, over a change, to Ctrl-C."""
    started, port, folder, temporary = started_in(tmp_path)
    try:
        assert started.stderr
        assert f"http://127.0.0.1:{port}/" in started.stderr.readline()
        assert "Ctrl-C" in started.stderr.readline()
        assert "<h1>Voorbeeld</h1>" in ask(port, "/regio/voorbeeld/").text
        region = folder / "regions/voorbeeld/region.yaml"
        region.write_text(region.read_text("utf-8") + "short: Vb\n", "utf-8")
        assert started.stderr.readline() == "Opnieuw gemaakt.\n"
        assert "(Vb)" in ask(port, "/regio/voorbeeld/").text
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=PATIENCE)
    finally:
        started.kill()
        started.wait()
    assert (started.returncode, out, err) == (0, "", "Gestopt.\n")
    assert list(temporary.iterdir()) == []
