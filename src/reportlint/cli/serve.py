"""`reportlint serve`: the page in the browser."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reportlint.cli import options

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser
    from reportlint.settings import Settings

_EPILOG = {
    "vi": """
Ví dụ
  reportlint serve                    mở trang trong trình duyệt
  reportlint serve --profile submit   kiểm tra chặt như trước khi trình ký
  reportlint serve --no-browser       chỉ in địa chỉ, tự mở lấy

Trang chỉ mở được trên máy này, ở địa chỉ có mã ngẫu nhiên của lần chạy. Tệp không được gửi đi đâu, không được lưu lại.
Dừng bằng nút “Kết thúc” trên trang hoặc Ctrl+C.

Mã thoát  0 đã dừng · 2 không nghe được ở cổng""",
    "en": """
Examples
  reportlint serve                    open the page in the browser
  reportlint serve --profile submit   as strict as before signing
  reportlint serve --no-browser       print the address only

The page opens on this machine only, at an address with a random token. Files are sent nowhere and not kept.
“Quit” on the page or Ctrl+C ends it.

Exit code  0 ended · 2 the port cannot be listened on""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EPILOG[parser.lang]
    parser.add("--port", type=int, default=0, metavar="PORT",
               vi="nghe ở cổng này (mặc định: cổng bất kỳ còn trống)", en="listen on this port (default: any that is free)")  # fmt: skip
    parser.add("--no-browser", action="store_true", vi="không mở trình duyệt, chỉ in địa chỉ", en="open no browser, print the address")  # fmt: skip
    options.add_selection(parser)
    options.add_identity(parser)
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Serve the page until it is ended. Return 2 when the port cannot be had."""
    from reportlint.cli.run_settings import RunSettings
    from reportlint.web.server import PageServer

    vi = args.lang == "vi"
    RunSettings(args)  # a wrong option or configuration is told now, and not with the first file

    def settings(name: str) -> Settings:
        return RunSettings(args).for_path(name)

    try:
        server = PageServer(args.port, settings, args.lang)
    except (OSError, OverflowError) as error:
        at = (
            f"reportlint serve: không nghe được ở cổng {args.port}"
            if vi
            else f"reportlint serve: cannot listen on port {args.port}"
        )
        print(f"{at}: {error}", file=sys.stderr)
        return 2
    print(f"Trang soát báo cáo: {server.address}" if vi else f"The page: {server.address}")
    print(
        "Chỉ mở được trên máy này. Dừng: nút “Kết thúc” trên trang, hoặc Ctrl+C ở đây." if vi
        else "It opens on this machine only. To end: “Quit” on the page, or Ctrl+C here.",
        flush=True,
    )  # fmt: skip
    try:
        if not args.no_browser:
            open_browser(server.address)
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    return 0


def open_browser(address: str) -> None:
    """Open the page where there is a desktop; a browser in the terminal would take it over, and runs no script."""
    desktop = (
        os.name == "nt"
        or sys.platform == "darwin"
        or os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
    )
    if desktop:
        import webbrowser

        webbrowser.open(address)
