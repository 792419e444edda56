"""Looking at the site while the data are being worked on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import chain
from pathlib import Path
from signal import SIG_DFL, SIGTERM, raise_signal, signal
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NoReturn

from kansrijk_cli.cli.checking import check
from kansrijk_cli.cli.errors import explain_end
from kansrijk_cli.cli.scope import Scope
from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.cli.site.building import Remembering, in_every_format, not_installed, planned
from kansrijk_cli.cli.site.publishing import put, say_formats
from kansrijk_cli.cli.site.serving import Server, Shown
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.cli.watching import changes, state
from kansrijk_cli.output.formats import DIAGNOSTICS, renderer
from kansrijk_cli.output.html.environment import environment
from kansrijk_cli.output.labels import label
from kansrijk_cli.workspace.defaults import default_templates

FIRST, LAST = 8000, 8019
# So many seconds the server takes to see that it must stop.
LOOK = 0.05


@dataclass
class Preview:
    """The site of a data folder, made again and again in a folder of its own."""

    root: Path
    region: str | None
    shown: Shown
    write: Remembering = field(default_factory=lambda: Remembering(in_every_format))

    def make(self) -> None:
        """Make the site as the data are now, or tell why that cannot be done."""
        said = StringIO()
        try:
            plan = planned(self.root, self.write, self.region, live=True)
            # Before the work, which takes a while: the files may be others by then.
            details = self._details() if plan.left_out else ""
            with redirect_stderr(said):
                pages = put(plan, self.shown.folder)
            told = f"{said.getvalue()}{details}".strip()
            self.shown.made("" if pages else told or label("text", "site-empty"), told)
        except (UseError, DataError, OSError) as error:
            # Halfway a change the data or a template may be wrong; the next change may mend it.
            with redirect_stderr(said):
                explain_end(error)
            self.shown.made(said.getvalue().strip())
        if self.shown.problem or self.shown.remark:
            say(self.shown.problem or self.shown.remark)

    def _details(self) -> str:
        """What `validate` says of the regions that are left out."""
        report = check(self.root, Scope(region=self.region))
        wrong = tuple(f for f in report.findings if report.is_failure(f.message.severity))
        found = replace(report, findings=wrong, hidden=(), ignored=(), skipped=())
        return f"\n{renderer(DIAGNOSTICS, 'text')(found, _plain, True)}"


def _plain(text: str, _color: str) -> str:
    return text


def preview(root: Path, port: int | None, region: str | None) -> None:
    """Serve the site until somebody stops it: with Ctrl-C, or by ending the program."""
    folders = (root, root.parent / "templates")
    with _until_ended(), TemporaryDirectory(prefix="kansrijk-") as folder:
        shown = Shown(Path(folder))
        server = listening(port, shown)
        work = Preview(root, region, shown)
        thread = Thread(target=server.serve_forever, args=(LOOK,), daemon=True)
        try:
            before = state(folders)
            work.make()
            thread.start()
            say_formats(not_installed())
            say(label("text", "serving").format(address=server.address))
            # What changed during the first time, which takes longest, is not seen as a change.
            late = () if state(folders) == before else (None,)
            for _ in chain(late, changes(folders)):
                work.make()
                if not shown.problem:
                    say(label("text", "served-again"))
        except KeyboardInterrupt:
            say(label("use", "stopped"))
        finally:
            shown.stop()
            if thread.is_alive():
                server.shutdown()
            server.server_close()


class _Ended(BaseException):
    """Somebody ended the program from outside."""


@contextmanager
def _until_ended() -> Iterator[None]:
    """Let a request to end (SIGTERM) clean up, and then end the program without any delay."""

    def end(*_: object) -> NoReturn:
        raise _Ended

    before = signal(SIGTERM, end)
    try:
        yield
    except _Ended:
        signal(SIGTERM, SIG_DFL)
        raise_signal(SIGTERM)
    finally:
        signal(SIGTERM, before)


def listening(port: int | None, shown: Shown) -> Server:
    """A server at a port, or at the first that is free. Raises UseError."""
    problem, remark = _template("problem"), _template("remark")
    for number in (port,) if port else range(FIRST, LAST + 1):
        try:
            return Server(number, shown, problem, remark)
        except OSError as error:
            if port:
                raise UseError("port-taken", port=port) from error
    raise UseError("no-port", first=FIRST, last=LAST)


def _template(name: str) -> Callable[[str], bytes]:
    def render(told: str) -> bytes:
        template = environment((default_templates(),)).get_template(f"site/{name}.html.j2")
        return template.render(told=told).encode()

    return render
