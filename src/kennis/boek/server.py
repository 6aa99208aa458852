"""Een map even als website aanbieden, alleen op deze computer."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class _Stil(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Zeg niets per aanvraag."""


@contextmanager
def serveer(map_: Path) -> Iterator[str]:
    """Bied een map aan op een vrije poort en geef het adres, zonder schuine streep aan het eind."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Stil, directory=str(map_))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
