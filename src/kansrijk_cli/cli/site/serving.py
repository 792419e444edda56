"""A server for one person: on this computer only, and for pages that this computer asked for."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Condition

HERE = "127.0.0.1"
NAMES = (HERE, "localhost")
EVENTS = "/herlaad"
# A browser that is gone is noticed when there is something to say to it.
PATIENCE = 15.0


@dataclass
class Shown:
    """What there is to see: how often the site was made, and what went wrong the last time.

    With a `problem` there is no site; a `remark` stands in every page of a site that lacks a part.
    """

    folder: Path
    problem: str = ""
    remark: str = ""
    number: int = 0
    stopped: bool = False
    changed: Condition = field(default_factory=Condition)

    def made(self, problem: str = "", remark: str = "") -> None:
        """The site was made again, or could not be."""
        with self.changed:
            self.problem, self.remark = problem, remark
            self.number += 1
            self.changed.notify_all()

    def stop(self) -> None:
        """Let go of everybody who waits."""
        with self.changed:
            self.stopped = True
            self.changed.notify_all()

    def after(self, number: int) -> int | None:
        """Wait for the site to be made again; the number it has now, `None` when it ends."""
        with self.changed:
            self.changed.wait_for(lambda: self.stopped or self.number != number, PATIENCE)
            return None if self.stopped else self.number


# The page that tells of a problem, and the remark in a page.
Page = Callable[[str], bytes]


class Server(ThreadingHTTPServer):
    """Listens on this computer only."""

    daemon_threads = True
    # On Windows the same port could then be listened to twice.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, shown: Shown, problem: Page, remark: Page) -> None:
        """`problem` and `remark` make HTML of what went wrong. Raises OSError for a taken port."""
        self.shown, self.problem, self.remark = shown, problem, remark
        super().__init__((HERE, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking for the name of this computer, for which a network may be needed."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, self.server_address[1]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    """Gives files of the folder, and says when they are new."""

    server: Server

    def __init__(self, request: object, client: object, server: Server) -> None:
        super().__init__(request, client, server, directory=str(server.shown.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the news that the site is made again."""
        if not self._is_for_us():
            return
        if self.path == EVENTS:
            self._tell()
        elif (page := self._page()) is not None:
            self._give(*page)
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """As GET, without the content."""
        if self._is_for_us():
            super().do_HEAD()

    def end_headers(self) -> None:
        """What was seen a moment ago may be old by now."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Whoever looks at the site sees it; the terminal is for problems."""

    def _is_for_us(self) -> bool:
        """Whether the browser asked for this computer, and not for another that it took us for."""
        wanted = {f"{name}:{self.server.server_port}" for name in NAMES}
        if self.headers.get("Host", "").lower() in wanted:
            return True
        self._give(HTTPStatus.FORBIDDEN, b"")
        return False

    def _page(self) -> tuple[HTTPStatus, bytes] | None:
        """A page of the site, or what there is instead; `None` for another file."""
        path, shown = Path(self.translate_path(self.path)), self.server.shown
        if path.is_dir():
            path /= "index.html"
        if path.suffix != ".html" and path.is_file():
            return None
        # Before reading: a page that is older than it says is only loaded once more.
        mark = f'<meta name="kansrijk-number" content="{shown.number}">'.encode()
        status, content = HTTPStatus.OK, b""
        if shown.problem:
            status, content = HTTPStatus.INTERNAL_SERVER_ERROR, self.server.problem(shown.problem)
        elif not path.is_file():
            status, content = HTTPStatus.NOT_FOUND, self.server.problem(shown.remark)
        else:
            content = path.read_bytes()
            if shown.remark:
                begin, main, rest = content.partition(b"<main ")
                content = begin + self.server.remark(shown.remark) + main + rest
        return status, content.replace(b"</head>", mark + b"</head>", 1)

    def _give(self, status: HTTPStatus, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell(self) -> None:
        """Say the number of the site now, and each time that it is made again."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number: int | None = self.server.shown.number
        try:
            while number is not None:
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
                number = self.server.shown.after(number)
        except (ConnectionError, TimeoutError):
            return
