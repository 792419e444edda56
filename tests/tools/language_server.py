"""A client for yaml-language-server, the program behind the YAML extension of VS Code."""

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

Json: TypeAlias = Any
Position: TypeAlias = tuple[int, int]

# More than the slowest machine needs for one answer; without an answer a test must end.
PATIENCE = 60.0
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "publishDiagnostics": {},
    },
}


@dataclass(frozen=True, order=True)
class Mark:
    """What the server underlines: where it begins, counted from 1, and what it says."""

    line: int
    column: int
    message: str


class LanguageServer:
    """A running server with a folder open in it, as an editor starts it."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Json]) -> None:
        self._folder, self._settings = folder, settings
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._incoming: queue.Queue[Json] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._requests = 0
        self._folders = 0

    def __enter__(self) -> Self:
        uri = self._folder.as_uri()
        folders = [{"uri": uri, "name": self._folder.name}]
        start = {"processId": None, "rootUri": uri, "workspaceFolders": folders, "locale": "nl"}
        self._ask("initialize", start | {"capabilities": CAPABILITIES})
        self._tell("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def open(self, file: str, text: str) -> str:
        """Open a text as a file of a data folder that is nowhere on disk; gives its address."""
        self._folders += 1
        uri = (self._folder / f"open-{self._folders}" / "data" / file).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def marks(self, uri: str) -> tuple[Mark, ...]:
        """What is underlined in an open file, in order."""
        while uri not in self._marks:
            self._take()
        return self._marks[uri]

    def hover(self, uri: str, position: Position) -> str:
        """What is shown with the mouse at a line and column, as Markdown."""
        answer = self._ask("textDocument/hover", _at(uri, position))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, uri: str, position: Position) -> dict[str, str]:
        """What can be filled in at a line and column: each word with its explanation."""
        answer = self._ask("textDocument/completion", _at(uri, position))
        if not answer["items"]:
            # The first question may come before the schemas are read.
            answer = self._ask("textDocument/completion", _at(uri, position))
        return {item["label"]: _text(item.get("documentation", "")) for item in answer["items"]}

    def _ask(self, method: str, params: Json) -> Json:
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": params})
        while True:
            answer = self._take()
            if answer.get("id") == self._requests and "method" not in answer:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _tell(self, method: str, params: Json) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Json) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _take(self) -> Json:
        """The next message of the server; what it asks or reports meanwhile is dealt with."""
        message = self._incoming.get(timeout=PATIENCE)
        assert message is not None, "the server stopped"
        params = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marks[params["uri"]] = tuple(sorted(map(_mark, params["diagnostics"])))
        elif message.get("method") == "workspace/configuration":
            asked = [_below(self._settings, item.get("section")) for item in params["items"]]
            self._send({"id": message["id"], "result": asked})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.rpartition(b":")[2])
            while stream.readline().strip():
                pass
            self._incoming.put(json.loads(stream.read(length)))
        self._incoming.put(None)


def _below(settings: Mapping[str, Json], section: str | None) -> Json:
    """The settings of a section as a tree: `yaml.schemaStore.enable` is three steps deep."""
    tree: dict[str, Json] = {}
    for name, value in settings.items():
        if section and name.startswith(f"{section}."):
            *steps, last = name.removeprefix(f"{section}.").split(".")
            here = tree
            for step in steps:
                here = here.setdefault(step, {})
            here[last] = value
    return tree


def _at(uri: str, position: Position) -> Json:
    line, column = position
    return {
        "textDocument": {"uri": uri},
        "position": {"line": line - 1, "character": column - 1},
    }


def _mark(found: Json) -> Mark:
    start = found["range"]["start"]
    return Mark(start["line"] + 1, start["character"] + 1, found["message"])


def _text(documentation: Json) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)
