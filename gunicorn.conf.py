"""How gunicorn serves the market, in `make run` and in production alike."""

import gc
import os
from typing import Any

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
keepalive = 15
timeout = 60
graceful_timeout = 20
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None
control_socket_disable = True


def post_fork(_server: Any, _worker: Any) -> None:
    """Leave what was loaded before the fork out of every later garbage collection."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
